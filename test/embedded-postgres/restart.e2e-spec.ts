// An embedded server that is stopped and started again.
import { existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { LOG_LIMIT_BYTES } from '../../src/database/embedded/server-log';
import { cleanUpAfterEachTest, existingCluster, start } from './embedded-servers';
import { ask, eventually, isAlive, serverPid } from './server-facts';

cleanUpAfterEachTest();

describe('an embedded server that is started again', () => {
  it('keeps its data over a stop and a start, and its process ends with the stop', async () => {
    const dataFolder = existingCluster();
    const first = await start(dataFolder);
    await ask(first.ownerUrl, 'create table kept as select 7 as value');
    const pid = serverPid(dataFolder);
    await Promise.all([first.stop(), first.stop()]);
    expect(await eventually(() => !isAlive(pid))).toBe(true);
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
    const second = await start(dataFolder);
    expect(second.reused).toBe(false);
    expect(await ask(second.ownerUrl, 'select value from kept')).toEqual({ value: 7 });
  });

  it('sets its log aside at the start when it has grown, so that two files bound it', async () => {
    const dataFolder = existingCluster();
    const log = join(dataFolder, 'postgres.log');
    truncateSync(log, LOG_LIMIT_BYTES + 1);
    await start(dataFolder);
    expect(statSync(`${log}.1`).size).toBe(LOG_LIMIT_BYTES + 1);
    expect(statSync(log).size).toBeLessThan(100_000);
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('postgres.log'))).toHaveLength(2);
  });
});
