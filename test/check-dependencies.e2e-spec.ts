// `npm run check:dependencies` fails on a known weakness and on a licence that does not go with ours, and says when it could not ask.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', 'scripts', 'check-dependencies.js');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'duecare-check-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the check with an npm that answers as told. */
function check(answer: string, packages?: object): { status: number | null; stdout: string; stderr: string } {
  const npm = join(folder, 'npm.js');
  writeFileSync(npm, `process.stdout.write(${JSON.stringify(answer)}); process.exitCode = 1;`);
  chmodSync(npm, 0o700);
  const lock = join(folder, 'package-lock.json');
  if (packages) writeFileSync(lock, JSON.stringify({ packages: { '': {}, ...packages } }));
  const env = { PATH: process.env.PATH, npm_execpath: npm };
  return spawnSync(process.execPath, [SCRIPT, ...(packages ? [lock] : [])], { env, encoding: 'utf8' });
}

const reportOf = (...found: [name: string, severity: string][]): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      found.map(([name, severity]) => [name, { name, severity, range: '<2.0.0' }]),
    ),
    metadata: { dependencies: { prod: 300 } },
  });

const CLEAN = reportOf();

describe('known weaknesses', () => {
  it.each(['high', 'critical'])('of %s severity fail, each by its name', (severity) => {
    const { status, stderr } = check(reportOf(['left', severity], ['right', 'low']));
    expect([status, stderr]).toEqual([1, `- left <2.0.0: known weakness, ${severity}\n`]);
  });

  it.each(['low', 'moderate', 'info'])('of %s severity do not', (severity) => {
    expect(check(reportOf(['left', severity])).status).toBe(0);
  });

  it('none: it passes and says what it looked at', () => {
    const { status, stdout } = check(CLEAN);
    expect([status, stdout]).toEqual([0, expect.stringContaining('advisories: 300 packages looked at')]);
    expect(stdout).not.toContain('NOT LOOKED AT');
  });

  it.each([
    [
      'the registry does not offer it',
      JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }),
    ],
    [
      'the network is away',
      JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'getaddrinfo ENOTFOUND' } }),
    ],
    ['nothing comes', ''],
    ['what comes is no report', 'npm error'],
    ['only half of a report comes', JSON.stringify({ vulnerabilities: {} })],
  ])('could not be asked for: it passes and says so loudly when %s', (_what, answer) => {
    const { status, stdout } = check(answer);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/advisories: NOT LOOKED AT, .*could not be asked/),
    ]);
  });
});

describe('licences', () => {
  const one = (license: unknown, more: object = {}) => ({
    'node_modules/left': { version: '1.0.0', license, ...more },
  });

  it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-only)', '(MIT AND BSD-2-Clause)', 'OFL-1.1'])(
    '%s goes with ours',
    (license) => {
      expect(check(CLEAN, one(license)).status).toBe(0);
    },
  );

  it.each([
    ['GPL-3.0-only', 'GPL-3.0-only'],
    ['AGPL-3.0-or-later', 'AGPL-3.0-or-later'],
    ['(MIT AND GPL-2.0-only)', '(MIT AND GPL-2.0-only)'],
    ['SSPL-1.0', 'SSPL-1.0'],
    ['UNLICENSED', 'UNLICENSED'],
    ['SEE LICENSE IN LICENSE', 'SEE LICENSE IN LICENSE'],
    [undefined, 'no licence is stated'],
  ])('%s does not, by the name of its package', (license, said) => {
    const { status, stderr } = check(CLEAN, one(license));
    expect([status, stderr]).toEqual([1, `- left 1.0.0: ${said}\n`]);
  });

  it('matter for what is shipped: optional and nested packages too, those of development not', () => {
    expect(check(CLEAN, one('GPL-3.0-only', { dev: true })).status).toBe(0);
    expect(check(CLEAN, one('GPL-3.0-only', { optional: true })).status).toBe(1);
    const nested = {
      'node_modules/left/node_modules/@right/down': { version: '2.0.0', license: 'GPL-2.0-only' },
    };
    expect(check(CLEAN, nested).stderr).toBe('- @right/down 2.0.0: GPL-2.0-only\n');
  });

  it('of this project as it stands all go together', () => {
    const { status, stdout } = check(CLEAN);
    expect([status, Number(/licences: (\d+) packages/.exec(stdout)?.[1])]).toEqual([0, expect.any(Number)]);
    expect(Number(/licences: (\d+) packages/.exec(stdout)?.[1])).toBeGreaterThan(200);
  });
});
