import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { attestationLine, soc2Line, type ToolOfPapers } from './report-lines';
import type { PapersFacts } from './papers-of-tool.query';

const catalog = (name: string): unknown =>
  parse(readFileSync(join(__dirname, '..', '..', '..', 'catalogs', `${name}.yaml`), 'utf8'));

const MODEL = {
  ...(catalog('scoring-model') as object),
  soc2: catalog('soc2'),
  attestations: catalog('attestations'),
} as ToolOfPapers['model'];
const TOOL: ToolOfPapers = { key: 'scribe', usesAi: true, today: '2026-11-22', model: MODEL };

type Report = PapersFacts['soc2Reports'][number];
const REPORT: Report = {
  ...{
    id: '1',
    key: 'r',
    vendor: 'northlight',
    kind: 'soc2_type_2',
    opinion: 'unqualified',
    auditor: 'Alder LLP',
  },
  ...{
    licensedCpaFirm: 'yes',
    reportedEntity: 'Northlight, Inc.',
    aiFeatureInScope: 'yes',
    services: ['scribe'],
  },
  ...{ periodStart: '2025-07-01', periodEnd: '2026-06-30', categories: ['security'], exceptions: [] },
  ...{ controlsNotTested: [], userEntityControls: [] },
};

const weakIn = (report: Partial<Report>): string[] =>
  soc2Line({ ...REPORT, ...report }, 'Northlight, Inc.', TOOL).notes.flatMap(({ isWeak, words }) =>
    isWeak ? [words] : [],
  );

describe('what is weak in a SOC 2 report', () => {
  it.each<[Partial<Report>, string[]]>([
    [{}, []],
    [{ opinion: 'qualified', qualifiedCriteria: ['CC6.1'] }, ['Qualified opinion on CC6.1']],
    [{ isDraft: true }, ['It counts for nothing yet: it is a draft']],
    [{ services: [] }, ['This tool is not named in its scope']],
    [
      { exceptions: null },
      ['It counts for nothing yet: it has not been read through; still to be recorded: its exceptions'],
    ],
    [
      { periodEnd: '2025-06-30' },
      ['Its period ended more than 12 months ago: it counts as ended, ask for the next one'],
    ],
    [
      {
        periodEnd: '2025-10-31',
        bridgeLetters: [
          {
            from: '2025-11-01',
            to: '2026-11-30',
            issuedOn: '2026-11-01',
            signedByManagement: 'yes',
            changesReported: 'no',
          },
        ],
      },
      [
        'Its period ended more than 12 months ago: it counts as ended, ask for the next one',
        'The bridge letter of Nov 1, 2026 runs to Nov 30, 2026, and one counts for 3 months at most: this one to Jan 31, 2026 (good practice: a habit of the market, from knowledge and not checked; no rule of the AICPA and not law)',
        'No day for the next report is on record',
      ],
    ],
    [
      { userEntityControls: [{ key: 'c', text: 'Leave.', topic: 'off_boarding', status: 'planned' }] },
      ['1 thing that you have to do for it is not done'],
    ],
  ])('%j', (report, words) => expect(weakIn(report)).toEqual(words));
});

describe('what is weak in a certificate or test', () => {
  type Attestation = PapersFacts['attestations'][number];
  const TEST: Attestation = {
    ...{
      id: '1',
      key: 'a',
      vendor: 'northlight',
      kind: 'penetration_test',
      services: ['scribe'],
      issuer: 'Larkspur LLC',
    },
    ...{
      issuedOn: '2026-05-20',
      certifiedEntity: 'Northlight, Inc.',
      independentIssuer: 'yes',
      coversAi: 'yes',
    },
    ...{ proof: 'document', openFindings: { critical: 0, high: 0, moderate: 1, low: 0 } },
  };
  it.each<[Partial<Attestation>, string[]]>([
    [{}, []],
    [{ validUntil: '2026-06-30' }, ['Expired: it counts no more since Jul 1, 2026']],
    [{ withdrawnOn: '2026-08-01' }, ['Withdrawn since Aug 1, 2026']],
    [{ proof: null }, ['It counts as the vendor’s own word']],
    [{ openFindings: { critical: 1, high: 0, moderate: 0, low: 0 } }, ['Critical or high findings are open']],
    [{ coversAi: 'no' }, ['It counts for nothing yet: it does not cover the AI in use']],
  ])('%j', (attestation, words) => {
    const { notes } = attestationLine({ ...TEST, ...attestation }, 'Northlight, Inc.', TOOL);
    expect(notes.flatMap((note) => (note.isWeak ? [note.words] : []))).toEqual(words);
  });
});
