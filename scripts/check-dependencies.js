// `npm run check:dependencies`: no package of the product has a known weakness of high or critical severity, and each is under a licence that
// goes with ours. The first asks the registry's list of advisories: where that cannot be asked (no network, a mirror without it) it says so
// and lets the rest decide. The second needs nothing but package-lock.json, or another lock file that is named.
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const satisfies = require('spdx-satisfies');

/** SPDX identifiers. Permissive ones, and that of the fonts, which are shipped as they are. */
const ALLOWED_LICENCES = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'PostgreSQL', 'OFL-1.1'],
];
const REFUSED_SEVERITIES = ['high', 'critical'];
const PATIENCE_MILLISECONDS = 60_000;

const root = join(__dirname, '..');
const lockFile = process.argv[2] ?? join(root, 'package-lock.json');

/** @returns {{ faults: string[], note: string }} */
function licences() {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const faults = shipped
    .filter(([, { license }]) => !isAllowed(license))
    .map(([path, { version, license }]) => {
      const name = path.split('node_modules/').at(-1);
      return `${name} ${version}: ${license ?? 'no licence is stated'}`;
    });
  return { faults, note: `licences: ${shipped.length} packages looked at` };
}

/** Some name the zero-clause BSD licence in a way of their own. */
const OTHER_NAMES = { 'BSD-0-Clause': '0BSD' };

function isAllowed(license) {
  try {
    return typeof license === 'string' && satisfies(OTHER_NAMES[license] ?? license, ALLOWED_LICENCES);
  } catch {
    return false; // no SPDX expression
  }
}

/** @returns {{ faults: string[], note: string }} */
function advisories() {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const asked = ['audit', '--json', '--omit=dev', '--audit-level=high', '--fetch-retries=0'];
  const { stdout } = spawnSync(npm[0], [...npm.slice(1), ...asked], {
    cwd: root,
    encoding: 'utf8',
    timeout: PATIENCE_MILLISECONDS,
    shell: process.platform === 'win32' && npm.length === 1,
  });
  const report = parsed(stdout);
  if (!report?.vulnerabilities || !report.metadata) {
    const reason = report?.message ?? report?.error?.summary ?? 'no answer';
    return { faults: [], note: `advisories: NOT LOOKED AT, the registry could not be asked (${reason})` };
  }
  const faults = Object.values(report.vulnerabilities)
    .filter(({ severity }) => REFUSED_SEVERITIES.includes(severity))
    .map(({ name, range, severity }) => `${name} ${range}: known weakness, ${severity}`);
  return { faults, note: `advisories: ${report.metadata.dependencies?.prod ?? 'all'} packages looked at` };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const results = [licences(), advisories()];
for (const { note } of results) console.log(note);
const faults = results.flatMap((result) => result.faults);
for (const fault of faults) console.error(`- ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
