import { aDossier } from '../../../test/factories/dossier.factory';
import type { Dossier } from '../../dossiers/dossier.document';
import type { RecordedFacts } from '../obligation-facts.query';
import type { RecordSource } from '../rules/obligation-sources';
import { subjectsOf } from './subjects-of';

const TODAY = '2026-11-22';
const RECORDED = '2026-10-05';

/** A dossier as it is stored, every record made on one day. */
function stored(changes: Partial<Dossier> = {}): RecordedFacts {
  const { practice, ...lists } = aDossier(changes);
  const recorded = Object.fromEntries(
    Object.entries(lists).flatMap(([name, list]) =>
      Array.isArray(list)
        ? [[name, list.map((one: object) => ({ ...one, id: 'id', recordedOn: RECORDED }))]]
        : [],
    ),
  );
  return { ...recorded, practice: { ...practice, recordedOn: '2026-10-01' } } as unknown as RecordedFacts;
}

const found = (source: RecordSource, changes: Partial<Dossier> = {}, today = TODAY) =>
  subjectsOf(stored(changes), today)[source] ?? [];

const [agreement] = aDossier().agreements ?? [];
const [report] = aDossier().soc2Reports ?? [];
const [certificate] = aDossier().attestations ?? [];
const [overview] = aDossier().evidence ?? [];
const [service] = aDossier().services;
if (!agreement || !report || !certificate || !overview || !service)
  throw new Error('the example lost a record');

describe('What obligations arise from', () => {
  it('is the practice, the tools with AI, their vendors and what goes to them, each once and in words', () => {
    expect(found('practice').map(({ why }) => why)).toEqual(['the practice keeps client data']);
    expect(found('ai_use').map(({ why, recordedOn }) => [why, recordedOn])).toEqual([
      ['the practice uses Northlight Scribe', RECORDED],
    ]);
    expect(found('ai_service').map(({ record }) => record)).toEqual([
      { kind: 'service', key: 'northlight-scribe' },
    ]);
    expect(found('ai_vendor').map(({ record, why }) => [record?.key, why])).toEqual([
      ['northlight-notes', 'Northlight Scribe of Northlight Notes, Inc. uses AI'],
    ]);
    expect(found('drafting_service')).toHaveLength(1);
  });

  it('is nothing of AI where no tool uses it', () => {
    const services = [{ ...service, usesAi: false }];
    for (const source of ['ai_use', 'ai_service', 'ai_vendor', 'drafting_service'] as const)
      expect([source, found(source, { services })]).toEqual([source, []]);
  });

  it('is each flow of recordings to the vendor, and the consent forms of a tool together', () => {
    expect(found('audio_flow').map(({ record }) => record?.key)).toEqual(['scribe-audio', 'scribe-hosting']);
    expect(found('consent').map(({ record, countsFrom }) => [record?.kind, countsFrom])).toEqual([
      ['practice_measures', '2026-03-01'],
    ]);
    expect(found('consent', { practiceMeasures: [] })).toEqual([]);
  });
});

describe('A tool that client data goes to', () => {
  it('is shown to have its agreement while one in force covers every flow', () => {
    expect(found('client_data_service').map(({ shownBy }) => shownBy)).toEqual([
      'an agreement in force that covers it',
    ]);
  });

  it.each<[string, Partial<Dossier>]>([
    ['there is none', { agreements: [] }],
    ['it has ended', { agreements: [{ ...agreement, endsOn: '2026-11-21' }] }],
    ['it is unsigned', { agreements: [{ ...agreement, signedOn: null, effectiveOn: null }] }],
  ])('needs one from the day on which the flow was recorded when %s', (_what, changes) => {
    expect(
      found('client_data_service', changes).map(({ shownBy, neededSince }) => [shownBy, neededSince]),
    ).toEqual([[null, RECORDED]]);
  });

  it('is none before its first flow runs', () => {
    const dataFlows = (aDossier().dataFlows ?? []).map((flow) => ({ ...flow, since: '2026-12-01' }));
    expect(found('client_data_service', { dataFlows, agreements: [] })).toEqual([]);
  });
});

describe('An agreement', () => {
  it('is read again while it is in force, from the day since which it is', () => {
    expect(found('agreement').map(({ countsFrom }) => countsFrom)).toEqual(['2026-01-15']);
    expect(found('ended_agreement')).toEqual([]);
  });

  it.each([
    ['ran out', { endsOn: '2026-11-10' }, '2026-11-11'],
    ['was ended', { terminatedOn: '2026-10-20' }, '2026-10-20'],
  ])('that %s asks for the data back, by the days that it names itself', (_what, changes, ended) => {
    const agreements = [{ ...agreement, noticePeriods: null, ...changes }];
    expect(found('agreement', { agreements })).toEqual([]);
    expect(
      found('ended_agreement', { agreements }).map(({ countsFrom, firstDueOn }) => [countsFrom, firstDueOn]),
    ).toEqual([[ended, undefined]]);
    const named = [{ ...agreement, ...changes, noticePeriods: { deletionDays: 10 } }];
    const [own] = found('ended_agreement', { agreements: named });
    expect(own?.firstDueOn && own.firstDueOn > ended).toBe(true);
  });

  it('that another took the place of, or that was never in force, asks for nothing', () => {
    const replaced = { ...agreement, supersededBy: 'next', supersededOn: '2026-11-01' };
    const unsigned = { ...agreement, key: 'draft', signedOn: null, effectiveOn: null };
    expect(found('ended_agreement', { agreements: [replaced, unsigned] })).toEqual([]);
  });
});

describe('A paper', () => {
  it('drops out when a newer of its kind speaks of the same services', () => {
    const next = { ...report, key: 'next-report', periodEnd: '2026-11-01' };
    expect(found('soc2_report', { soc2Reports: [report, next] }).map(({ record }) => record?.key)).toEqual([
      'next-report',
    ]);
    const other = { ...next, services: [] };
    expect(found('soc2_report', { soc2Reports: [report, other] })).toHaveLength(2);
    const reissued = { ...certificate, key: 'reissued', issuedOn: '2026-11-01' };
    expect(
      found('attestation', { attestations: [certificate, reissued] }).map(({ record }) => record?.key),
    ).toEqual(['reissued']);
    expect(found('attestation', { attestations: [{ ...certificate, withdrawnOn: '2026-11-01' }] })).toEqual(
      [],
    );
  });

  it('counts only where it says until when it is valid, and is no agreement or report on file', () => {
    expect(found('evidence')).toEqual([]);
    const dated = { ...overview, validUntil: '2026-12-31' };
    expect(found('evidence', { evidence: [dated] }).map(({ firstDueOn }) => firstDueOn)).toEqual([
      '2026-12-31',
    ]);
    expect(found('evidence', { evidence: [{ ...dated, kind: 'soc2_report' }] })).toEqual([]);
  });
});
