// `npm run start:dev`: run again by node --watch at every change; compiles what changed, then serves.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

// The password of a database on one's own desk may be weak (src/config/secret-settings.ts).
process.env.NODE_ENV ??= 'development';
execFileSync(process.execPath, [join(__dirname, 'build.js'), '--if-needed'], { stdio: 'inherit' });
require(join(__dirname, '..', 'dist', 'src', 'main.js'));
