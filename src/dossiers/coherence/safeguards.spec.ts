// What a record about a safeguard cannot say, each fault by its pointer.
import { aDossier } from '../../../test/factories/dossier.factory';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { findIncoherences } from '../dossier-coherence';
import type { Dossier, DossierSafeguard } from '../dossier.document';
import { knownIn } from './known-in';

const known = knownIn(loadCatalogs());
const SAFEGUARD: DossierSafeguard = {
  key: '164-310-a-2-iv',
  entry: '164.310(a)(2)(iv)',
  status: 'partly',
  answeredOn: '2026-10-01',
};
const DECISION = {
  outcome: 'alternative' as const,
  whyNotReasonable: 'The landlord looks after the building.',
  alternative: 'The landlord sends the bills.',
  alternativeSince: '2026-02-01',
  decidedOn: '2026-02-01',
  decidedBy: { name: 'Dana Whitfield', role: 'Security official' },
};

function faults(changes: Partial<DossierSafeguard>, practice: Partial<Dossier['practice']> = {}): string[] {
  const dossier = aDossier({ safeguards: [{ ...SAFEGUARD, ...changes }] });
  Object.assign(dossier.practice, practice);
  return findIncoherences(dossier, { asOf: '2026-11-22', ...known }).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
}

describe('A safeguard', () => {
  it.each<[string, Partial<DossierSafeguard>]>([
    ['is answered without more', {}],
    ['carries a decision where the entry is addressable', { decision: DECISION }],
    ['is confirmed on the day of its answer', { confirmedOn: '2026-10-01' }],
  ])('%s', (_what, changes) => expect(faults(changes)).toEqual([]));

  it.each<[string, Partial<DossierSafeguard>, string[]]>([
    [
      'an entry that there is not',
      { entry: '164.310(a)(2)(ix)', key: '164-310-a-2-ix' },
      ['/safeguards/0/entry unknown-entry'],
    ],
    [
      'an entry for government bodies',
      { entry: '164.314(a)(2)(ii)', key: '164-314-a-2-ii' },
      ['/safeguards/0/entry entry-never-applies'],
    ],
    ['the key of another entry', { key: '164-310-b' }, ['/safeguards/0/key key-of-another-entry']],
    [
      'a decision on a standard',
      { entry: '164.310(b)', key: '164-310-b', decision: DECISION },
      ['/safeguards/0/decision decision-not-expected'],
    ],
    [
      'a decision on what is required',
      { entry: '164.310(d)(2)(i)', key: '164-310-d-2-i', decision: DECISION },
      ['/safeguards/0/decision decision-not-expected'],
    ],
    [
      'a decision on what is in place',
      { status: 'in_place', decision: DECISION },
      ['/safeguards/0/decision decision-not-expected'],
    ],
    [
      'an alternative without its day',
      { decision: { ...DECISION, alternativeSince: null } },
      ['/safeguards/0/decision/alternativeSince decision-incomplete'],
    ],
    [
      'evidence that is not on file',
      { evidenceKeys: ['nowhere'] },
      ['/safeguards/0/evidenceKeys/0 unknown-evidence'],
    ],
    [
      'a confirmation before the answer',
      { confirmedOn: '2026-09-30' },
      ['/safeguards/0/confirmedOn dates-reversed'],
    ],
    [
      'days to come',
      { since: '2026-12-01', answeredOn: '2026-12-01', decision: { ...DECISION, decidedOn: '2026-12-01' } },
      [
        '/safeguards/0/since dated-in-the-future',
        '/safeguards/0/answeredOn dated-in-the-future',
        '/safeguards/0/decision/decidedOn dated-in-the-future',
      ],
    ],
  ])('is refused with %s', (_what, changes, expected) => expect(faults(changes)).toEqual(expected));

  it('is on record once an entry', () => {
    const dossier = aDossier({ safeguards: [SAFEGUARD, SAFEGUARD] });
    expect(findIncoherences(dossier, known).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/safeguards/1/key duplicate-key',
    ]);
  });
});

describe('The other roles of a practice', () => {
  it('are none alone, or some', () => {
    expect(faults({}, { otherRoles: ['none'] })).toEqual([]);
    expect(faults({}, { otherRoles: ['clearinghouse', 'business_associate'] })).toEqual([]);
    expect(faults({}, { otherRoles: ['none', 'clearinghouse'] })).toEqual([
      '/practice/otherRoles none-beside-others',
    ]);
  });
});
