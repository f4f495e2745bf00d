// Every setting of the application, declared once. Read and checked at start by settings.ts; nothing else in the code
// reads the environment. .env.example lists the same names (a test holds it to this file).
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { WholeNumberFrom } from './whole-number';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const POSTGRES_URL = /^postgres(ql)?:\/\//;
/** An origin: a cookie that is sent over plain http could be read on the way, so that is for this machine alone. */
const PUBLIC_URL = /^(https:\/\/[^\s/?#@\\]+|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?)$/;
export const PUBLIC_URL_RULE =
  'PUBLIC_URL must be an address such as https://duecare.example, without a path; plain http only for this machine';
const ORIGIN = String.raw`(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.\d+\.\d+\.\d+))(:\d{1,5})?`;
const ORIGINS = new RegExp(`^${ORIGIN}(\\s*,\\s*${ORIGIN})*$`);
const NETWORKS = /^[0-9a-fA-F.:/]+(\s*,\s*[0-9a-fA-F.:/]+)*$/;
const FINGERPRINTS = /^[0-9a-f]{64}(\s*,\s*[0-9a-f]{64})*$/i;
const AGE_RECIPIENTS = /^age1[a-z0-9]{58}(\s*,\s*age1[a-z0-9]{58})*$/;

export class Environment {
  /** Address to listen on; 127.0.0.1 keeps the server to this machine. */
  @IsString()
  HOST = '127.0.0.1';

  /** Port to listen on; 0 takes any free one. */
  @WholeNumberFrom(0, 65_535)
  PORT = 3000;

  /** Folder for the embedded database, the signing key and stored files; ./data when left out. */
  @IsOptional()
  @IsString()
  DATA_FOLDER?: string;

  /** A PostgreSQL 15 or newer instead of the embedded one: the connection of the powerless application role. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_URL must begin with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  /** The owner's connection for migrations and the queue's schema; needed whenever DATABASE_URL is set. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_MIGRATION_URL must begin with postgres:// or postgresql://' })
  DATABASE_MIGRATION_URL?: string;

  /** Connections kept to the database by one process, for reads and for writes each. */
  @WholeNumberFrom(1, 200)
  DATABASE_POOL_SIZE = 10;

  /** Address under which people reach this installation, such as https://duecare.example; the one listened on when left out. */
  @IsOptional()
  @Matches(PUBLIC_URL, { message: PUBLIC_URL_RULE })
  PUBLIC_URL?: string;

  /** Other origins whose pages may read answers, exact and comma-separated; none when left out. Never with cookies. */
  @IsOptional()
  @Matches(ORIGINS, {
    message:
      'ALLOWED_ORIGINS must be origins such as https://ehr.example, comma-separated, each exact; plain http only for this machine',
  })
  ALLOWED_ORIGINS?: string;

  /** Proxies in front, whose word on the client's address is taken: addresses or networks, comma-separated. */
  @IsOptional()
  @Matches(NETWORKS, {
    message: 'TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, comma-separated',
  })
  TRUSTED_PROXIES?: string;

  /** Private networks in which identity providers may be reached; without it, public addresses only. */
  @IsOptional()
  @Matches(NETWORKS, {
    message: 'IDENTITY_PROVIDER_NETWORKS must be addresses or networks such as 10.0.0.0/8, comma-separated',
  })
  IDENTITY_PROVIDER_NETWORKS?: string;

  /** A session ends when nothing was done in it for so long. */
  @WholeNumberFrom(5, 1440)
  SESSION_IDLE_MINUTES = 60;

  /** Requests a minute: of each API key, of each person, of each address while nobody is signed in, and questions of clearance; 0: no limit. */
  @WholeNumberFrom(0, 10_000_000)
  RATE_LIMIT_KEYS = 3_000;

  @WholeNumberFrom(0, 10_000_000)
  RATE_LIMIT_PEOPLE = 1_200;

  @WholeNumberFrom(0, 10_000_000)
  RATE_LIMIT_ADDRESSES = 300;

  @WholeNumberFrom(0, 10_000_000)
  RATE_LIMIT_CLEARANCE = 12_000;

  /** Port of the metrics for Prometheus, apart from the API's; none when left out. */
  @IsOptional()
  @WholeNumberFrom(0, 65_535)
  METRICS_PORT?: number;

  /** Address on which the metrics are served. They ask nobody who they are: keep it to this machine or to a network of your own. */
  @IsString()
  METRICS_HOST = '127.0.0.1';

  /** Mail server, such as smtps://user:password@mail.example; without one, mail is written to the outbox in the data folder. */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s]+$/, { message: 'SMTP_URL must begin with smtp:// or smtps://' })
  SMTP_URL?: string;

  /** Sender of mail. */
  @IsString()
  MAIL_FROM = 'duecare@localhost';

  /** How much is logged. */
  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL must be one of: ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: LogLevel = 'info';

  /** A Chrome, Chromium or Edge to print PDFs with; found by itself when left out. */
  @IsOptional()
  @IsString()
  PUPPETEER_EXECUTABLE_PATH?: string;

  /** PDFs printed at once. */
  @WholeNumberFrom(1, 16)
  REPORT_CONCURRENCY = 2;

  /** The largest file that can be uploaded as evidence, in mebibytes. */
  @WholeNumberFrom(1, 500)
  LARGEST_FILE_MEGABYTES = 25;

  /** Whether the server backs itself up every day. */
  @IsIn(['on', 'off'], { message: 'BACKUP_DAILY must be on or off' })
  BACKUP_DAILY: 'on' | 'off' = 'on';

  /** Hour from which on a day's backup is made, 0 to 23, in the time zone of the server. */
  @WholeNumberFrom(0, 23)
  BACKUP_HOUR = 2;

  /** Daily backups that are kept; an older one goes when a newer one is there. */
  @WholeNumberFrom(1, 366)
  BACKUP_KEPT = 7;

  /** Folder of the daily backups; backups/ in the data folder when left out. */
  @IsOptional()
  @IsString()
  BACKUP_FOLDER?: string;

  /** Public keys (age1...), comma-separated, whose owners can open the backups too: one that is kept elsewhere, say. */
  @IsOptional()
  @Matches(AGE_RECIPIENTS, { message: 'BACKUP_RECIPIENTS must be age recipients (age1...), comma-separated' })
  BACKUP_RECIPIENTS?: string;

  /** For how many days a closed organization is kept before it is erased; 30 at least. */
  @WholeNumberFrom(30, 3650)
  CLOSED_KEPT_DAYS = 90;

  /** For how many years entries of the audit log are kept before they can be pruned; six at least. */
  @WholeNumberFrom(6, 100)
  AUDIT_LOG_YEARS = 6;

  /** Fingerprints of signing keys that this installation had before, comma-separated: checkpoints of the audit log by them are its own. */
  @IsOptional()
  @Matches(FINGERPRINTS, {
    message:
      'EARLIER_SIGNING_KEYS must be fingerprints of keys (64 hexadecimal digits each), comma-separated',
  })
  EARLIER_SIGNING_KEYS?: string;
}
