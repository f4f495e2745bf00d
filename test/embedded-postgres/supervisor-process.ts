// A program for the tests: one process that uses the embedded server, told by messages what to do. Its argument is the
// data folder.
import { Client } from 'pg';
import { EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
import { EmbeddedPostgresError } from '../../src/database/embedded/embedded-postgres.error';

export type Order = 'stop' | 'exit-without-stop' | 'ask';
export type Report =
  | { event: 'started'; ownerUrl: string; applicationUrl: string; reused: boolean; log: string[] }
  | { event: 'failed'; known: boolean; code: string; message: string }
  | { event: 'stopped' }
  | { event: 'answer'; value: number | string };

function report(message: Report): void {
  process.send?.(message);
}

async function obey(server: EmbeddedPostgres, order: Order): Promise<void> {
  if (order === 'exit-without-stop') process.exit(0);
  if (order === 'stop') {
    await server.stop();
    report({ event: 'stopped' });
    process.disconnect();
    return;
  }
  const client = new Client({ connectionString: server.applicationUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ value: number }>('select 42 as value');
    report({ event: 'answer', value: rows[0]?.value ?? 'no row' });
  } catch (error) {
    report({ event: 'answer', value: (error as Error).message });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function run(dataFolder: string): Promise<void> {
  const log: string[] = [];
  try {
    const server = await startEmbeddedPostgres({ dataFolder, log: (line) => log.push(line) });
    process.on('message', (order: Order) => void obey(server, order));
    report({
      event: 'started',
      ownerUrl: server.ownerUrl,
      applicationUrl: server.applicationUrl,
      reused: server.reused,
      log,
    });
  } catch (error) {
    const known = error instanceof EmbeddedPostgresError;
    report({ event: 'failed', known, code: known ? error.code : '', message: (error as Error).message });
    process.disconnect();
  }
}

void run(process.argv[2] ?? '');
