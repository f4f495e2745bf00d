import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Asks one question over a URL and returns the first row. */
export async function ask<Row extends object>(url: string, question: string): Promise<Row> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Row>(question);
    return rows[0] as Row;
  } finally {
    await client.end();
  }
}

/** Process number of the server of a data folder, from its lock file. */
export function serverPid(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Whether a process can still do something: a zombie cannot. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
}

/** Waits until something is true, ten seconds at most. */
export async function eventually(isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await isTrue()) return true;
    await sleep(50);
  }
  return false;
}
