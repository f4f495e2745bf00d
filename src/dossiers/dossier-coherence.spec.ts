import { aDossier } from '../../test/factories/dossier.factory';
import { at, codesAfter, type Change } from '../../test/factories/incoherences';
import { findIncoherences } from './dossier-coherence';

describe('Records that fit each other', () => {
  it('have no fault, whatever is left out', () => {
    expect(
      findIncoherences(aDossier(), { asOf: '2026-11-22', knownThreats: [{ id: 'T-04', scope: 'service' }] }),
    ).toEqual([]);
    const { format, formatVersion, practice } = aDossier();
    expect(findIncoherences({ format, formatVersion, practice, vendors: [], services: [] })).toEqual([]);
  });

  it('may share a key when they are of different kinds', () => {
    expect(codesAfter((d) => (at(d.soc2Reports).key = 'northlight-scribe'))).toEqual([]);
  });

  it.each<[string, Change]>([
    ['an agreement may be signed after its first day', (d) => (at(d.agreements).signedOn = '2026-02-01')],
    ['an agreement may be a draft with planned dates', (d) => (at(d.agreements).signedOn = null)],
    ['an agreement may end on the day on which it begins', (d) => (at(d.agreements).endsOn = '2026-01-15')],
    ['an agreement may be terminated on its last day', (d) => (at(d.agreements).terminatedOn = '2027-01-14')],
    ['an agreement may cover no service', (d) => (at(d.agreements).services = [])],
    [
      'a flow may run between two subcontractors',
      (d) => {
        at(d.services).subcontractors?.push({ key: 'model-host', name: 'Example Models', role: 'model' });
        at(d.dataFlows, 1).from = { party: 'subcontractor', subcontractor: 'model-host' };
      },
    ],
    ['an unknown answer needs no basis', (d) => (at(at(d.checklists).answers, 1).basis = null)],
    [
      'a figure may be set anew after the adjustment before was withdrawn',
      (d) => {
        const { assessor: by, decidedOn: on } = at(d.adjustments);
        d.adjustments.push({
          ...at(d.adjustments),
          key: 'b',
          withdrawal: { on, by, reason: 'No longer so.' },
        });
      },
    ],
    [
      'one threat may be adjusted in two figures',
      (d) => {
        d.adjustments.push({ ...at(d.adjustments), key: 'other', target: 'impact' });
      },
    ],
  ])('%s', (_rule, change) => expect(codesAfter(change)).toEqual([]));
});

describe('Records that do not fit each other', () => {
  it.each<[string, Change, string[]]>([
    [
      'an agreement that ends before it begins',
      (d) => (at(d.agreements).endsOn = '2026-01-14'),
      ['/agreements/0/endsOn dates-reversed', '/agreements/0/signedOn dates-reversed'],
    ],
    [
      'an agreement that ends before its signature, which begins it',
      (d) => {
        at(d.agreements).effectiveOn = null;
        at(d.agreements).endsOn = '2026-01-14';
      },
      ['/agreements/0/endsOn dates-reversed'],
    ],
    [
      'an agreement terminated before it begins',
      (d) => {
        at(d.agreements).effectiveOn = '2026-02-01';
        at(d.agreements).terminatedOn = '2026-01-20';
      },
      ['/agreements/0/terminatedOn dates-reversed'],
    ],
    [
      'an agreement terminated after its end',
      (d) => (at(d.agreements).terminatedOn = '2027-02-01'),
      ['/agreements/0/terminatedOn dates-reversed'],
    ],
    [
      'an agreement signed after its end',
      (d) => (at(d.agreements).signedOn = '2027-01-15'),
      ['/agreements/0/signedOn dates-reversed'],
    ],
    [
      'an unsigned agreement that was terminated',
      (d) => {
        at(d.agreements).signedOn = null;
        at(d.agreements).terminatedOn = '2026-03-01';
      },
      ['/agreements/0/signedOn signature-missing'],
    ],
    [
      'a Type 2 report without a first day',
      (d) => (at(d.soc2Reports).periodStart = null),
      ['/soc2Reports/0/periodStart period-start-missing'],
    ],
    [
      'a Type 1 report with a first day',
      (d) => (at(d.soc2Reports).kind = 'soc2_type_1'),
      ['/soc2Reports/0/periodStart period-start-not-expected'],
    ],
    [
      'a period turned round',
      (d) => (at(d.soc2Reports).periodStart = '2026-07-01'),
      ['/soc2Reports/0/periodStart dates-reversed'],
    ],
    [
      'a bridge letter that bridges nothing',
      (d) => (at(d.soc2Reports).bridgeLetterUntil = '2026-06-30'),
      ['/soc2Reports/0/bridgeLetterUntil dates-reversed'],
    ],
    [
      'a report that did not examine security',
      (d) => (at(d.soc2Reports).categories = ['privacy']),
      ['/soc2Reports/0/categories security-missing'],
    ],
    [
      'a qualified opinion that excepts nothing',
      (d) => (at(d.soc2Reports).qualifiedCriteria = []),
      ['/soc2Reports/0/qualifiedCriteria criteria-missing'],
    ],
    [
      'an unqualified opinion that excepts something',
      (d) => (at(d.soc2Reports).opinion = 'unqualified'),
      ['/soc2Reports/0/qualifiedCriteria criteria-not-expected'],
    ],
    [
      'an exception without citation',
      (d) => (at(d.dataFlows).recipientRole = 'exception'),
      ['/dataFlows/0/exceptionCitation citation-missing'],
    ],
    [
      'a citation without exception',
      (d) => (at(d.dataFlows).exceptionCitation = '45 CFR 164.502(e)'),
      ['/dataFlows/0/exceptionCitation citation-not-expected'],
    ],
    [
      'de-identification that nothing shows',
      (d) => (at(d.dataFlows).identifiability = 'deidentified_expert_determination'),
      ['/dataFlows/0/deidentificationEvidence evidence-missing'],
    ],
    [
      'an answer without basis',
      (d) => (at(at(d.checklists).answers).basis = null),
      ['/checklists/0/answers/0/basis basis-missing'],
    ],
  ])('%s', (_what, change, expected) => expect(codesAfter(change)).toEqual(expected));
});
