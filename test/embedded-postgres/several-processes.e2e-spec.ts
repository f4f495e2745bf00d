// Several processes on one data folder.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUpAfterEachTest, existingCluster, newFolder, start, startProcess } from './embedded-servers';
import { ask, eventually, isAlive, serverPid } from './server-facts';

cleanUpAfterEachTest();

describe('several processes', () => {
  it('take over the server of one that was killed, and stop it when they are done', async () => {
    const dataFolder = existingCluster();
    const killed = startProcess(dataFolder);
    await killed.expect('started');
    const pid = serverPid(dataFolder);
    await killed.kill();
    expect(isAlive(pid)).toBe(true);
    const next = await start(dataFolder);
    expect(next.reused).toBe(true);
    expect(serverPid(dataFolder)).toBe(pid);
    await next.stop();
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it('share one server, and the last to stop stops it', async () => {
    const dataFolder = existingCluster();
    const first = startProcess(dataFolder);
    expect((await first.expect('started')).reused).toBe(false);
    const second = startProcess(dataFolder);
    expect((await second.expect('started')).reused).toBe(true);
    const pid = serverPid(dataFolder);
    first.send('stop');
    await first.expect('stopped');
    await first.exited;
    second.send('ask');
    expect((await second.expect('answer')).value).toBe(42);
    second.send('stop');
    await second.expect('stopped');
    await second.exited;
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it('that end without stopping leave no server behind', async () => {
    const dataFolder = existingCluster();
    const careless = startProcess(dataFolder);
    await careless.expect('started');
    const pid = serverPid(dataFolder);
    careless.send('exit-without-stop');
    await careless.exited;
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it('may come and go at the same time: each that was told "started" gets its answer', async () => {
    const dataFolder = existingCluster();
    const comeAndGo = async (): Promise<number | string> => {
      const server = await start(dataFolder);
      const { value } = await ask<{ value: number }>(server.applicationUrl, 'select 42 as value');
      await server.stop();
      return value;
    };
    const rounds = async (): Promise<(number | string)[]> => [
      await comeAndGo(),
      await comeAndGo(),
      await comeAndGo(),
    ];
    const answers = (await Promise.all([rounds(), rounds(), rounds(), rounds()])).flat();
    expect(answers).toEqual(Array(12).fill(42));
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('that start the first time at the same moment make one database', async () => {
    const dataFolder = newFolder();
    const both = [startProcess(dataFolder), startProcess(dataFolder)];
    const started = await Promise.all(both.map((child) => child.expect('started')));
    expect(started.map(({ reused }) => reused).sort()).toEqual([false, true]);
    expect(started[0]?.applicationUrl).toBe(started[1]?.applicationUrl);
  });
});
