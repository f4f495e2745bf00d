// A PostgreSQL that was killed, and what it leaves behind.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { children, cleanUpAfterEachTest, existingCluster, start, startProcess } from './embedded-servers';
import { ask, eventually, isAlive, serverPid } from './server-facts';
import { itOnLinux } from './test-rights';

cleanUpAfterEachTest();

describe('a killed PostgreSQL', () => {
  it('is brought back under the application that uses it, with what it had committed', async () => {
    const dataFolder = existingCluster();
    const server = await start(dataFolder);
    await ask(server.ownerUrl, 'create table kept as select 7 as value');
    const pid = serverPid(dataFolder);
    process.kill(pid, 'SIGKILL');
    expect(
      await eventually(() =>
        ask<{ value: number }>(server.ownerUrl, 'select value from kept').then(
          ({ value }) => value === 7,
          () => false,
        ),
      ),
    ).toBe(true);
    expect(serverPid(dataFolder)).not.toBe(pid);
    await server.stop();
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('and a killed application leave a cluster that starts at once', async () => {
    const dataFolder = existingCluster();
    const app = startProcess(dataFolder);
    await app.expect('started');
    const pid = serverPid(dataFolder);
    await app.kill();
    process.kill(pid, 'SIGKILL');
    const server = await start(dataFolder);
    expect(server.reused).toBe(false);
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
  });

  itOnLinux(
    'that nobody collected (a zombie) or whose number went to another program is not in the way',
    async () => {
      // the shell turns into a sleep that never collects its child
      const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      children.push(parent);
      const zombie = Number(
        await new Promise((resolve) => parent.stdout.once('data', (text) => resolve(String(text)))),
      );
      expect(await eventually(() => !isAlive(zombie))).toBe(true);
      for (const pid of [zombie, parent.pid]) {
        const dataFolder = existingCluster();
        const cluster = join(dataFolder, 'postgres');
        const lock = `${pid}\n${cluster}\n${Math.floor(Date.now() / 1000)}\n5432\n${cluster}\n\n       1         1\nready   \n`;
        for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock', '.s.PGSQL.5432']) {
          writeFileSync(join(cluster, name), lock);
          const { uid, gid } = statSync(cluster);
          chownSync(join(cluster, name), uid, gid);
        }
        const lines: string[] = [];
        const server = await start(dataFolder, (line) => lines.push(line));
        expect(lines.join()).toMatch(/did not shut down/);
        expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
      }
      expect(isAlive(parent.pid ?? 0)).toBe(true);
    },
  );

  it('whose children still write keeps the next one waiting until they have ended', async () => {
    const dataFolder = existingCluster();
    const app = startProcess(dataFolder);
    const { applicationUrl } = await app.expect('started');
    const busy = ask(applicationUrl, `select 'busy', count(*) from generate_series(1, 12000000)`).catch(
      () => undefined,
    );
    const whoIsBusy = `select max(pid) as pid from pg_stat_activity where query like 'select ''busy''%' and state = 'active'`;
    let child = 0;
    await eventually(
      async () => (child = (await ask<{ pid?: number }>(applicationUrl, whoIsBusy)).pid ?? 0) > 0,
    );
    await app.kill();
    process.kill(serverPid(dataFolder), 'SIGKILL');
    expect(isAlive(child)).toBe(true);
    const server = await start(dataFolder);
    expect(isAlive(child)).toBe(false);
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
    await busy;
  });

  it('is not brought back as an empty database when its folder was taken away', async () => {
    const dataFolder = existingCluster();
    const lines: string[] = [];
    const server = await start(dataFolder, (line) => lines.push(line));
    const pid = serverPid(dataFolder);
    renameSync(join(dataFolder, 'postgres'), join(dataFolder, 'moved-away'));
    process.kill(pid, 'SIGKILL');
    expect(await eventually(() => lines.length > 0)).toBe(true);
    await sleep(1_000);
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false);
    await server.stop();
  });
});
