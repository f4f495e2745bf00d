// What is worked out beside the results as an assessment is drawn up.
import { aDossier } from '../../../test/factories/dossier.factory';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { buildAssessment } from '../build-assessment';
import type { AssessmentDocument } from '../assessment.document';
import { freshnessOn } from './evidence-register';

const CATALOGS = loadCatalogs();
const [AGREEMENT] = aDossier().agreements ?? [];
const [FLOW] = aDossier().dataFlows ?? [];
const [SERVICE] = aDossier().services;
if (!AGREEMENT || !FLOW || !SERVICE) throw new Error('the dossier of the factory lost its records');

function drawnUp(
  changes: Parameters<typeof aDossier>[0] = {},
  previous: { document: AssessmentDocument; digest: string } | null = null,
): AssessmentDocument {
  return buildAssessment({
    dossier: aDossier({ questionnaires: null, ...changes }),
    asOf: '2026-11-22',
    createdAt: new Date('2026-11-22T15:04:05.678Z'),
    catalogs: CATALOGS,
    assessmentId: null,
    organizationId: null,
    assessor: null,
    previous,
  });
}

describe('the register of agreements', () => {
  const inForce = { ...AGREEMENT, coverageLimits: null, amendments: null, autoRenews: null, endsOn: null };

  it('tells the state of an agreement, and the stretch of days on which it is in force', () => {
    const { agreementRegister } = drawnUp({
      agreements: [{ ...inForce, signedOn: '2026-01-15', effectiveOn: '2026-02-01' }],
    });
    expect(agreementRegister?.agreements[0]).toMatchObject({
      state: 'in_force',
      inForceSince: '2026-02-01',
      inForce: [{ from: '2026-02-01', to: null }],
    });
  });

  it('counts the days of six years on which data flowed without one', () => {
    const { agreementRegister } = drawnUp({
      agreements: [{ ...inForce, signedOn: '2026-01-15', effectiveOn: '2026-01-15' }],
      dataFlows: [{ ...FLOW, recipientRole: 'business_associate', since: '2026-01-01' }],
    });
    expect(agreementRegister).toMatchObject({ from: '2020-11-22', to: '2026-11-22' });
    expect(agreementRegister?.services[0]).toMatchObject({
      dataFlowsFrom: '2026-01-01',
      gapDays: 14,
      gaps: [{ from: '2026-01-01', to: '2026-01-14', days: 14, flows: [FLOW.key] }],
      coveredBy: [AGREEMENT.key],
    });
  });

  it('names every provision that the contract must hold, and calls one that nobody looked for not read', () => {
    const { agreementRegister } = drawnUp({
      agreements: [{ ...inForce, provisions: [{ provision: 'BAA-R05', verdict: 'weak' }] }],
    });
    const required = agreementRegister?.agreements[0]?.required ?? [];
    expect(required).toHaveLength(18);
    expect(required.filter(({ verdict }) => verdict !== 'not_read')).toMatchObject([
      { provision: 'BAA-R05', verdict: 'weak' },
    ]);
  });
});

describe('the comparison with the previous sealed assessment', () => {
  const before = { document: drawnUp(), digest: 'ab'.repeat(32) };

  it('is absent when there is none', () => {
    expect(drawnUp()).not.toHaveProperty('comparison');
  });

  it('names its digest, and says of services that nothing changed', () => {
    const { comparison } = drawnUp({}, before);
    expect(comparison?.previous).toMatchObject({ digest: before.digest, asOf: '2026-11-22' });
    expect(comparison?.services).toMatchObject([
      { key: SERVICE.key, gatesNew: [], gatesGone: [], unknownNew: [], unknownResolved: [] },
    ]);
    expect(comparison).toMatchObject({ newServices: [], goneServices: [], catalogs: [] });
  });

  it('tells a gate that holds now and did not then', () => {
    const quiet = { document: drawnUp({ dataFlows: [] }), digest: before.digest };
    const { comparison } = drawnUp({ agreements: [] }, quiet);
    const [service] = comparison?.services ?? [];
    expect(service?.gatesNew.join()).toMatch(/agreement/i);
    expect(service?.now.decision).toBe('do_not_use');
  });

  it('tells services that are new and services that are gone', () => {
    const other = { ...SERVICE, key: 'another-service', name: 'Another service' };
    const later = drawnUp({ services: [...aDossier().services, other] }, before);
    expect(later.comparison?.newServices).toMatchObject([{ key: 'another-service' }]);
    const earlier = { document: later, digest: before.digest };
    expect(drawnUp({}, earlier).comparison?.goneServices).toMatchObject([{ key: 'another-service' }]);
  });
});

describe('the register of reports', () => {
  it('says of each report what it is worth and which red flags it raises', () => {
    const { assuranceRegister } = drawnUp();
    expect(assuranceRegister?.reports[0]?.document.countsAs).toBe('type_2');
    expect(assuranceRegister?.reports[0]?.redFlags.map(({ id }) => id)).toContain('SOC-RF06');
  });
});

describe('the freshness of a document on the date of the assessment', () => {
  it.each([
    ['2026-01-31', null, '2027-01-31', 'current'],
    ['2026-01-31', null, '2027-02-01', 'ageing'],
    ['2026-01-31', null, '2028-01-31', 'ageing'],
    ['2026-01-31', null, '2028-02-01', 'stale'],
    ['2026-01-31', '2026-06-30', '2026-06-30', 'current'],
    ['2026-01-31', '2026-06-30', '2026-07-01', 'expired'],
  ])('of %s, valid until %s, looked at on %s: %s', (issuedOn, validUntil, date, freshness) => {
    expect(freshnessOn({ issuedOn, validUntil }, date)).toBe(freshness);
  });
});
