import { sealedAssessment } from '../../test/factories/assessment-document.factory';
import type { Dossier } from '../dossiers/dossier.document';
import { EXAMPLE_DOSSIER } from '../server/example-dossier';
import { decisionRows } from './decisions';
import { logFrom } from './write-binder';

const { document } = sealedAssessment();

it('has a row for each tool, each signature, and what was set in between', () => {
  const rows = decisionRows(document);
  expect(rows.filter(({ kind }) => kind === 'Result for a tool').map(({ about }) => about)).toEqual(
    document.results.map(({ service }) => service.name),
  );
  expect(rows.filter(({ kind }) => kind === 'Signature').map(({ decided }) => decided)).toContain('Sealed');
  for (const { about, decided, on } of rows)
    for (const cell of [about, decided, on]) expect(cell).not.toBe('');
});

it('tells what the practice itself decided and accepted', () => {
  const { practiceDecisions, riskAcceptances } = EXAMPLE_DOSSIER;
  const dossier = { ...document.dossier, practiceDecisions, riskAcceptances } as unknown as Dossier;
  const rows = decisionRows({ ...document, dossier });
  const decidedOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ decided }) => decided);
  expect(decidedOf('Decision of the practice')).toEqual(['Use with conditions']);
  expect(decidedOf('Accepted risk')).toEqual(['moderate, until 2027-04-30']);
});

it('tells another interval and what was left out, with who decided', () => {
  const set = { decidedBy: { name: 'Ada', role: 'Owner' }, decidedOn: '2026-10-01', reason: 'Enough' };
  const dossier = {
    ...document.dossier,
    obligationSettings: [
      { ...set, key: 'a', obligation: 'OB-25', decision: 'other_interval' as const, months: 6 },
      { ...set, key: 'b', obligation: 'OB-30', decision: 'not_applicable' as const },
    ],
  };
  expect(
    decisionRows({ ...document, dossier })
      .filter(({ kind }) => kind === 'Obligation')
      .map(({ decided, by }) => [decided, by]),
  ).toEqual([
    ['Every 6 months', 'Ada, Owner'],
    ['not applicable', 'Ada, Owner'],
  ]);
});

it.each([
  [undefined, '2025-11-20'],
  ['2026-03-01', '2026-03-01'],
])('takes the log since the assessment before (%s), else of a year', (before, from) => {
  const previous = { assessmentId: null, digest: '', asOf: before ?? '', sealedAt: null, sealedBy: null };
  const comparison = { previous, services: [], newServices: [], goneServices: [], catalogs: [] };
  expect(logFrom({ asOf: '2026-11-20', ...(before && { comparison }) })).toBe(from);
});
