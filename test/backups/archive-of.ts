// Archives that no version of ours writes: of another time, or wrong about themselves.
import { createHash } from 'node:crypto';
import { renameSync } from 'node:fs';
import { MIGRATIONS } from '../../migrations';
import { entryOfFile, HEADER, MANIFEST, type ArchiveHeader } from '../../src/backups/archive-format';
import { ArchiveWriter } from '../../src/backups/archive-writer';

interface Options {
  /** in place of what a good header says */
  header?: Partial<Record<keyof ArchiveHeader, unknown>>;
  withoutLastMigration?: boolean;
  /** the manifest says too many rows, or another digest of a file */
  wrong?: 'rows' | 'entry';
  /** names of further entries, which the manifest has as well */
  names?: readonly string[];
}

const FILE = {
  organizationId: '00000000-0000-7000-8000-000000000001',
  id: '00000000-0000-7000-8000-000000000002',
};

export async function archiveOf(
  path: string,
  recipient: string,
  { header, withoutLastMigration = false, wrong, names = [] }: Options,
): Promise<void> {
  const archive = ArchiveWriter.begin({ path: `${path}.new`, recipients: [recipient], moment: new Date() });
  const migrations = MIGRATIONS.map(({ name }) => name).slice(0, withoutLastMigration ? -1 : undefined);
  const good = {
    ...{
      format: 'duecare-backup',
      formatVersion: 1,
      productVersion: '0.1.0',
      createdAt: new Date().toISOString(),
    },
    ...{ postgresqlMajor: 15, migrations, organizations: 0, sequences: [] },
    tables: [{ name: 'sign_in_rules', columns: ['organization_id'] }],
  };
  await archive.add(HEADER, asJson({ ...good, ...header }));
  const bytes = Buffer.from('bytes of a file');
  const entries: Record<string, object> = {};
  for (const name of [entryOfFile(FILE), ...names]) entries[name] = await archive.add(name, bytes);
  if (wrong === 'entry') entries[entryOfFile(FILE)] = { bytes: bytes.length, sha256: '0'.repeat(64) };
  const none = createHash('sha256').digest('hex');
  const tables = { sign_in_rules: { rows: wrong === 'rows' ? 1 : 0, sha256: none } };
  await archive.add(MANIFEST, asJson({ tables, entries, destroyedMeanwhile: [], missingFiles: [] }));
  await archive.close();
  renameSync(`${path}.new`, path);
}

function asJson(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}
