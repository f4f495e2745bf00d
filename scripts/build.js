// Compiles src, migrations and bench to dist/. With --if-needed it does nothing while dist/ is newer than every source,
// so that `npm start`, `npm run demo` and the duecare command work right after `npm ci`, install scripts on or off.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const stamp = join(root, 'dist', '.built');
const sources = ['src', 'migrations', 'bench', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

function newestChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), stat.mtimeMs);
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
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const result = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], { stdio: ['ignore', 2, 2] });
  if (result.status === 0) writeFileSync(stamp, '');
  return result.status ?? 1;
}

process.exitCode = build();
