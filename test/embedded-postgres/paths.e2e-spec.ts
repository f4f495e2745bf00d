// Data folders with hard names.
import { chmodSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connectionDetails } from '../../src/database/embedded/connection-url';
import { cleanUpAfterEachTest, existingCluster, problemOf, start } from './embedded-servers';
import { ask } from './server-facts';

cleanUpAfterEachTest();

describe('paths', () => {
  it('runs in a folder whose name has spaces, quotes, a comma, a dollar and other alphabets', async () => {
    const server = await start(existingCluster(`Dr. O'Neill, "notes" $HOME \\ Übung`));
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('puts the socket into a closed folder of its own when the path is too long for one', async () => {
    const dataFolder = existingCluster(join('a'.repeat(60), 'b'.repeat(60), 'data'));
    const server = await start(dataFolder);
    const { host } = connectionDetails(server.applicationUrl);
    expect(host.startsWith(dataFolder)).toBe(false);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(statSync(host).uid).toBe(statSync(join(dataFolder, 'postgres')).uid);
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
    await server.stop();
    chmodSync(host, 0o777); // as if somebody else had made it first
    expect((await problemOf(dataFolder)).code).toBe('socket-folder-unsafe');
    rmdirSync(host);
  });
});
