import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL whose server was killed still writes for some seconds, while it ends by itself: up to twenty seconds in all. */
const PATIENTLY = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

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
    for (const folder of this.made.splice(0)) rmSync(folder, PATIENTLY);
  }
}

/** Copies a folder with owners, modes and times. */
export function copyFolder(source: string, target: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', source, target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
