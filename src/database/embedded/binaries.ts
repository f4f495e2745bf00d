import { readFileSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { ClusterPaths } from './cluster-paths';
import { copyPrograms } from './binaries-copy';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { platformPackageName } from './platform-package';
import { ProgramResult, runProgram } from './run-program';
import { ServerAccount } from './server-account';

/** The three programs that the packages ship. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

interface PlatformPackage {
  folder: string;
  version: string;
}

/**
 * Binaries that run as `account`: those of the installed package, or, where that account cannot reach them or the links
 * between their libraries cannot be made in place, a copy beside the data, made once per version.
 */
export async function usableBinaries(
  paths: ClusterPaths,
  account: ServerAccount | undefined,
  log: (line: string) => void,
): Promise<Binaries> {
  const installed = installedPackage();
  const linked = await linkLibraries(installed.folder);
  const inPlace = await versionOf(binariesIn(installed.folder), account);
  if (linked && inPlace.code === 0) return binariesIn(installed.folder);
  if (linked && !account) throw doNotRun(inPlace);

  const copy = join(paths.binaries, installed.version);
  if (!(await exists(copy))) {
    log(`Copying the PostgreSQL programs to ${copy}, once: they cannot be used where they are installed.`);
    await makeCopy(installed.folder, copy);
  }
  const copied = await versionOf(binariesIn(copy), account);
  if (copied.code !== 0) throw doNotRun(copied);
  return binariesIn(copy);
}

function installedPackage(): PlatformPackage {
  const name = platformPackageName(process.platform, process.arch);
  try {
    if (!name) throw new Error('no package is published for this platform');
    // the package exports its JavaScript only; we resolve that to find the folder and never load it
    const folder = dirname(dirname(require.resolve(name)));
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version: manifest.version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'platform-package-missing',
      name
        ? `PostgreSQL for this platform (the npm package ${name}) is not installed. Install again without ` +
            'leaving out optional dependencies (npm ci), or set DATABASE_URL to a PostgreSQL of your own.'
        : `No PostgreSQL is published for this platform (${process.platform}-${process.arch}). ` +
            'Set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/**
 * Makes the library links that npm leaves out (it packs no symbolic links, and install scripts may be off).
 * @returns false when they are missing and cannot be made, as in a read-only install
 */
async function linkLibraries(packageFolder: string): Promise<boolean> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return true; // Windows has none
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (await exists(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

async function makeCopy(packageFolder: string, copy: string): Promise<void> {
  const parent = dirname(copy);
  await mkdir(parent, { recursive: true });
  await chmod(parent, 0o755);
  for (const old of await readdir(parent)) await rm(join(parent, old), { recursive: true, force: true });
  const unfinished = join(parent, `.new-${randomUUID()}`);
  await copyPrograms(packageFolder, unfinished);
  await linkLibraries(unfinished);
  await rename(unfinished, copy);
}

/** Asking for the version loads every library, so it tells whether the server would start at all. */
async function versionOf(binaries: Binaries, account: ServerAccount | undefined): Promise<ProgramResult> {
  try {
    return await runProgram(binaries.postgres, ['--version'], { account });
  } catch (error) {
    return { code: null, stdout: '', stderr: (error as Error).message };
  }
}

function doNotRun(result: ProgramResult): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'binaries-do-not-run',
    `The PostgreSQL programs do not run on this machine (${result.stderr.trim() || `exit code ${result.code}`}). ` +
      'They need glibc on Linux and a data folder from which programs may be started. ' +
      'Set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function binariesIn(packageFolder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(packageFolder, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
