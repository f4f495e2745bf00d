import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { runProgram } from './run-program';
import { ServerAccount } from './server-account';

/**
 * The outermost folder on the way to `path` that `account` may not pass through, by the permission bits.
 * @returns undefined when the whole way is open; folders that do not exist yet count as open
 */
export function firstClosedFolder(path: string, account: ServerAccount): string | undefined {
  return foldersDownTo(resolve(path)).find((folder) => {
    const stat = statSync(folder, { throwIfNoEntry: false });
    return stat?.isDirectory() && !mayPass(stat, account);
  });
}

/** The rule of the kernel: exactly one of the three sets of bits applies, the first that fits. */
export function mayPass(
  folder: { mode: number; uid: number; gid: number },
  account: { uid: number; gid: number },
): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** Whether `account` really can enter `folder`; unlike the permission bits this also knows of access lists and mounts. */
export async function canEnter(folder: string, account: ServerAccount): Promise<boolean> {
  const { code } = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { account });
  return code === 0;
}

function foldersDownTo(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...foldersDownTo(parent), path];
}
