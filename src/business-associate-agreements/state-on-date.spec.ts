import { addDays } from '../common/calendar-date';
import type { AgreementFields } from './agreement.fields';
import { standingOn, stateOn } from './state-on-date';

const WITHIN = 60;

function agreement(changes: Partial<AgreementFields> = {}): AgreementFields {
  return {
    kind: 'business_associate_agreement',
    title: 'Agreement',
    services: ['scribe'],
    requestedOn: '2025-11-01',
    sentOn: '2025-11-10',
    negotiatingSince: '2025-11-20',
    signedOn: '2025-12-20',
    effectiveOn: '2026-01-01',
    endsOn: '2026-12-31',
    ...changes,
  };
}

describe('the state of an agreement on a day', () => {
  it.each([
    ['the day before it was asked for', '2025-10-31', null],
    ['the day on which it was asked for', '2025-11-01', 'requested'],
    ['the day before a draft was sent', '2025-11-09', 'requested'],
    ['the day on which a draft was sent', '2025-11-10', 'sent'],
    ['while its wording is negotiated', '2025-12-19', 'negotiating'],
    ['the day of the signature', '2025-12-20', 'signed'],
    ['the day before it takes effect', '2025-12-31', 'signed'],
    ['the first day in force', '2026-01-01', 'in_force'],
    ['61 days before its last day', '2026-10-31', 'in_force'],
    ['60 days before its last day', '2026-11-01', 'expiring'],
    ['its last day', '2026-12-31', 'expiring'],
    ['the day after its last day', '2027-01-01', 'lapsed'],
  ])('%s', (_, date, state) => {
    expect(stateOn(agreement(), date, WITHIN)).toBe(state);
  });

  it.each<[string, Partial<AgreementFields>, string, string | null]>([
    ['unsigned, it never comes into force', { signedOn: null }, '2026-06-01', 'negotiating'],
    ['with no dates at all, nothing has happened', blank(), '2026-06-01', null],
    ['without an end, it does not expire', { endsOn: null }, '2036-01-01', 'in_force'],
    ['terminated, from that day', { terminatedOn: '2026-06-01' }, '2026-06-01', 'terminated'],
    ['about to be terminated, it is expiring', { terminatedOn: '2026-06-01' }, '2026-05-31', 'expiring'],
    ['superseded, from that day', superseded('2026-06-01'), '2026-06-01', 'superseded'],
    [
      'superseded on the day of a termination',
      { ...superseded('2026-06-01'), terminatedOn: '2026-06-01' },
      '2026-06-02',
      'superseded',
    ],
    [
      'superseded after it was terminated',
      { ...superseded('2026-07-01'), terminatedOn: '2026-06-01' },
      '2026-08-01',
      'terminated',
    ],
    ['renewing by itself, it goes on after its first term', renewing(), '2029-05-05', 'in_force'],
    ['renewing by itself, it is not expiring', renewing(), '2026-12-31', 'in_force'],
    [
      'renewing by itself until it was terminated',
      { ...renewing(), terminatedOn: '2028-03-01' },
      '2028-03-01',
      'terminated',
    ],
    ['signed late, it counts from the signature', { effectiveOn: '2025-12-01' }, '2025-12-19', 'negotiating'],
  ])('%s', (_, changes, date, state) => {
    expect(stateOn(agreement(changes), date, WITHIN)).toBe(state);
  });

  it('an amendment that extends it keeps it in force, and one signed after the end brings it back after a gap', () => {
    const extended = agreement({ amendments: [amendment('2026-11-15', '2027-12-31')] });
    expect(stateOn(extended, '2026-11-14', WITHIN)).toBe('expiring');
    expect(stateOn(extended, '2026-11-15', WITHIN)).toBe('in_force');
    expect(standingOn(extended, '2027-02-01', WITHIN).inForceSince).toBe('2026-01-01');
    const revived = agreement({ amendments: [amendment('2027-02-10', '2027-12-31')] });
    expect(stateOn(revived, '2027-02-09', WITHIN)).toBe('lapsed');
    expect(standingOn(revived, '2027-03-01', WITHIN)).toMatchObject({
      state: 'in_force',
      inForceSince: '2027-02-10',
      termEndsOn: '2027-12-31',
      terms: { amendments: ['first'] },
    });
  });
});

describe('the term that runs', () => {
  it.each([
    ['2026-06-01', '2026-12-31', '2026-10-02'],
    ['2026-12-31', '2026-12-31', '2026-10-02'],
    ['2027-01-01', '2027-12-31', '2027-10-02'],
    ['2030-07-01', '2030-12-31', '2030-10-02'],
  ])('of one that renews by itself ends, on %s, on %s, with notice to leave by %s', (date, end, notice) => {
    const standing = standingOn(agreement({ ...renewing(), noticeDaysToLeave: 90 }), date, WITHIN);
    expect([standing.termEndsOn, standing.leaveNoticeBy]).toEqual([end, notice]);
  });

  it('keeps to the last day of a month where it began on one', () => {
    const monthly = agreement({ ...renewing(), endsOn: '2026-01-31', renewalTermMonths: 1 });
    expect(standingOn(monthly, '2026-02-10', WITHIN).termEndsOn).toBe('2026-02-28');
    expect(standingOn(monthly, '2026-03-10', WITHIN).termEndsOn).toBe('2026-03-31');
  });
});

it('in force and out of force follow each other without a day that is neither', () => {
  const known = ['requested', 'sent', 'negotiating', 'signed', 'in_force', 'expiring', 'lapsed'];
  const seen = new Set<string>();
  for (let date = '2025-11-01'; date < '2027-03-01'; date = addDays(date, 1))
    seen.add(String(stateOn(agreement(), date, WITHIN)));
  expect([...seen]).toEqual(known);
});

function amendment(signedOn: string, endsOn: string) {
  return { key: 'first', title: 'First Amendment', signedOn, endsOn };
}

function superseded(on: string): Partial<AgreementFields> {
  return { supersededBy: 'another', supersededOn: on };
}

function renewing(): Partial<AgreementFields> {
  return { autoRenews: true, renewalTermMonths: 12 };
}

function blank(): Partial<AgreementFields> {
  return {
    requestedOn: null,
    sentOn: null,
    negotiatingSince: null,
    signedOn: null,
    effectiveOn: null,
    endsOn: null,
  };
}
