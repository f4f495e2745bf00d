// Data folders that the embedded server must leave alone.
import { chownSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cleanUpAfterEachTest,
  existingCluster,
  folderLikeOurs,
  newFolder,
  problemOf,
  startProcess,
  sharedInstallation,
} from './embedded-servers';
import { itAsRoot, nobody } from './test-rights';

cleanUpAfterEachTest();

describe('folders that are not ours to open', () => {
  it('are refused and left as they are when somebody else made them', async () => {
    const dataFolder = newFolder();
    const cluster = join(dataFolder, 'postgres');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    writeFileSync(join(cluster, 'precious.txt'), 'kept');
    const problem = await problemOf(dataFolder);
    expect(problem).toMatchObject({ name: 'EmbeddedPostgresError', code: 'foreign-folder' });
    expect(problem.message).toMatch(/choose another data folder/);
    expect(readdirSync(dataFolder)).toEqual(['postgres']);
    expect(readdirSync(cluster).sort()).toEqual(['PG_VERSION', 'precious.txt']);
    expect(statSync(cluster).mode & 0o777).toBe(0o755);
  });

  it('are refused when another PostgreSQL major made them, naming both', async () => {
    const dataFolder = folderLikeOurs({ major: '15' });
    const problem = await problemOf(dataFolder);
    expect(problem.code).toBe('other-postgres-major');
    expect(problem.message).toMatch(/PostgreSQL 15.*PostgreSQL 17/);
  });

  it('are refused when they are damaged, with PostgreSQL’s own reason where it has one', async () => {
    expect((await problemOf(folderLikeOurs({ passwords: '{' }))).code).toBe('cluster-damaged');
    expect((await problemOf(folderLikeOurs({ major: undefined }))).code).toBe('cluster-damaged');
    const withoutControl = existingCluster();
    truncateSync(join(withoutControl, 'postgres', 'global', 'pg_control'), 0);
    const problem = await problemOf(withoutControl);
    expect(problem.code).toBe('start-failed');
    expect(problem.message).toMatch(/pg_control/);
  });

  itAsRoot('(as root) are refused by an ordinary user to whom they do not belong', async () => {
    const child = startProcess(folderLikeOurs({}), sharedInstallation(), nobody);
    expect(await child.expect('failed')).toMatchObject({ known: true, code: 'data-folder-of-another-user' });
    const ofRoot = folderLikeOurs({});
    chownSync(join(ofRoot, 'postgres'), 0, 0);
    expect((await problemOf(ofRoot)).code).toBe('data-folder-of-another-user');
  });
});
