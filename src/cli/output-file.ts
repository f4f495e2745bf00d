// Files that a command leaves: whole or not at all. What cannot be written is told before the work begins.
import { randomBytes } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandRefusal } from './command-refusal';
import { onOneLine } from './printable-text';

/** A place that can be written to, as far as can be told beforehand. */
export interface OutputFile {
  /** as the user named it */
  name: string;
  /** where it really lies, links followed */
  path: string;
  /** false for devices and pipes, which are written to as they are */
  isReplaced: boolean;
}

/** @throws CommandRefusal when the path is a folder, lies in no folder or may not be written */
export async function prepareOutput(name: string): Promise<OutputFile> {
  try {
    const path = await realPathOf(resolve(name));
    const found = await stat(path).catch(noneIfMissing);
    if (found?.isDirectory()) throw new CommandRefusal([`${onOneLine(name)} is a folder; name a file.`]);
    const isReplaced = found === null || found.isFile();
    await access(isReplaced ? dirname(path) : path, constants.W_OK);
    if (found?.isFile()) await access(path, constants.W_OK);
    return { name, path, isReplaced };
  } catch (error) {
    throw refusalOf(name, error);
  }
}

/** Writes beside the place and renames, so that a reader meets the old content or the new, never half of one. */
export async function writeOutput(
  { name, path, isReplaced }: OutputFile,
  content: string | Buffer,
): Promise<void> {
  try {
    if (isReplaced) await replace(path, content);
    else await writeFile(path, content);
  } catch (error) {
    throw refusalOf(name, error);
  }
}

async function replace(path: string, content: string | Buffer): Promise<void> {
  const draft = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}`);
  const mode = (await stat(path).catch(noneIfMissing))?.mode ?? 0o666;
  try {
    const file = await open(draft, 'wx', mode & 0o777);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function realPathOf(path: string): Promise<string> {
  const real = await realpath(path).catch(noneIfMissing);
  return real ?? join(await realpath(dirname(path)), basename(path));
}

function noneIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function refusalOf(name: string, error: unknown): unknown {
  const path = onOneLine(name);
  switch ((error as NodeJS.ErrnoException).code ?? '') {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandRefusal([`${path} cannot be written: there is no such folder.`]);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CommandRefusal([`${path} cannot be written: permission denied.`]);
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new CommandRefusal([`${path} is not a usable path.`]);
    case 'ENOSPC':
    case 'EDQUOT':
      return new CommandRefusal([`${path} cannot be written: the disk is full.`], 1);
    default:
      return error;
  }
}
