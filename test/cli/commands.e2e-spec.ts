// What the command itself answers: its version, its help, its schema, and what it does not understand.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../support/built-server';
import { BIN, CommandFolder, MAIN } from '../support/duecare-command';

const STACK_TRACE = /^\s+at .+:\d+/m;

let folder: CommandFolder;

beforeAll(ensureBuilt, 180_000);
beforeEach(() => (folder = new CommandFolder()));
afterEach(() => folder.remove());

describe('duecare', () => {
  it('is a file that can be run, and knows its version', () => {
    expect(statSync(BIN).mode & 0o111).toBe(0o111);
    const { status, stdout } = spawnSync(process.execPath, [BIN, '--version'], { encoding: 'utf8' });
    const manifest = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect([status, stdout]).toEqual([0, `${version}\n`]);
  });

  it.each([['help'], ['--help'], ['assess --help'], ['help verify']])('%s explains itself', async (args) => {
    const { exitCode, stdout } = await folder.run(args.split(' '));
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Usage: duecare')]);
  });

  it.each([['unknown'], [''], ['assess'], ['assess a b'], ['verify'], ['assess x --output y']])(
    'refuses "%s" with exit code 2',
    async (args) => {
      const { exitCode, stderr } = await folder.run(args === '' ? [] : args.split(' '));
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/Usage|error:/);
      expect(stderr).not.toMatch(STACK_TRACE);
    },
  );
});

describe('duecare schema', () => {
  it("prints the dossier's JSON Schema", async () => {
    const { exitCode, stdout, stderr } = await folder.run(['schema']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: expect.stringContaining('2020-12'),
      title: 'Duecare dossier',
    });
  });

  it('stops quietly when its reader goes', () => {
    const command = `"${process.execPath}" "${MAIN}" schema | head -c 10`;
    const { stderr, status } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('duecare trace', () => {
  it('prints how far the rows of the source documents are served, and fails just while some are not', async () => {
    const { exitCode, stdout, stderr } = await folder.run(['trace']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^total +282$/m);
    expect(stdout).toMatch(/^dangling ids +0$/m);
    expect(stdout).toMatch(/^duplicates +0$/m);
    const unmapped = Number(/^unmapped .* (\d+)$/m.exec(stdout)?.[1]);
    expect([unmapped, exitCode]).toEqual([unmapped, unmapped > 0 ? 1 : 0]);
    expect(stdout.includes('Unmapped:')).toBe(unmapped > 0);
  });

  it('lists what is to be built with the rows that wait for it', async () => {
    const { stdout } = await folder.run(['trace', '--awaiting']);
    for (const line of stdout.split('\n').filter((one) => one.startsWith('    ')))
      expect(line.trim()).toMatch(/^SEED\d{3}-\d{3}( SEED\d{3}-\d{3})*$/);
  });
});
