import { decisionFaults } from './decision-faults';
import type { AddressableDecisionFields, SafeguardStatus } from './safeguard.fields';
import type { Designation } from './security-rule';

const ALTERNATIVE: AddressableDecisionFields = {
  outcome: 'alternative',
  whyNotReasonable: 'The landlord looks after the building.',
  alternative: 'The landlord sends the bills.',
  alternativeSince: '2026-02-01',
  decidedOn: '2026-02-01',
  decidedBy: { name: 'Dana Whitfield', role: 'Security official' },
};
const NOT_REASONABLE: AddressableDecisionFields = {
  ...ALTERNATIVE,
  outcome: 'not_reasonable',
  alternative: null,
  alternativeSince: null,
  whyNoAlternative: 'Nothing stands in the building.',
};

const faults = (
  decision: AddressableDecisionFields | null,
  designation: Designation = 'addressable',
  status: SafeguardStatus = 'not_in_place',
) => decisionFaults({ status, decision }, { designation }).map(({ code, field }) => [code, field]);

describe('A decision on an addressable specification', () => {
  it.each([
    ['an alternative with its day', ALTERNATIVE],
    ['neither one nor the other, with both reasons', NOT_REASONABLE],
    ['none', null],
  ])('may be %s', (_what, decision) => expect(faults(decision)).toEqual([]));

  it.each<[Designation]>([['standard'], ['required'], ['of_business_associate']])(
    'is refused where the entry is %s',
    (designation) => expect(faults(ALTERNATIVE, designation)).toEqual([['decision-not-expected', null]]),
  );

  it.each<[SafeguardStatus, number]>([
    ['in_place', 1],
    ['unknown', 1],
    ['partly', 0],
    ['not_in_place', 0],
  ])('with the status %s has %s faults', (status, expected) => {
    expect(faults(ALTERNATIVE, 'addressable', status)).toHaveLength(expected);
  });

  it.each<[string, AddressableDecisionFields, [string, string][]]>([
    [
      'an alternative that is not named, of no date',
      { ...ALTERNATIVE, alternative: null, alternativeSince: null },
      [
        ['decision-incomplete', 'alternative'],
        ['decision-incomplete', 'alternativeSince'],
      ],
    ],
    [
      'an alternative that says that there is none',
      { ...ALTERNATIVE, whyNoAlternative: 'None.' },
      [['decision-not-expected', 'whyNoAlternative']],
    ],
    [
      'not reasonable without why there is no alternative',
      { ...NOT_REASONABLE, whyNoAlternative: null },
      [['decision-incomplete', 'whyNoAlternative']],
    ],
    [
      'not reasonable, with an alternative all the same',
      { ...NOT_REASONABLE, alternative: 'The bills.', alternativeSince: '2026-02-01' },
      [
        ['decision-not-expected', 'alternative'],
        ['decision-not-expected', 'alternativeSince'],
      ],
    ],
  ])('names the field of %s', (_what, decision, expected) => expect(faults(decision)).toEqual(expected));
});
