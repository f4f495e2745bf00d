// When each red flag of a SOC 2 report is raised, and that a report without fault raises none.
import { soc2Report } from '../../../test/factories/service-facts.factory';
import { MODEL } from '../../../test/factories/scored';
import { RED_FLAG_IDS } from '../soc2-knowledge';
import { redFlagsOf, type RedFlagFacts } from '.';

type Report = RedFlagFacts['report'];

const SOUND: Partial<Report> = {
  categories: ['security', 'confidentiality', 'availability'],
  managementAssertion: 'yes',
  auditorIndependent: 'yes',
  controlTests: { controlsTested: 80, sampleSizesStated: 'yes', aiMentioned: 'yes' },
  copyReceived: 'full',
  bridgeLetterUntil: '2026-12-31',
  incidents: [],
  userEntityControls: [
    { key: 'cuec-1', text: 'Do it.', topic: 'access', status: 'done', doneSince: '2026-03-01' },
  ],
  subserviceOrganizations: [
    { name: 'Example Cloud Hosting', service: 'hosting', method: 'carve_out', reviewedOn: '2026-09-01' },
  ],
};

function facts(changes: Partial<Report>, around: Partial<RedFlagFacts> = {}): RedFlagFacts {
  return {
    asOf: '2026-11-22',
    report: { ...soc2Report(), ...SOUND, ...changes },
    vendorName: 'Example Notes, Inc.',
    services: [{ key: 'scribe', usesAi: true, companiesBehind: ['Example Cloud Hosting'] }],
    others: [],
    ages: MODEL.ages.soc2,
    ...around,
  };
}

const raised = (changes: Partial<Report>, around: Partial<RedFlagFacts> = {}) =>
  redFlagsOf(facts(changes, around), MODEL.soc2).map(({ id }) => id);
const exception = (topic: 'off_boarding' | 'people', criterion = 'CC6.2') => ({
  criterion,
  summary: 'found',
  topic,
});
type Raising = [string, Partial<Report>, Partial<RedFlagFacts>];
const rows = (...given: [string, Partial<Report>, Partial<RedFlagFacts>?][]): Raising[] =>
  given.map(([id, report, around = {}]) => [id, report, around]);
const letter = {
  from: '2026-07-01',
  to: '2026-09-30',
  issuedOn: '2026-10-01',
  signedByManagement: 'yes' as const,
  changesReported: 'no' as const,
};

describe('red flags', () => {
  it('are raised by nothing in a sound report', () => {
    expect(raised({})).toEqual([]);
    expect(raised({ bridgeLetterUntil: null, bridgeLetters: [letter] })).toEqual([]);
  });

  it.each<Raising>(
    rows(
      ['SOC-RF01', { reportedParty: 'subservice_organization', subserviceOrganizations: null }],
      ['SOC-RF02', { kind: 'soc2_type_1', periodStart: null }],
      ['SOC-RF03', {}, { asOf: '2027-07-01' }],
      ['SOC-RF04', { bridgeLetterUntil: null }],
      ['SOC-RF04', { bridgeLetters: [{ ...letter, to: '2026-12-31' }] }],
      ['SOC-RF04', { bridgeLetters: [{ ...letter, signedByManagement: 'no' }] }],
      ['SOC-RF05', { opinion: 'adverse' }],
      ['SOC-RF05', { opinion: 'disclaimer' }],
      ['SOC-RF06', { opinion: 'qualified', qualifiedCriteria: ['CC6.1'] }],
      ['SOC-RF07', { aiFeatureInScope: 'no' }],
      ['SOC-RF07', { reportedEntity: 'Elsewhere LLC' }],
      ['SOC-RF08', { subserviceOrganizations: [] }],
      [
        'SOC-RF08',
        {
          subserviceOrganizations: [
            { name: 'Example Cloud Hosting', service: 'hosting', method: 'carve_out' },
          ],
        },
      ],
      ['SOC-RF09', { categories: ['security'] }],
      ['SOC-RF10', { exceptions: [exception('off_boarding')] }],
      ['SOC-RF10', { exceptions: Array.from({ length: 5 }, () => exception('people')) }],
      ['SOC-RF11', { periodStart: '2026-04-01' }],
      ['SOC-RF12', { licensedCpaFirm: 'no' }],
      ['SOC-RF12', { auditorIndependent: 'no' }],
      ['SOC-RF13', { managementAssertion: 'no' }],
      ['SOC-RF13', { userEntityControls: [] }],
      ['SOC-RF14', { copyReceived: 'badge' }],
      ['SOC-RF14', { calledCertification: 'yes' }],
      [
        'SOC-RF15',
        { userEntityControls: [{ key: 'cuec-1', text: 'Do it.', topic: 'access', status: 'planned' }] },
      ],
      ['SOC-RF16', { copyReceived: 'redacted' }],
      ['SOC-RF17', { controlTests: { aiMentioned: 'no' } }],
      ['SOC-RF18', { incidents: [{ summary: 'An outage.', rootCauseStated: 'no' }] }],
    ),
  )('%s is raised, and no other, by %j', (id, changes, around) => {
    expect(raised(changes, around)).toEqual([id]);
  });

  it.each<Raising>(
    rows(
      ['one exception on something else', { exceptions: [exception('people')] }],
      ['a qualification elsewhere', { opinion: 'qualified', qualifiedCriteria: ['A1.2'] }],
      [
        'a Type 1 with a Type 2 planned',
        { kind: 'soc2_type_1', periodStart: null, type2PlannedOn: '2027-06-30' },
      ],
      [
        'another entity that is explained',
        { reportedEntity: 'Elsewhere LLC', entityExplanation: 'subsidiary' },
      ],
      ['the same name written otherwise', { reportedEntity: 'EXAMPLE NOTES INC' }],
      [
        'a report replaced by a newer one',
        { periodEnd: '2025-06-30', periodStart: '2024-07-01' },
        { others: [soc2Report()] },
      ],
      ['a service without AI outside which AI lies', { aiFeatureInScope: 'no' }, { services: [] }],
    ),
  )('are not raised by %s', (_what, changes, around) => {
    expect(raised(changes, around)).toEqual([]);
  });

  it('come worst first and say where the fact base was not checked against a source', () => {
    const flags = redFlagsOf(
      facts({ opinion: 'adverse', copyReceived: 'summary', licensedCpaFirm: 'no' }),
      MODEL.soc2,
    );
    expect(flags.map(({ severity }) => severity)).toEqual(['critical', 'high', 'low']);
    expect(flags.every(({ isUnverified, basis }) => isUnverified && basis === 'from knowledge')).toBe(true);
  });

  it('are eighteen, each in the catalog once', () => {
    expect(MODEL.soc2.redFlags.map(({ id }) => id)).toEqual([...RED_FLAG_IDS]);
  });
});
