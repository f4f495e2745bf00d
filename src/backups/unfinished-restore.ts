// Rows are restored in one transaction; files and keys lie outside of it. A note in the data folder says that a restore is under way: until its
// rows are there, no server starts on half of it.
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client, escapeLiteral } from 'pg';
import { syncFolder } from '../common/secret-file';
import { MIGRATION_TABLE } from '../database/migrate';
import { BackupError } from './backup.error';

const NOTE = 'restore-unfinished.json';

export class RestoreNote {
  private constructor(
    private readonly path: string,
    private readonly id: string,
  ) {}

  /** Written before anything else is. */
  static async leave(dataFolder: string): Promise<RestoreNote> {
    const [path, id] = [join(dataFolder, NOTE), randomUUID()];
    await writeFile(path, `${JSON.stringify({ restore: id })}\n`, { mode: 0o600, flush: true });
    syncFolder(dirname(path));
    return new RestoreNote(path, id);
  }

  static async find(dataFolder: string): Promise<RestoreNote | null> {
    const path = join(dataFolder, NOTE);
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const { restore } = JSON.parse(text) as { restore: string };
    return new RestoreNote(path, restore);
  }

  /** Run in the transaction of the rows: that it is committed is then seen in the database itself. */
  get markDatabase(): string {
    return `comment on table ${MIGRATION_TABLE} is ${escapeLiteral(`restored: ${this.id}`)}`;
  }

  async isInDatabase(ownerUrl: string): Promise<boolean> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ comment: string | null }>(
        `select obj_description(to_regclass($1), 'pg_class') as comment`,
        [`public.${MIGRATION_TABLE}`],
      );
      return rows[0]?.comment === `restored: ${this.id}`;
    } finally {
      await client.end();
    }
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

/**
 * Settles a restore that was cut off: one whose rows are there is finished, any other stops the start.
 * @throws BackupError restore-unfinished
 */
export async function settleRestore(dataFolder: string, ownerUrl: string): Promise<void> {
  const note = await RestoreNote.find(dataFolder);
  if (!note) return;
  if (!(await note.isInDatabase(ownerUrl))) {
    throw new BackupError(
      'restore-unfinished',
      `A restore into ${dataFolder} was begun and not finished. Run "duecare restore" with the same backup again.`,
    );
  }
  await note.remove();
}
