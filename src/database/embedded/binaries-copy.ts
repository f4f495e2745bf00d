import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/**
 * Copies the programs of a platform package, readable by everybody whatever our umask is: the account that runs them is
 * not always ours. Links are left out, the caller makes them anew; so are static libraries, which only a compiler needs.
 */
export async function copyPrograms(packageFolder: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  await chmod(target, 0o755);
  await copyFolder(join(packageFolder, 'native'), join(target, 'native'));
}

async function copyFolder(source: string, target: string): Promise<void> {
  await mkdir(target);
  await chmod(target, 0o755);
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    const to = join(target, entry.name);
    if (entry.isDirectory()) await copyFolder(from, to);
    else if (entry.isFile() && extname(entry.name) !== '.a') await copyProgram(from, to);
  }
}

async function copyProgram(source: string, target: string): Promise<void> {
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  const { mode } = await stat(source);
  await chmod(target, mode & 0o111 ? 0o755 : 0o644);
}
