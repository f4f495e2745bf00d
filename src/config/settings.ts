// The settings as the application uses them, and how they are read from the environment.
import { Encrypter } from 'age-encryption';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { resolve } from 'node:path';
import { Environment, PUBLIC_URL_RULE, type LogLevel } from './environment';
import { readSecretFiles, weakSecrets, type Variables } from './secret-settings';

export interface Settings {
  host: string;
  port: number;
  /** null: the default place (database/embedded decides) */
  dataFolder: string | null;
  /** null: the embedded database */
  database: { applicationUrl: string; ownerUrl: string } | null;
  databasePoolSize: number;
  /** origin under which people reach the installation, as browsers write it; null: the address listened on */
  publicUrl: string | null;
  /** origins of other sites whose pages may read answers */
  allowedOrigins: string[];
  trustedProxies: string[];
  /** private networks in which identity providers may be reached */
  identityProviderNetworks: string[];
  sessionIdleMinutes: number;
  /** requests a minute; 0: no limit */
  rateLimits: { keys: number; people: number; addresses: number; clearance: number };
  /** null: no metrics are kept */
  metrics: { host: string; port: number } | null;
  /** server null: the outbox in the data folder */
  mail: { server: string | null; from: string };
  logLevel: LogLevel;
  browserPath: string | null;
  /** home and program folders, for where installed browsers lie */
  browserEnvironment: Readonly<Record<string, string | undefined>>;
  reportConcurrency: number;
  largestFileBytes: number;
  auditLogYears: number;
  /** fingerprints of keys that the installation signed with before, lower-case hex */
  earlierSigningKeys: string[];
  /** days from closing an organization to erasing it */
  closedKeptDays: number;
  backups: BackupSettings;
  /** what whoever starts the server should know of the settings */
  warnings: string[];
}

export interface BackupSettings {
  isDaily: boolean;
  /** 0 to 23, in the time zone of the server */
  hour: number;
  kept: number;
  /** null: in the data folder */
  folder: string | null;
  /** age1..., beside the installation's own */
  recipients: string[];
}

export const SETTINGS = Symbol('Settings');

/** Thrown at start; its message names each wrong setting and what it must be. */
export class SettingsError extends Error {
  readonly code = 'settings-invalid';
}

/**
 * Reads and checks the settings.
 * @throws SettingsError naming every wrong setting
 */
export function readSettings(environmentVariables: Variables): Settings {
  const { variables, wrong, warnings } = readSecretFiles(environmentVariables);
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  for (const { property, constraints } of validateSync(environment)) {
    wrong.push(...Object.values(constraints ?? { invalid: `${property} is wrong` }));
  }
  if (environment.PUBLIC_URL !== undefined && !URL.canParse(environment.PUBLIC_URL))
    wrong.push(PUBLIC_URL_RULE);
  wrong.push(...weakSecrets(variables));
  if (wrong.length === 0 && !areRecipients(recipientsOf(environment))) {
    wrong.push('BACKUP_RECIPIENTS must be age recipients (age1...); one of them has a slip of the pen');
  }
  if (environment.DATABASE_URL && !environment.DATABASE_MIGRATION_URL) {
    wrong.push(
      'DATABASE_MIGRATION_URL is missing: with DATABASE_URL, set it to the connection of the database owner',
    );
  }
  if (environment.DATABASE_MIGRATION_URL && !environment.DATABASE_URL) {
    wrong.push(
      'DATABASE_URL is missing: with DATABASE_MIGRATION_URL, set it to the connection of the application role',
    );
  }
  if (wrong.length > 0) {
    const lines = [...new Set(wrong)].map((line) => `- ${line}`); // several rules of a setting share one sentence
    throw new SettingsError(`Settings are wrong:\n${lines.join('\n')}`);
  }
  return { ...toSettings(environment, variables), warnings };
}

/** The one place that reads the process's environment. */
export function readSettingsFromProcess(): Settings {
  return readSettings(process.env);
}

/** Variables of the operating system, not settings of ours. */
const BROWSER_FOLDERS = ['HOME', 'ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

function toSettings(environment: Environment, variables: Variables): Omit<Settings, 'warnings'> {
  const { DATABASE_URL, DATABASE_MIGRATION_URL } = environment;
  return {
    host: environment.HOST,
    port: environment.PORT,
    dataFolder: environment.DATA_FOLDER ? resolve(environment.DATA_FOLDER) : null,
    database:
      DATABASE_URL && DATABASE_MIGRATION_URL
        ? { applicationUrl: DATABASE_URL, ownerUrl: DATABASE_MIGRATION_URL }
        : null,
    databasePoolSize: environment.DATABASE_POOL_SIZE,
    publicUrl: environment.PUBLIC_URL === undefined ? null : new URL(environment.PUBLIC_URL).origin,
    allowedOrigins: listOf(environment.ALLOWED_ORIGINS),
    trustedProxies: listOf(environment.TRUSTED_PROXIES),
    identityProviderNetworks: listOf(environment.IDENTITY_PROVIDER_NETWORKS),
    sessionIdleMinutes: environment.SESSION_IDLE_MINUTES,
    rateLimits: {
      keys: environment.RATE_LIMIT_KEYS,
      people: environment.RATE_LIMIT_PEOPLE,
      addresses: environment.RATE_LIMIT_ADDRESSES,
      clearance: environment.RATE_LIMIT_CLEARANCE,
    },
    metrics:
      environment.METRICS_PORT === undefined
        ? null
        : { host: environment.METRICS_HOST, port: environment.METRICS_PORT },
    mail: { server: environment.SMTP_URL ?? null, from: environment.MAIL_FROM },
    logLevel: environment.LOG_LEVEL,
    browserPath: environment.PUPPETEER_EXECUTABLE_PATH ?? null,
    browserEnvironment: Object.fromEntries(BROWSER_FOLDERS.map((name) => [name, variables[name]])),
    reportConcurrency: environment.REPORT_CONCURRENCY,
    largestFileBytes: environment.LARGEST_FILE_MEGABYTES * 1024 * 1024,
    auditLogYears: environment.AUDIT_LOG_YEARS,
    earlierSigningKeys: listOf(environment.EARLIER_SIGNING_KEYS?.toLowerCase()),
    closedKeptDays: environment.CLOSED_KEPT_DAYS,
    backups: {
      isDaily: environment.BACKUP_DAILY === 'on',
      hour: environment.BACKUP_HOUR,
      kept: environment.BACKUP_KEPT,
      folder: environment.BACKUP_FOLDER ? resolve(environment.BACKUP_FOLDER) : null,
      recipients: recipientsOf(environment),
    },
  };
}

function listOf(text: string | undefined): string[] {
  return text?.split(',').map((entry) => entry.trim()) ?? [];
}

function recipientsOf({ BACKUP_RECIPIENTS }: Environment): string[] {
  return listOf(BACKUP_RECIPIENTS);
}

/** They carry a checksum: a wrong one must not be found out by the first backup. */
function areRecipients(recipients: readonly string[]): boolean {
  try {
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    return true;
  } catch {
    return false;
  }
}
