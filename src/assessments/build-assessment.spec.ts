import { aDossier } from '../../test/factories/dossier.factory';
import { loadCatalogs } from '../catalogs/load-catalogs';
import type { Dossier } from '../dossiers/dossier.document';
import { readDossier } from '../dossiers/read-dossier';
import { buildAssessment, type AssessmentInput } from './build-assessment';
import { canonicalBytes } from './sealing';

const CATALOGS = loadCatalogs();

function input(overrides: Partial<AssessmentInput> = {}): AssessmentInput {
  return {
    dossier: aDossier(),
    asOf: '2026-11-22',
    createdAt: new Date('2026-11-22T15:04:05.678Z'),
    catalogs: CATALOGS,
    assessmentId: null,
    organizationId: null,
    assessor: null,
    ...overrides,
  };
}

describe('An assessment drawn up', () => {
  it('is a draft, made by nobody in particular, of every service', () => {
    const document = buildAssessment(input());
    expect(document).toMatchObject({ status: 'draft', review: null, signOff: null, asOf: '2026-11-22' });
    expect(document.createdAt).toBe('2026-11-22T15:04:05.678Z');
    expect(document.results.map(({ service }) => service.key)).toEqual(['northlight-scribe']);
  });

  it('has one canonical text, whatever the order and form of the facts', () => {
    const reversed = readDossier(
      JSON.stringify({
        ...Object.fromEntries(Object.entries(aDossier()).reverse()),
        dataFlows: [...(aDossier().dataFlows ?? [])].reverse(),
      }),
    );
    const text = canonicalBytes(buildAssessment(input()));
    expect(canonicalBytes(buildAssessment(input({ dossier: reversed })))).toBe(text);
  });

  it('gives the same results when drawn up again from the facts inside it', () => {
    const document = buildAssessment(input({ asOf: '2027-02-01' }));
    const dossier = readDossier(JSON.stringify(document.dossier));
    expect(dossier.asOf).toBe('2027-02-01');
    expect(buildAssessment(input({ dossier, asOf: '2027-02-01' }))).toEqual(document);
  });

  it('carries the tables looked up, the catalogs with their digests and the oldest date of the law in them', () => {
    const document = buildAssessment(input());
    expect(document.matrices.i2).toEqual(CATALOGS.scoringModel.tables.risk.matrix);
    expect(document.catalogs).toHaveLength(CATALOGS.digests.length);
    const dates = CATALOGS.digests.map(({ lawAsOf }) => lawAsOf);
    expect(dates).toContain(document.lawAsOf);
    expect(dates.every((date) => date >= document.lawAsOf)).toBe(true);
  });

  it('holds until the first of its results does not', () => {
    const document = buildAssessment(input());
    const rated = [...document.results, ...(document.practiceResult ? [document.practiceResult] : [])];
    const ends = rated.flatMap(({ holdsUntil }) => (holdsUntil ? [holdsUntil.date] : []));
    expect(ends.length).toBeGreaterThan(0);
    expect(document.holdsUntil?.date).toBe(ends.sort()[0]);
    expect(
      buildAssessment(input({ dossier: aDossier({ services: [], dataFlows: [], safeguards: [] }) }))
        .holdsUntil,
    ).toBeNull();
  });

  it('freezes how the practice stood to each entry of the Security Rule, and what its own records say against it', () => {
    const safeguards = [
      { key: '164-308-b-3', entry: '164.308(b)(3)', status: 'in_place' as const, answeredOn: '2026-03-01' },
    ];
    const review = (changes: Partial<Dossier>) =>
      buildAssessment(input({ dossier: aDossier({ safeguards, ...changes }) })).safeguardsReview;
    expect(review({})?.counts).toMatchObject({ entries: 72, inPlace: 1, gaps: 0, open: 62 });
    const contracts = { agreements: [], serviceLevels: [], exitTerms: [] };
    expect(review(contracts)?.entries.find(({ entry }) => entry === '164.308(b)(3)')).toMatchObject({
      ...{ state: 'in_place', gap: 'contradicted' },
      contradictions: [{ kind: 'flow_without_agreement', services: ['northlight-scribe'] }],
    });
  });

  it('lists every source that gates, threats, provisions, questions, the Security Rule review, incidents, state law on consent and obligations cite, each once, and no other', () => {
    const document = buildAssessment(input());
    const {
      results,
      practiceResult,
      sources,
      agreementRegister,
      safeguardsReview,
      incidentRegister,
      consentRegister,
      obligationRegister,
      dossier,
    } = document;
    const listed = sources.map(({ citation }) => citation);
    expect(new Set(listed).size).toBe(listed.length);
    const cited = results.flatMap(({ gates, threats }) => [
      ...gates.flatMap(({ citation }) => (citation ? [citation] : [])),
      ...threats.flatMap(({ citations }) => citations),
    ]);
    cited.push(...(practiceResult?.threats.flatMap(({ citations }) => citations) ?? []));
    const asked = (dossier.questionnaires ?? []).flatMap(({ questions }) => questions ?? []);
    const required = agreementRegister?.agreements.flatMap((one) => one.required) ?? [];
    const owed = incidentRegister?.flatMap(({ duties }) => duties) ?? [];
    expect(owed.length).toBeGreaterThan(0);
    for (const { citation } of [...asked, ...required, ...owed]) if (citation) cited.push(citation);
    cited.push(...(consentRegister?.law ?? []).flatMap(({ citation }) => (citation ? [citation] : [])));
    // some obligations rest on law that has no source here, such as that of the states: those are told without one
    const known = CATALOGS.sources.map(({ citation }) => citation);
    const duties = (obligationRegister?.obligations ?? []).flatMap(({ citation }) => citation ?? []);
    const sourced = duties.filter((one) => one.split('; ').some((part) => known.includes(part)));
    expect(sourced.length).toBeGreaterThan(0);
    cited.push(...sourced);
    cited.push(...(safeguardsReview?.entries ?? []).map(({ entry }) => `45 CFR ${entry}`));
    for (const citation of cited) expect(listed.some((source) => citation.includes(source))).toBe(true);
    const tables = Object.values(CATALOGS.scoringModel.tables).map(({ citation }) => citation);
    for (const source of listed) expect([...cited, ...tables].join('\n')).toContain(source);
    expect(listed.length).toBeLessThan(CATALOGS.sources.length);
  });

  it('never calls anything compliant or certified, and says that it is not legal advice', () => {
    const { title, scope, notice, results } = buildAssessment(input());
    expect(JSON.stringify({ title, scope, notice, results })).not.toMatch(/\bcompliant\b|\bcertified\b/i);
    expect(notice).toContain('not legal advice');
    expect(scope).toContain('164.308(a)(1)(ii)(A)');
  });
});
