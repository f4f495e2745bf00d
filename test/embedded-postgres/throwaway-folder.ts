import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MOST_TRIES = 80;
const WAIT_MILLISECONDS = 250;

/** Folders under the system's temporary folder that anybody may pass through, removed together. */
export class ThrowawayFolders {
  private readonly made: string[] = [];

  make(): string {
    const folder = mkdtempSync(join(tmpdir(), 'duecare-embedded-'));
    chmodSync(folder, 0o755);
    this.made.push(folder);
    return folder;
  }

  removeAll(): void {
    for (const folder of this.made.splice(0)) removePatiently(folder);
  }
}

/**
 * A PostgreSQL whose server was killed still writes for some seconds, while it ends by itself. rmSync empties a folder once and then only tries to
 * remove it again, however often: what has been written since has to be looked for anew.
 */
function removePatiently(folder: string): void {
  for (let tries = 1; ; tries += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      const isFilledAnew = (error as NodeJS.ErrnoException).code === 'ENOTEMPTY';
      if (!isFilledAnew || tries === MOST_TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MILLISECONDS);
    }
  }
}

/** Copies a folder with owners, modes and times. */
export function copyFolder(source: string, target: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', source, target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
