import { coverageOfService, coveredFlows } from './agreement-coverage';
import { editionOn, editionsOf, heldSince, type Edition } from './agreement-editions';
import type { AgreementFields } from './agreement.fields';
import type { AmendmentFields } from './amendment.fields';

function agreement(changes: Partial<AgreementFields> = {}): AgreementFields {
  return {
    kind: 'business_associate_agreement',
    title: 'Agreement',
    services: ['scribe'],
    signedOn: '2026-01-15',
    endsOn: '2026-12-31',
    breachNoticeHours: 72,
    noticePeriods: { terminationDays: 30, cureDays: 15 },
    provisions: [
      { provision: 'BAA-A01', verdict: 'contradicted' },
      { provision: 'BAA-R05', verdict: 'present' },
    ],
    ...changes,
  };
}

const amendment = (
  key: string,
  signedOn: string,
  changes: Partial<AmendmentFields> = {},
): AmendmentFields => ({
  key,
  title: key,
  signedOn,
  ...changes,
});

const spans = (editions: Edition[]) => editions.map(({ from, until }) => [from, until]);

describe('the editions of an agreement', () => {
  it('are none while it is unsigned, and one from the later of signature and effect', () => {
    expect(editionsOf(agreement({ signedOn: null }))).toEqual([]);
    expect(spans(editionsOf(agreement({ effectiveOn: '2026-02-01' })))).toEqual([
      ['2026-02-01', '2027-01-01'],
    ]);
    expect(spans(editionsOf(agreement({ effectiveOn: '2025-01-01' })))).toEqual([
      ['2026-01-15', '2027-01-01'],
    ]);
  });

  it('change with each signed amendment, in order of the days from which they count and not of the list', () => {
    const editions = editionsOf(
      agreement({
        amendments: [
          amendment('second', '2026-08-01', { provisions: [{ provision: 'BAA-A01', verdict: 'weak' }] }),
          amendment('never', '2026-05-01', { signedOn: null, endsOn: '2030-12-31' }),
          amendment('first', '2026-03-01', {
            effectiveOn: '2026-04-01',
            breachNoticeHours: 24,
            noticePeriods: { cureDays: 5 },
            provisions: [{ provision: 'BAA-A01', verdict: 'present' }],
          }),
        ],
      }),
    );
    expect(spans(editions)).toEqual([
      ['2026-01-15', '2026-04-01'],
      ['2026-04-01', '2026-08-01'],
      ['2026-08-01', '2027-01-01'],
    ]);
    const verdictOn = (date: string) => editionOn(editions, date)?.terms.verdicts.get('BAA-A01');
    expect(verdictOn('2026-03-31')).toMatchObject({ verdict: 'contradicted', since: '2026-01-15' });
    expect(verdictOn('2026-04-01')).toMatchObject({ verdict: 'present', since: '2026-04-01' });
    expect(verdictOn('2026-08-01')).toMatchObject({ verdict: 'weak', since: '2026-08-01' });
    const last = editionOn(editions, '2026-12-31') as Edition;
    expect(last.terms).toMatchObject({
      breachNoticeHours: 24,
      noticePeriods: { terminationDays: 30, cureDays: 5 },
      amendments: ['first', 'second'],
    });
    expect(last.terms.verdicts.get('BAA-R05')?.since).toBe('2026-01-15');
    expect(heldSince(editions, last)).toBe('2026-01-15');
    expect(heldSince(editions, last, ({ terms }) => terms.breachNoticeHours === 24)).toBe('2026-04-01');
  });

  it('of two amendments of one day the later key has the last word', () => {
    const editions = editionsOf(
      agreement({
        amendments: [
          amendment('b', '2026-03-01', { breachNoticeHours: 48 }),
          amendment('a', '2026-03-01', { breachNoticeHours: 24 }),
        ],
      }),
    );
    expect(editions.map(({ terms }) => terms.breachNoticeHours)).toEqual([72, 48]);
  });

  it('end for good with a termination or another agreement, whichever comes first', () => {
    const ended = agreement({
      terminatedOn: '2026-06-01',
      supersededOn: '2026-05-01',
      supersededBy: 'other',
    });
    expect(spans(editionsOf(ended))).toEqual([['2026-01-15', '2026-05-01']]);
    const late = { ...ended, amendments: [amendment('late', '2026-05-15', { endsOn: '2030-12-31' })] };
    expect(spans(editionsOf(late))).toEqual([['2026-01-15', '2026-05-01']]);
  });

  it('leave the days between a lapse and a late extension uncovered', () => {
    const revived = agreement({
      amendments: [amendment('late', '2027-02-01', { effectiveOn: '2027-01-01', endsOn: '2027-12-31' })],
    });
    expect(spans(editionsOf(revived))).toEqual([
      ['2026-01-15', '2027-01-01'],
      ['2027-02-01', '2028-01-01'],
    ]);
  });

  it('add and take away services, and replace the limits of those named only', () => {
    const editions = editionsOf(
      agreement({
        services: ['scribe', 'chat'],
        coverageLimits: [
          { service: 'scribe', plans: ['clinic'], flows: ['audio'] },
          { service: 'chat', plans: ['team'] },
        ],
        amendments: [
          amendment('first', '2026-03-01', { addsServices: ['billing'], removesServices: ['chat'] }),
          amendment('second', '2026-04-01', { coverageLimits: [{ service: 'scribe' }] }),
        ],
      }),
    );
    const [signed, first, second] = editions.map(({ terms }) => terms);
    if (!signed || !first || !second) throw new Error('three editions were expected');
    expect([signed.services, first.services]).toEqual([
      ['scribe', 'chat'],
      ['scribe', 'billing'],
    ]);
    const clinic = { key: 'scribe', plan: 'clinic', plans: null };
    expect(coverageOfService(signed, clinic)).toBe('covered');
    expect(coverageOfService(signed, { key: 'scribe', plan: 'free' })).toBe('other_plan');
    expect(coverageOfService(signed, { key: 'scribe' })).toBe('plan_unknown');
    expect(coverageOfService(signed, { key: 'billing' })).toBe('not_named');
    expect(coverageOfService(first, { key: 'chat', plan: 'team' })).toBe('not_named');
    expect(coverageOfService(second, { key: 'scribe', plan: 'free' })).toBe('covered');
    expect([coveredFlows(signed, 'scribe'), coveredFlows(second, 'scribe')]).toEqual([['audio'], null]);
  });
});
