import { clocksOf } from '../../test/factories/incidents.arbitrary';
import type { DutyStanding } from './duty-standing';
import type { IncidentFields } from './incident.fields';
import { vendorTermOn, type AgreementOnRecord } from './vendor-term';

const AT_VENDOR: Partial<IncidentFields> = {
  vendor: 'northlight-notes',
  services: ['northlight-scribe'],
  vendorDiscoveredOn: '2026-09-25',
  vendorToldOn: '2026-09-28',
  vendorIsAgent: 'no',
};

const agreement = (changes: Partial<AgreementOnRecord> = {}): AgreementOnRecord => ({
  key: 'northlight-baa',
  vendor: 'northlight-notes',
  kind: 'business_associate_agreement',
  title: 'Business Associate Agreement',
  services: ['northlight-scribe'],
  signedOn: '2026-01-15',
  breachNoticeHours: 72,
  ...changes,
});

const toldOf = (changes: Partial<IncidentFields>, agreements: AgreementOnRecord[] = []): string[] =>
  clocksOf({ ...AT_VENDOR, ...changes }, { agreements }).vendor.map(inWords);

const inWords = ({ duty, standing, reason, dueOn, term }: DutyStanding) =>
  [duty, standing, reason, dueOn, term?.hours].filter(Boolean).join(' ');

describe('A vendor tells of a breach', () => {
  it.each<[string, Partial<IncidentFields>, AgreementOnRecord[], string[]]>([
    [
      'in time by law and by the agreement on the third day of 72 hours',
      {},
      [agreement()],
      ['vendor_law done presumed_breach 2026-11-24', 'vendor_agreement done agreement_term 2026-09-28 72'],
    ],
    [
      'late by the agreement, in time by law',
      { vendorToldOn: '2026-09-29' },
      [agreement()],
      [
        'vendor_law done presumed_breach 2026-11-24',
        'vendor_agreement done_late agreement_term 2026-09-28 72',
      ],
    ],
    [
      'by law alone where no agreement names a time',
      {},
      [agreement({ breachNoticeHours: null })],
      ['vendor_law done presumed_breach 2026-11-24', 'vendor_agreement not_due no_term_in_force'],
    ],
    [
      'late by law after 60 days, whatever an agreement allows',
      { vendorToldOn: '2026-11-25' },
      [agreement({ breachNoticeHours: 2400 })],
      [
        'vendor_law done_late presumed_breach 2026-11-24',
        'vendor_agreement done agreement_term 2027-01-03 2400',
      ],
    ],
    [
      'overdue where it has not said anything',
      { vendorToldOn: null },
      [agreement()],
      ['vendor_law open presumed_breach 2026-11-24', 'vendor_agreement overdue agreement_term 2026-09-28 72'],
    ],
    [
      'neither in time nor late as long as it does not say when it discovered it',
      { vendorDiscoveredOn: null },
      [agreement()],
      ['vendor_law done vendor_discovery_unknown', 'vendor_agreement done vendor_discovery_unknown 72'],
    ],
    [
      'by the agreement alone where it was no breach, if that names a time for incidents',
      { dataSecured: 'yes' },
      [agreement({ noticePeriods: { securityIncidentHours: 24 } })],
      ['vendor_law not_due data_secured', 'vendor_agreement done_late agreement_term 2026-09-26 24'],
    ],
    [
      'by nothing where it was no breach and the agreement names a time for breaches',
      { dataSecured: 'yes' },
      [agreement()],
      ['vendor_law not_due data_secured', 'vendor_agreement not_due no_term_in_force'],
    ],
  ])('%s', (_what, changes, agreements, told) => expect(toldOf(changes, agreements)).toEqual(told));

  it('or nobody does, where it happened at the practice', () => expect(clocksOf({}).vendor).toEqual([]));
});

describe('The time that an agreement names', () => {
  const about = { vendor: 'northlight-notes', services: ['northlight-scribe'], isBreach: true };
  const termOf = (agreements: AgreementOnRecord[], date = '2026-09-25') => {
    const term = vendorTermOn(agreements, about, date);
    return term && `${term.agreement} ${term.hours}`;
  };

  it.each<[string, AgreementOnRecord[], string | null]>([
    ['is that of the day of discovery', [agreement()], 'northlight-baa 72'],
    ['does not count before it is signed', [agreement({ signedOn: '2026-09-26' })], null],
    ['does not count once it has ended', [agreement({ terminatedOn: '2026-09-25' })], null],
    ['does not count for another vendor', [agreement({ vendor: 'other' })], null],
    ['does not count for services that it does not cover', [agreement({ services: ['other'] })], null],
    [
      'is that of an amendment in force',
      [agreement({ amendments: [{ key: 'one', signedOn: '2026-05-01', breachNoticeHours: 24 } as never] })],
      'northlight-baa 24',
    ],
    [
      'is the shortest of those that hold',
      [agreement(), agreement({ key: 'other', breachNoticeHours: 48 })],
      'other 48',
    ],
    [
      'is that for security incidents where that is shorter',
      [agreement({ noticePeriods: { securityIncidentHours: 24 } })],
      'northlight-baa 24',
    ],
  ])('%s', (_what, agreements, term) => {
    expect(termOf(agreements)).toBe(term);
    expect(termOf([...agreements].reverse())).toBe(term);
  });

  it.each([
    [1, '2026-09-26'],
    [24, '2026-09-26'],
    [25, '2026-09-27'],
    [72, '2026-09-28'],
  ])('counts begun days: %i hours end on %s', (hours, dueOn) => {
    const { vendor } = clocksOf(AT_VENDOR, { agreements: [agreement({ breachNoticeHours: hours })] });
    expect(vendor[1]?.dueOn).toBe(dueOn);
  });
});
