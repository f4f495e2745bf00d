// duecare assess with what it cannot use: exit code 2, every fault with its place, no stack trace, no file. The cases run two at a
// time, each in a folder of its own.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { PROJECT_ROOT } from '../../src/common/project-root';
import { aDossier } from '../factories/dossier.factory';
import { ensureBuilt } from '../support/built-server';
import { runTwoAtATime, type FinishedRun } from '../support/duecare-command';

const GOLDEN = join(PROJECT_ROOT, 'test/fixtures/sealed/assessment-v1.json');
const STACK_TRACE = /^\s+at .+:\d+/m;

const wrong = (change: (dossier: ReturnType<typeof aDossier>) => unknown): string => {
  const dossier = aDossier();
  change(dossier);
  return JSON.stringify(dossier);
};

interface BadDossier {
  what: string;
  content: () => string | Buffer;
  expected: RegExp;
}

const BAD_DOSSIERS: BadDossier[] = (
  [
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
  ] satisfies [string, () => string | Buffer, RegExp][]
).map(([what, content, expected]) => ({ what, content, expected }));

interface BadCall {
  what: string;
  args: string[];
  expected: RegExp;
  settings?: Record<string, string>;
}

const BAD_CALLS: BadCall[] = (
  [
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
    [
      'a report on a service that is not there',
      ['assess', 'practice.yaml', '--vendor-report', 'unheard-of=vendor.html'],
      /no tool has the key unheard-of/,
    ],
    ['a report on no service', ['assess', 'practice.yaml', '--vendor-report', 'vendor.pdf'], /KEY=FILE/],
    [
      'a previous assessment that is none',
      ['assess', 'practice.yaml', '--previous', 'practice.yaml'],
      /--previous practice\.yaml/,
    ],
    [
      "another practice's previous assessment",
      ['assess', 'practice.yaml', '--previous', GOLDEN],
      /of another practice/,
    ],
    ['a wrong setting', ['assess', 'practice.yaml', '--out', 'sra.pdf'], /PORT/, { PORT: 'x' }],
  ] as [string, string[], RegExp, Record<string, string>?][]
).map(([what, args, expected, settings]) => ({ what, args, expected, settings }));

beforeAll(ensureBuilt, 180_000);

describe('duecare assess with a dossier that it cannot use', () => {
  let runs: Promise<FinishedRun>[];
  beforeAll(() => {
    runs = runTwoAtATime(BAD_DOSSIERS, ({ content }, folder) =>
      folder.run(['assess', folder.file('bad', content()), '--json', 'sra.json']),
    );
  });
  afterAll(() => Promise.allSettled(runs));

  it.each(BAD_DOSSIERS.map(({ what, expected }, index) => ({ what, expected, index })))(
    '$what: exit code 2, each fault with its place, no stack trace, no file',
    async ({ expected, index }) => {
      const run = await runs[index];
      expect(run).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: expect.stringMatching(expected),
        files: ['bad'],
      });
      expect(run?.stderr).not.toMatch(STACK_TRACE);
    },
  );
});

describe('duecare assess called in a way that cannot be', () => {
  let runs: Promise<FinishedRun>[];
  beforeAll(() => {
    runs = runTwoAtATime(BAD_CALLS, ({ args, settings }, folder) => {
      folder.file('practice.yaml', stringify(aDossier()));
      mkdirSync(join(folder.path, 'made'));
      return folder.run(args, '', settings);
    });
  });
  afterAll(() => Promise.allSettled(runs));

  it.each(BAD_CALLS.map(({ what, expected }, index) => ({ what, expected, index })))(
    '$what: exit code 2 and a clear line',
    async ({ expected, index }) => {
      const run = await runs[index];
      expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(expected) });
      expect(run?.stderr).not.toMatch(STACK_TRACE);
      expect(run?.files).toEqual(['made', 'practice.yaml']);
    },
  );
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
