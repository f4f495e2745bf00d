// A secret of the installation in a file that only its owner reads, made once: however many processes start at the same moment, all
// get the same one. The whole file appears under its name in one step, and only if the name is free.
import * as files from 'node:fs';
import { dirname } from 'node:path';

/** @throws Error of `refuse` when others may read the file; undefined when there is none */
export function readSecretFile(path: string, refuse: (reason: string) => Error): string | undefined {
  try {
    const { mode } = files.statSync(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw refuse('can be read by others; give it to its owner alone (chmod 600)');
    }
    return files.readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts a secret under its name unless another process was faster; read the file afterwards to know which it is. */
export function createSecretFile(path: string, text: string): void {
  files.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${Date.now()}.new`;
  writeDurably(draft, text);
  try {
    putInPlace(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    files.unlinkSync(draft);
  }
}

const NO_HARD_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** A link, unlike a rename, fails when the name is taken. Where the file system has none, an exclusive copy comes closest. */
function putInPlace(draft: string, path: string): void {
  try {
    files.linkSync(draft, path);
  } catch (error) {
    if (!NO_HARD_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    files.copyFileSync(draft, path, files.constants.COPYFILE_EXCL);
  }
}

function writeDurably(path: string, text: string): void {
  const file = files.openSync(path, 'wx', 0o600); // O_CREAT | O_EXCL
  try {
    files.writeSync(file, text);
    files.fsyncSync(file);
  } finally {
    files.closeSync(file);
  }
}

/** So that the name survives a power cut as well as the content does. Windows opens no folders. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = files.openSync(path, 'r');
  try {
    files.fsyncSync(folder);
  } finally {
    files.closeSync(folder);
  }
}
