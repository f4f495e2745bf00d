// Starting the whole: database (embedded or given), migrations, queue, keys, HTTP. And stopping it in the other order.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadOrCreateBackupKey } from '../backups/backup-key';
import { settleRestore } from '../backups/unfinished-restore';
import { loadOrCreateSigningKey } from '../common/signing/signing-key';
import type { Clock } from '../common/clock';
import { PublicAddress } from '../common/public-address';
import { PROJECT_ROOT } from '../common/project-root';
import type { Settings } from '../config/settings';
import { powerlessRole } from '../database/application-role';
import { defaultDataFolder } from '../database/embedded/default-data-folder';
import { migrateDatabase } from '../database/migrate';
import { openDatabase, type OpenDatabase } from '../database/open-database';
import { FileVault } from '../files/file-vault';
import { loadOrCreateVaultKey } from '../files/vault-key';
import type { Mailer } from '../mail/mailer';
import { Outbox } from '../mail/outbox';
import { SmtpMailer } from '../mail/smtp';
import { SecretBox } from '../common/secret-box';
import { prepareQueues } from '../jobs/prepare-queues';
import { SetupService } from '../setup/setup.service';
import { createHttpServer } from './http-server';
import { listenError } from './listen-error';
import { startMetrics, type RunningMetrics } from './metrics/start-metrics';

export interface RunningApplication {
  app: NestFastifyApplication;
  /** address to call, such as http://127.0.0.1:3000 */
  url: string;
  dataFolder: string;
  /** lets the first person set the installation up, once; null when somebody has */
  setupToken: string | null;
  /** what becomes of mail, for a person to read */
  mail: string;
  /** where Prometheus asks; null when no metrics are kept */
  metricsUrl: string | null;
  stop(): Promise<void>;
}

export interface StartOptions {
  settings: Settings;
  /** told of each step, for a person to read */
  progress?: (step: string) => void;
  clock?: Clock;
}

export async function startApplication({
  settings,
  progress,
  clock,
}: StartOptions): Promise<RunningApplication> {
  const say = progress ?? (() => undefined);
  const dataFolder = settings.dataFolder ?? defaultDataFolder(PROJECT_ROOT);
  await mkdir(dataFolder, { recursive: true }).catch((error: Error & { code?: string }) => {
    throw new Error(
      `The data folder ${dataFolder} cannot be made (${error.code}). Set DATA_FOLDER to a folder of your own.`,
    );
  });
  const database = await openDatabase(settings, dataFolder, say);
  try {
    const settle = () => settleRestore(dataFolder, database.ownerUrl);
    await settle();
    say('Bringing the database up to date');
    const role = await powerlessRole(database.applicationUrl, database.ownerUrl);
    await migrateDatabase(database.ownerUrl, role, settle); // again: a restore may have begun meanwhile, and failed
    await prepareQueues(database.ownerUrl, role);
    say('Starting the server');
    const signingKey = loadOrCreateSigningKey(join(dataFolder, 'signing-key.pem'));
    const identity = await loadOrCreateVaultKey(join(dataFolder, 'file-key.txt'));
    await loadOrCreateBackupKey(dataFolder);
    const vault = new FileVault(join(dataFolder, 'files'), identity);
    const secrets = new SecretBox(identity);
    const mailer = mailerOf(settings, dataFolder);
    const databaseUrl = database.applicationUrl;
    const app = await createHttpServer({
      ...{ settings, databaseUrl, signingKey, vault, secrets, mailer, clock },
      backedUp: { ownerUrl: database.ownerUrl, dataFolder },
    });
    const { setupToken, metrics } = await opened(app, settings);
    return {
      app,
      url: urlOf(app, settings.host),
      dataFolder,
      setupToken,
      mail: mailer.where,
      metricsUrl: metrics?.url ?? null,
      stop: once(() => stopAll(app, metrics, database)),
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function mailerOf({ mail }: Settings, dataFolder: string): Mailer {
  return mail.server ? new SmtpMailer(mail.server, mail.from) : new Outbox(join(dataFolder, 'outbox'));
}

/** Listens, then makes the setup link: one that nobody could use must not be given out by a start that fails. */
async function opened(
  app: NestFastifyApplication,
  { host, port, metrics: place }: Settings,
): Promise<{ setupToken: string | null; metrics: RunningMetrics | null }> {
  let metrics: RunningMetrics | null = null;
  try {
    metrics = await startMetrics(app, place);
    await app.listen(port, host).catch((error: unknown) => {
      throw listenError(error, host, port);
    });
    app.get(PublicAddress).listensAt(urlOf(app, host));
    metrics?.ask();
    return { setupToken: await app.get(SetupService).offer(), metrics };
  } catch (error) {
    await metrics?.stop();
    await app.close();
    throw error;
  }
}

async function stopAll(
  app: NestFastifyApplication,
  metrics: RunningMetrics | null,
  database: OpenDatabase,
): Promise<void> {
  try {
    await metrics?.stop();
    await app.close();
  } finally {
    await database.stop();
  }
}

function urlOf(app: NestFastifyApplication, host: string): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Ctrl+C twice stops once. */
function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= run());
}
