// `npm run start:dev`: run again by node --watch at every change; compiles what changed, then serves.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

execFileSync(process.execPath, [join(__dirname, 'build.js'), '--if-needed'], { stdio: 'inherit' });
require(join(__dirname, '..', 'dist', 'src', 'main.js'));
