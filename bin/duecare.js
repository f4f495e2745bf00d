#!/usr/bin/env node
// The duecare command. In a working copy it compiles first when something has changed, so that it works right after `npm ci`.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

function build() {
  if (!existsSync(join(root, 'src'))) return true; // installed as a package: dist/ came with it
  const result = spawnSync(process.execPath, [join(root, 'scripts', 'build.js'), '--if-needed'], {
    stdio: ['ignore', 'ignore', process.stderr.isTTY ? 'inherit' : 'pipe'],
  });
  if (result.status !== 0) process.stderr.write(result.stderr ?? 'The sources could not be compiled.\n');
  return result.status === 0;
}

if (build()) require(join(root, 'dist', 'src', 'cli', 'main.js'));
else process.exitCode = 1;
