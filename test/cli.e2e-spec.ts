// The duecare command as somebody runs it: a child process, its exit code, what it prints and what it leaves.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { stringify } from 'yaml';
import { aDossier } from './factories/dossier.factory';
import { sealDocument } from '../src/assessments/sealing';
import { signingKeyOf } from '../src/assessments/sealing/signing-key';
import type { SealedAssessment } from '../src/assessments/assessment.document';

const ROOT = join(__dirname, '..');
const BIN = join(ROOT, 'bin', 'duecare.js');
const MAIN = join(ROOT, 'dist', 'src', 'cli', 'main.js');
const NO_BROWSER = { PUPPETEER_EXECUTABLE_PATH: '/nowhere/browser' };
const STACK_TRACE = /^\s+at .+:\d+/m;

interface Outcome {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

let folder: string;

async function duecare(
  args: string[],
  input?: string | Buffer,
  settings: Record<string, string> = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, ...settings },
  });
  const outcome: Outcome = { exitCode: null, stdout: '', stderr: '' };
  child.stdout.on('data', (part: Buffer) => (outcome.stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (outcome.stderr += part.toString()));
  child.stdin.on('error', () => undefined); // the command may stop reading before everything is written
  child.stdin.end(input);
  outcome.exitCode = await new Promise((resolve) => child.on('close', resolve));
  return outcome;
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const practice = () => file('practice.yaml', stringify(aDossier()));

beforeAll(() => {
  const build = [join(ROOT, 'scripts', 'build.js'), '--if-needed'];
  const { status, stderr } = spawnSync(process.execPath, build, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}, 180_000);

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'duecare-cli-'))));
afterEach(() => rmSync(folder, { recursive: true }));

jest.setTimeout(120_000);

describe('duecare', () => {
  it('is a file that can be run, and knows its version', () => {
    expect(statSync(BIN).mode & 0o111).toBe(0o111);
    const { status, stdout } = spawnSync(process.execPath, [BIN, '--version'], { encoding: 'utf8' });
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect([status, stdout]).toEqual([0, `${version}\n`]);
  });

  it.each([['help'], ['--help'], ['assess --help'], ['help verify']])('%s explains itself', async (args) => {
    const { exitCode, stdout } = await duecare(args.split(' '));
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Usage: duecare')]);
  });

  it.each([['unknown'], [''], ['assess'], ['assess a b'], ['verify'], ['assess x --output y']])(
    'refuses "%s" with exit code 2',
    async (args) => {
      const { exitCode, stderr } = await duecare(args === '' ? [] : args.split(' '));
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/Usage|error:/);
      expect(stderr).not.toMatch(STACK_TRACE);
    },
  );
});

describe('duecare schema', () => {
  it("prints the dossier's JSON Schema", async () => {
    const { exitCode, stdout, stderr } = await duecare(['schema']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: expect.stringContaining('2020-12'),
      title: 'Duecare dossier',
    });
  });
});

describe('duecare assess', () => {
  it('prints a line per service and leaves the assessment as JSON, HTML and PDF', async () => {
    const args = ['assess', practice(), '--json', 'sra.json', '--html', 'sra.html', '--out', 'sra.pdf'];
    const { exitCode, stdout, stderr } = await duecare(args);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining('Printing sra.pdf'),
    });
    expect(stdout).toMatch(/Service\s+Decision\s+Level\s+Why/);
    expect(stdout).toMatch(/^Northlight Scribe\s+\S/m);
    expect(stdout).toContain('Not legal advice.');
    expect(readFileSync(join(folder, 'sra.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(join(folder, 'sra.html'), 'utf8')).toContain('Northlight Scribe');
    expect(readdirSync(folder).sort()).toEqual(['practice.yaml', 'sra.html', 'sra.json', 'sra.pdf']);
    expect((await duecare(['verify', 'sra.json'])).exitCode).toBe(3);
  });

  it('writes nothing when no file is asked for, and reads standard input', async () => {
    const { exitCode, stdout } = await duecare(['assess', '-'], JSON.stringify(aDossier()));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Northlight Scribe');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('assesses for the date asked for', async () => {
    const { exitCode } = await duecare(['assess', practice(), '--as-of', '2027-03-01', '--json', 'sra.json']);
    const { document } = JSON.parse(readFileSync(join(folder, 'sra.json'), 'utf8')) as SealedAssessment;
    expect([exitCode, document.asOf, document.dossier.asOf]).toEqual([0, '2027-03-01', '2027-03-01']);
  });

  it('without a browser leaves JSON and HTML, says how to get the PDF, and ends with exit code 3', async () => {
    const { exitCode, stdout, stderr } = await duecare(
      ['assess', practice(), '--out', 'sra.pdf'],
      '',
      NO_BROWSER,
    );
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Northlight Scribe');
    expect(stderr).toMatch(/No PDF was made\..*Install/);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(readdirSync(folder).sort()).toEqual(['practice.yaml', 'sra.html', 'sra.json']);
  });

  it('does not write what it leaves over the dossier', async () => {
    const dossier = JSON.stringify(aDossier());
    file('sra.json', dossier);
    const { exitCode } = await duecare(['assess', 'sra.json', '--out', 'sra.pdf'], '', NO_BROWSER);
    expect(exitCode).toBe(3);
    expect(readFileSync(join(folder, 'sra.json'), 'utf8')).toBe(dossier);
    expect(existsSync(join(folder, 'sra.assessment.json'))).toBe(true);
  });

  it('stops quietly when its reader goes', () => {
    const command = `"${process.execPath}" "${MAIN}" schema | head -c 10`;
    const { stderr, status } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('duecare assess with bad input', () => {
  const wrong = (change: (dossier: ReturnType<typeof aDossier>) => unknown): string => {
    const dossier = aDossier();
    change(dossier);
    return JSON.stringify(dossier);
  };

  it.each<[string, () => string | Buffer, RegExp]>([
    ['not YAML', () => 'practice: [1, 2\nvendors: }\n', /line \d+, column \d+/],
    ['not a dossier', () => 'hello', /is not a dossier/],
    ['an empty file', () => '', /is empty|not a dossier/],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /not UTF-8/],
    [
      'a wrong type',
      () => wrong((d) => Object.assign(d.practice, { clinicians: 'four' })),
      /\/practice\/clinicians: must be/,
    ],
    [
      'an unknown id',
      () => wrong((d) => Object.assign(d.services[0] ?? {}, { vendor: 'nobody' })),
      /\/services\/0\/vendor: no vendor/,
    ],
    [
      'an unknown threat',
      () => wrong((d) => Object.assign(d.adjustments?.[0] ?? {}, { threat: 'T-99' })),
      /\/threat: is not a threat/,
    ],
    [
      'a flow to nowhere',
      () => wrong((d) => Object.assign(d.dataFlows?.[1]?.to ?? {}, { subcontractor: 'nowhere' })),
      /\/dataFlows\/1\/to\/subcontractor: is not/,
    ],
    [
      'dates reversed',
      () => wrong((d) => Object.assign(d.agreements?.[0] ?? {}, { endsOn: '2025-01-01' })),
      /endsOn: lies before/,
    ],
    [
      'an unknown data class',
      () => wrong((d) => Object.assign(d.dataFlows?.[0] ?? {}, { dataClasses: ['dna'] })),
      /must be one of/,
    ],
    ['an unknown field', () => wrong((d) => Object.assign(d, { vendor: [] })), /did you mean "vendors"/],
    [
      'an answer from the future',
      () => wrong((d) => Object.assign(d, { asOf: '2026-01-01' })),
      /lies after 2026-01-01/,
    ],
    ['50 MB of nonsense', () => Buffer.alloc(50_000_000, 'nonsense '), /larger than 5 MiB/],
    ['brackets without end', () => '['.repeat(1_000_000), /too long|nested deeper/],
    ['a YAML bomb', () => yamlBomb(), /aliases/],
    [
      'a field that tries to write to the terminal',
      () => '{"format":"duecare-dossier","\\u001b[2Jx":1}',
      /\/\\u001b\[2Jx: is not/,
    ],
  ])(
    '%s: exit code 2, each fault with its place, no stack trace, no file',
    async (_what, content, expected) => {
      const { exitCode, stdout, stderr } = await duecare([
        'assess',
        file('bad', content()),
        '--json',
        'sra.json',
      ]);
      expect({ exitCode, stdout, stderr }).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: expect.stringMatching(expected),
      });
      expect(stderr).not.toMatch(STACK_TRACE);
      expect(readdirSync(folder)).toEqual(['bad']);
    },
  );

  it.each<[string, string[], RegExp, Record<string, string>?]>([
    ['a file that is not there', ['assess', 'nothing.yaml'], /no file nothing\.yaml/],
    ['a folder', ['assess', '.'], /is a folder/],
    ['a date that does not exist', ['assess', 'practice.yaml', '--as-of', '2026-02-30'], /--as-of/],
    ['an output that is a folder', ['assess', 'practice.yaml', '--json', 'made'], /is a folder/],
    ['an output in no folder', ['assess', 'practice.yaml', '--out', 'no/sra.pdf'], /no such folder/],
    [
      'an output over the dossier',
      ['assess', 'practice.yaml', '--json', 'practice.yaml'],
      /is the dossier itself/,
    ],
    ['one file for two outputs', ['assess', 'practice.yaml', '--json', 'x', '--html', './x'], /two outputs/],
    ['a wrong setting', ['assess', 'practice.yaml', '--out', 'sra.pdf'], /PORT/, { PORT: 'x' }],
  ])('%s: exit code 2 and a clear line', async (_what, args, expected, settings = {}) => {
    practice();
    mkdirSync(join(folder, 'made'));
    const { exitCode, stderr } = await duecare(args, '', settings);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringMatching(expected) });
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(existsSync(join(folder, 'sra.pdf'))).toBe(false);
  });
});

describe('duecare verify', () => {
  const KEY = signingKeyOf(generateKeyPairSync('ed25519').privateKey);

  async function sealedText(): Promise<string> {
    await duecare(['assess', practice(), '--json', 'draft.json']);
    const { document } = JSON.parse(readFileSync(join(folder, 'draft.json'), 'utf8')) as SealedAssessment;
    const signOff = {
      name: 'Dana Whitfield',
      role: 'Security official',
      at: '2026-11-22T15:00:00.000Z',
      statement: 'Read.',
    };
    return JSON.stringify(sealDocument({ ...document, status: 'sealed', signOff }, KEY));
  }

  it('answers 0 for sealed, 1 for tampered or another key, 2 for anything else, 3 for a draft', async () => {
    const text = await sealedText();
    file('sealed.json', text);
    file('tampered.json', text.replace('Harbor Light', 'Harbour Light'));
    const sealed = await duecare(['verify', 'sealed.json']);
    expect(sealed).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Sealed and intact\./) });
    expect(sealed.stdout).toContain(KEY.keyId);
    expect((await duecare(['verify', '-', '--key-id', KEY.keyId.toUpperCase()], text)).exitCode).toBe(0);
    expect((await duecare(['verify', 'sealed.json', '--key-id', 'a'.repeat(64)])).exitCode).toBe(1);
    expect(await duecare(['verify', 'tampered.json'])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^Does not verify\./),
    });
    expect((await duecare(['verify', 'draft.json'])).exitCode).toBe(3);
  });

  it.each([
    ['a dossier', ['verify', 'practice.yaml']],
    ['a file that is not there', ['verify', 'nothing.json']],
    ['a folder', ['verify', '.']],
    ['a fingerprint that is none', ['verify', 'practice.yaml', '--key-id', 'abc']],
  ])('answers 2 for %s, without a stack trace', async (_what, args) => {
    practice();
    const { exitCode, stderr } = await duecare(args);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/\w/)]);
    expect(stderr).not.toMatch(STACK_TRACE);
  });
});

function yamlBomb(): string {
  const names = 'abcdefghi'.split('');
  return names
    .map((name, index) => {
      const entries = Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*${names[index - 1]}`));
      return `${name}: &${name} [${entries.join(', ')}]`;
    })
    .join('\n');
}
