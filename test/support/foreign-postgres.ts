// A PostgreSQL that is not ours, where the machine has one installed (Debian's place): a cluster in a folder, with a superuser.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const INSTALLED = '/usr/lib/postgresql';
const OLDEST = 15;

/** Folder of the programs of an installed PostgreSQL that is new enough; undefined when there is none. */
export function installedPostgres(): string | undefined {
  if (!existsSync(INSTALLED)) return undefined;
  const versions = readdirSync(INSTALLED)
    .map(Number)
    .filter((version) => version >= OLDEST);
  return versions
    .sort((left, right) => left - right)
    .map((version) => join(INSTALLED, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

export class ForeignPostgres {
  private readonly account = accountOfServer();
  private readonly cluster: string;

  /** Makes and starts a cluster in an empty folder, listening on a socket in that folder only. */
  constructor(
    private readonly programs: string,
    private readonly folder: string,
  ) {
    this.cluster = join(folder, 'cluster');
    if (this.account) chownSync(folder, this.account.uid, this.account.gid);
    this.run('initdb', ['-D', this.cluster, '-U', 'boss', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
    const listen = `-c listen_addresses= -c fsync=off -k ${folder}`;
    this.run('pg_ctl', ['-D', this.cluster, '-w', '-l', join(folder, 'log'), '-o', listen, 'start']);
  }

  urlOf(role: string, database = 'postgres'): string {
    return `postgres://${role}@/${database}?host=${encodeURIComponent(this.folder)}`;
  }

  /** Runs statements as the superuser. */
  async boss(...statements: string[]): Promise<void> {
    const client = new Client({ connectionString: this.urlOf('boss') });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  stop(): void {
    this.run('pg_ctl', ['-D', this.cluster, '-w', '-m', 'immediate', 'stop']);
  }

  private run(program: string, args: string[]): void {
    const options = { ...this.account, cwd: '/', stdio: 'ignore' as const, timeout: 60_000 };
    const { status } = spawnSync(join(this.programs, program), args, options);
    if (status !== 0) throw new Error(`${program} of the installed PostgreSQL failed in ${this.folder}`);
  }
}

/** PostgreSQL refuses to run as root: then it runs as the account that its package made. */
function accountOfServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}
