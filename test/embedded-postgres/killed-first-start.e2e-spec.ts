// A first start that never got to its end.
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanUpAfterEachTest, newFolder, start, startProcess } from './embedded-servers';
import { ask } from './server-facts';

cleanUpAfterEachTest();

describe('a first start that is killed', () => {
  it('at any moment is made good by the next, which leaves nothing of it lying about', async () => {
    const dataFolder = newFolder();
    for (const milliseconds of [250, 700, 1_200]) {
      const child = startProcess(dataFolder);
      await sleep(milliseconds);
      await child.kill();
    }
    const server = await start(dataFolder);
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
    const left = readdirSync(dataFolder).sort();
    expect(left).toEqual(['postgres', 'postgres.log']);
  });
});
