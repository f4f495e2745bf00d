// Compiles src, migrations and bench to dist/. With --if-needed it does nothing while dist/ is newer than every source,
// so that `npm start`, `npm run demo` and the duecare command work right after `npm ci`, install scripts on or off.
const { spawnSync } = require('node:child_process');
const {
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const sources = ['src', 'migrations', 'bench', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

function newestChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    stat.mtimeMs,
  );
}

function isUpToDate() {
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return sources.every((source) => newestChange(join(root, source)) <= builtAt);
}

function build() {
  if (process.argv.includes('--if-needed') && isUpToDate()) return 0;
  let compiler;
  try {
    compiler = require.resolve('typescript/bin/tsc', { paths: [root] });
  } catch {
    if (existsSync(stamp)) return 0; // installed without development packages: dist/ came with the package
    process.stderr.write('TypeScript is not installed, so dist/ cannot be built. Run: npm ci\n');
    return 1;
  }
  process.stderr.write('Building (a few seconds, once) ...\n');
  const fresh = join(root, `dist.${process.pid}`);
  const startedAt = Date.now();
  try {
    const compile = ['-p', join(root, 'tsconfig.build.json'), '--outDir', fresh];
    const result = spawnSync(process.execPath, [compiler, ...compile], { stdio: ['ignore', 2, 2] });
    if (result.status === 0) putInPlace(fresh, startedAt);
    return result.status ?? 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Swaps the whole folder at once: a server that runs from dist/, or a second build at the same time, never meets half of it. The stamp is
 * dated when the build began, so that what was edited meanwhile is built next time.
 */
function putInPlace(fresh, startedAt) {
  const stampOfFresh = join(fresh, '.built');
  writeFileSync(stampOfFresh, '');
  utimesSync(stampOfFresh, new Date(startedAt), new Date(startedAt));
  const old = `${fresh}.old`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    if (!isUpToDate()) throw error; // else another build has just put the same in place
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

process.exitCode = build();
