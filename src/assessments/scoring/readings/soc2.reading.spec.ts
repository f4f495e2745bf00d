// What a SOC 2 report earns on criteria CC6 and CC7 (access and monitoring).
import type { BridgeLetterFields } from '../../../soc2-reports/bridge-letter.fields';
import { AS_OF, soc2Report, scribe } from '../../../../test/factories/service-facts.factory';
import { MODEL, scored } from '../../../../test/factories/scored';
import type { ServiceFacts } from '../service-facts';
import { groundOf, viewOn } from '../service-view';
import { readSoc2 } from './soc2.reading';

function pointsFor(soc2Reports: ServiceFacts['soc2Reports'], asOf = '2026-11-22'): number | undefined {
  return scored(scribe({ soc2Reports, asOf }))
    .threats.find(({ id }) => id === 'T-02')
    ?.contributions.find(({ controlId }) => controlId === 'T-02.soc2-access')?.points;
}

function cuec(changes: object): object {
  return {
    userEntityControls: [{ key: 'cuec-1', text: 'Do it.', topic: 'access', criteria: ['CC6.2'], ...changes }],
  };
}

function reviewed(reviewedOn: string): object {
  const reviewer = { name: 'Dana Whitfield', role: 'Security official' };
  return { review: { conclusion: 'do_not_rely', reviewer, reviewedOn } };
}

// the control weighs 5: at most 5 x met 2 x audited 3 x current 2 = 60
describe('a SOC 2 report', () => {
  it.each([
    ['Type 2, unqualified, no exception', {}, 60],
    [
      'an exception takes the credit from the criteria that it touches',
      { exceptions: [{ criterion: 'CC6.1', summary: 'found' }] },
      0,
    ],
    [
      'an exception that is judged not to bear on client data halves it',
      { exceptions: [{ criterion: 'CC6.1', summary: 'found', relevantToClientData: 'no' }] },
      30,
    ],
    [
      'of which nobody knows whether it bears on client data takes it',
      { exceptions: [{ criterion: 'CC6.1', summary: 'found', relevantToClientData: 'unknown' }] },
      0,
    ],
    [
      'a control expected of the practice and done leaves it',
      cuec({ status: 'done', doneSince: '2026-03-01' }),
      60,
    ],
    ['one that is not done takes it', cuec({ status: 'not_done' }), 0],
    ['one that is planned takes it', cuec({ status: 'planned' }), 0],
    ['one of which nobody knows takes it', cuec({ status: 'unknown' }), 0],
    [
      'one that is done from next year on takes it until then',
      cuec({ status: 'done', doneSince: '2027-01-01' }),
      0,
    ],
    ['one not done on other criteria leaves it', cuec({ status: 'not_done', criteria: ['A1.2'] }), 60],
    ['one without criteria touches those of its topic', cuec({ status: 'not_done', criteria: [] }), 0],
    ['and leaves others', cuec({ status: 'not_done', criteria: [], topic: 'backup' }), 60],
    [
      'one that is not applicable, with its reason, leaves it',
      cuec({ status: 'not_applicable', notApplicableReason: 'none' }),
      60,
    ],
    ['one that is not applicable without a reason takes it', cuec({ status: 'not_applicable' }), 0],
    ['a draft earns nothing', { isDraft: true }, 0],
    ['a SOC 3 is no SOC 2', { kind: 'soc3' }, 0],
    ['a readiness report earns nothing', { kind: 'readiness' }, 0],
    ['a letter of engagement earns nothing', { kind: 'letter_of_engagement', opinion: 'not_found' }, 0],
    ['with more subject matter and a period it is a Type 2', { kind: 'soc2_plus' }, 60],
    ['with more subject matter at one date it is a Type 1', { kind: 'soc2_plus', periodStart: null }, 30],
    [
      'the report of the cloud host earns the vendor nothing',
      { reportedParty: 'subservice_organization' },
      0,
    ],
    ['about another company it earns nothing', { reportedEntity: 'Elsewhere LLC' }, 0],
    [
      'about another company, explained, it counts',
      { reportedEntity: 'Elsewhere LLC', entityExplanation: 'subsidiary' },
      60,
    ],
    ['by no CPA firm it earns nothing', { licensedCpaFirm: 'no' }, 0],
    ['that leaves the AI out earns nothing', { aiFeatureInScope: 'no' }, 0],
    ['in which nobody looked for the AI earns nothing', { aiFeatureInScope: null }, 0],
    ['whose exceptions nobody read earns nothing', { exceptions: null }, 0],
    ['whose user entity controls nobody read earns nothing', { userEntityControls: null }, 0],
    ['whose companies behind nobody read still shows access', { subserviceOrganizations: null }, 60],
    ['that is not relied on earns nothing', reviewed('2026-10-01'), 0],
    ['that will not be relied on earns until then', reviewed('2027-01-01'), 60],
    ['Type 2 with an exception elsewhere', { exceptions: [{ criterion: 'A1.2', summary: 'found' }] }, 60],
    [
      'a criterion is matched whole: CC61 is not CC6',
      { exceptions: [{ criterion: 'CC61', summary: 'found' }] },
      60,
    ],
    ['Type 1 earns less than Type 2', { kind: 'soc2_type_1', periodStart: null }, 30],
    [
      'a qualified opinion takes the credit from the criteria that it touches',
      { opinion: 'qualified', qualifiedCriteria: ['CC6.1'] },
      0,
    ],
    [
      'a qualified opinion leaves the other criteria',
      { opinion: 'qualified', qualifiedCriteria: ['A1.1'] },
      60,
    ],
    ['a qualified opinion that names no criteria touches all', { opinion: 'qualified' }, 0],
    ['an adverse opinion earns nothing', { opinion: 'adverse' }, 0],
    ['a disclaimer earns nothing', { opinion: 'disclaimer' }, 0],
    ['a period of two months earns half', { periodStart: '2026-05-01' }, 30],
    ['a period of three months is whole', { periodStart: '2026-04-01' }, 60],
    ['a report on other categories earns nothing', { categories: ['availability'] }, 0],
    ['a period that has not ended does not count yet', { periodEnd: '2026-11-23' }, 0],
  ] as const)('%s', (_case, changes, points) => {
    expect(pointsFor([soc2Report(changes as Parameters<typeof soc2Report>[0])])).toBe(points);
  });

  it.each([
    ['2027-06-30', null, 60],
    ['2027-07-01', null, 0],
    ['2027-07-01', '2027-09-30', 30],
    ['2027-09-30', '2027-12-31', 30],
    ['2027-10-01', '2027-12-31', 0],
    ['2027-08-02', '2027-08-01', 0],
  ])('on %s, with a bridge letter until %s, earns %i', (asOf, to, points) => {
    const letter = {
      from: '2027-07-01',
      issuedOn: '2027-07-01',
      signedByManagement: 'yes',
      changesReported: 'no',
    } as const;
    const bridgeLetters = to === null ? null : [{ ...letter, to }];
    expect(pointsFor([soc2Report({ bridgeLetters, nextReportExpectedOn: '2027-11-15' })], asOf)).toBe(points);
  });

  it('is carried by no bridge letter of which only the last day is known: leaving out who signed it is not better', () => {
    expect(pointsFor([soc2Report({ bridgeLetterUntil: '2027-09-30' })], '2027-07-01')).toBe(0);
  });

  it.each([
    ['on these criteria', 'CC6.1', 30],
    ['on others', 'CC1.1', 60],
    ['on what nobody recorded', null, 30],
  ])('with a control that was not tested, %s', (_case, criterion, points) => {
    const controlsNotTested = [{ control: 'Access is reviewed', criterion }];
    expect(pointsFor([soc2Report({ controlsNotTested })], '2027-06-30')).toBe(points);
  });

  it('earns nothing while nobody has looked for controls that were not tested, unless it tests none', () => {
    expect(pointsFor([soc2Report({ controlsNotTested: null })], '2027-06-30')).toBe(0);
    expect(pointsFor([soc2Report({ kind: 'soc2_type_1', controlsNotTested: null })], '2027-06-30')).toBe(30);
  });

  it('that is newer takes from an older one what it qualifies, and gives back nothing by being older', () => {
    const older = soc2Report({ key: 'older', periodEnd: '2026-03-31' });
    const newer = soc2Report({ opinion: 'adverse' });
    expect(pointsFor([older, newer])).toBe(0);
    const olderAdverse = soc2Report({ key: 'older', periodEnd: '2026-03-31', opinion: 'adverse' });
    expect(pointsFor([olderAdverse, soc2Report()])).toBe(60);
  });

  it('takes from an older report what the practice does not do of the newer', () => {
    const older = soc2Report({ key: 'older', periodEnd: '2026-03-31' });
    expect(pointsFor([older, soc2Report(cuec({ status: 'not_done' }))])).toBe(0);
    expect(pointsFor([soc2Report(), { ...older, ...cuec({ status: 'not_done' }) }])).toBe(60);
  });

  it.each<[string, Partial<BridgeLetterFields>, string, number]>([
    ['carries the report three months past its year', {}, '2027-07-31', 30],
    ['signed by sales carries nothing', { signedByManagement: 'no' }, '2027-07-31', 0],
    ['that reports changes carries nothing', { changesReported: 'yes' }, '2027-07-31', 0],
    ['that leaves a gap carries nothing', { from: '2027-07-15' }, '2027-07-31', 0],
    ['carries three months and no longer', { from: '2027-05-01' }, '2027-08-01', 0],
    ['counts from its own day', { issuedOn: '2027-08-01' }, '2027-07-31', 0],
    ['carries to fifteen months at most', { from: '2027-07-01', to: '2027-12-31' }, '2027-10-01', 0],
  ])('a bridge letter %s', (_case, changes, asOf, points) => {
    const letter: BridgeLetterFields = {
      from: '2027-07-01',
      to: '2027-09-30',
      issuedOn: '2027-07-10',
      signedByManagement: 'yes',
      changesReported: 'no',
      ...changes,
    };
    const report = soc2Report({ bridgeLetters: [letter], nextReportExpectedOn: '2027-10-15' });
    expect(pointsFor([report], asOf)).toBe(points);
    expect(pointsFor([{ ...report, nextReportExpectedOn: null }], asOf)).toBe(0);
  });
});

describe('how the vendor minds its own vendors (CC9)', () => {
  it.each([
    ['nobody is behind it', [], 'fully'],
    ['nobody recorded who is behind it', null, 'unknown'],
    ['a company is left out and its report not reviewed', [{ method: 'carve_out' }], 'not_met'],
    [
      'a company is left out and its report reviewed',
      [{ method: 'carve_out', reviewedOn: '2026-09-01' }],
      'fully',
    ],
    ['it will be reviewed', [{ method: 'carve_out', reviewedOn: '2027-09-01' }], 'not_met'],
    ['a company is inside', [{ method: 'inclusive' }], 'fully'],
    ['nobody knows how the company is treated', [{ method: 'unknown' }], 'not_met'],
  ] as const)('when %s', (_case, companies, met) => {
    const subserviceOrganizations =
      companies?.map((company) => ({ name: 'Example Cloud Hosting', service: 'hosting', ...company })) ??
      null;
    const view = viewOn(
      groundOf(scribe({ soc2Reports: [soc2Report({ subserviceOrganizations })] }), MODEL),
      AS_OF,
    );
    expect(readSoc2(view, { criteria: ['CC9'], category: 'security' }).met).toBe(met);
    expect(readSoc2(view, { criteria: ['CC6'], category: 'security' }).met).toBe('fully');
  });
});
