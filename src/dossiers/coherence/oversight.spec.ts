import { aDossier } from '../../../test/factories/dossier.factory';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import type { Dossier } from '../dossier.document';
import { findIncoherences } from '../dossier-coherence';

const { aiOversight } = loadCatalogs();
const CONTEXT = { asOf: '2026-11-22', today: '2026-11-29', oversight: aiOversight };

type List =
  | 'biasAudits'
  | 'logReviews'
  | 'disputedDecisions'
  | 'performanceMeasurements'
  | 'vendorReviews'
  | 'exitPlans';

/** What is wrong once the one record of the list is changed. */
function codesOf(list: List, changes: object): string[] {
  const whole = aDossier();
  const [first] = whole[list] as object[];
  return codesIn({ ...whole, [list]: [{ ...first, ...changes }] }, list);
}

function codesIn(dossier: Dossier, list: List): string[] {
  return findIncoherences(dossier, CONTEXT).map(
    ({ pointer, code }) => `${pointer.replace(`/${list}/0/`, '')} ${code}`,
  );
}

const group = (dimension: string, name: string, people: number, wellServed: number) => ({
  ...{ dimension, group: name, people, wellServed },
});

describe('A record of living with AI fits by itself and with the others', () => {
  it.each<[string, List, object]>([
    ['as the examples have them', 'biasAudits', {}],
    [
      'a group in which nobody was served well',
      'biasAudits',
      { groups: [group('age', 'a', 5, 0), group('age', 'b', 5, 5)] },
    ],
    [
      'a log in which nothing happened',
      'logReviews',
      { entries: 0, lookedAt: 0, anomalies: [], followUp: null },
    ],
    [
      'a dispute that nobody decided yet',
      'disputedDecisions',
      { reviewer: null, decidedOn: null, outcome: null, reason: null },
    ],
    [
      'a figure without a promise',
      'performanceMeasurements',
      { serviceLevel: null, credit: null, creditClaimedOn: null },
    ],
    ['a review after the date of the assessment, before today', 'vendorReviews', { doneOn: '2026-11-25' }],
    ['a next review on a day to come', 'logReviews', { nextOn: '2027-11-25' }],
    ['leaving on a day to come', 'exitPlans', { leavingOn: '2027-03-31', accessUntil: '2027-04-30' }],
  ])('%s', (_what, list, changes) => expect(codesOf(list, changes)).toEqual([]));
});

describe('A record of living with AI is refused', () => {
  const audit: [string, object, string[]][] = [
    ['with a service that is not there', { service: 'nothing' }, ['service unknown-service']],
    ['with a period that ends before it begins', { periodStart: '2026-07-02' }, ['periodEnd dates-reversed']],
    ['done before the period was over', { doneOn: '2026-06-01' }, ['doneOn dates-reversed']],
    ['done tomorrow', { doneOn: '2026-11-30', nextOn: null }, ['doneOn dated-in-the-future']],
    [
      'with a threshold set once the result was known',
      { thresholdSetOn: '2026-07-09' },
      ['thresholdSetOn threshold-set-late'],
    ],
    [
      'with more served well than were counted',
      { groups: [group('age', 'a', 5, 6), group('age', 'b', 5, 5)] },
      ['groups/0/wellServed counts-do-not-add-up'],
    ],
    [
      'with a group that has nothing to be compared with',
      { groups: [group('age', 'a', 5, 5), group('place', 'b', 5, 5)] },
      ['groups/0/dimension group-alone', 'groups/1/dimension group-alone'],
    ],
    [
      'with a group counted twice',
      { groups: [group('age', 'Young', 5, 5), group('age', 'young ', 5, 5)] },
      ['groups/1/group group-twice'],
    ],
    ['with evidence that is not on file', { evidenceKeys: ['nothing'] }, ['evidenceKeys/0 unknown-evidence']],
  ];
  it.each(audit)('an audit %s', (_what, changes, expected) =>
    expect(codesOf('biasAudits', changes)).toEqual(expected),
  );

  const log: [string, object, string[]][] = [
    ['that looked at more than there is', { lookedAt: 413 }, ['lookedAt counts-do-not-add-up']],
    ['that says all and counts fewer', { chosen: 'all' }, ['chosen counts-do-not-add-up']],
    [
      'that found more than it looked at',
      { anomalies: [{ kind: 'other', found: 61, open: 0 }] },
      ['anomalies/0/found counts-do-not-add-up'],
    ],
    [
      'with more open than found',
      { anomalies: [{ kind: 'other', found: 1, open: 2 }] },
      ['anomalies/0/open counts-do-not-add-up'],
    ],
    [
      'with a kind twice',
      {
        anomalies: [
          { kind: 'other', found: 1, open: 0 },
          { kind: 'other', found: 1, open: 0 },
        ],
      },
      ['anomalies/1/kind found-twice'],
    ],
    ['that found something, and nothing followed', { followUp: null }, ['followUp reason-missing']],
    ['that led to an incident nobody knows', { incident: 'nothing' }, ['incident unknown-incident']],
  ];
  it.each(log)('a log review %s', (_what, changes, expected) =>
    expect(codesOf('logReviews', changes)).toEqual(expected),
  );

  const dispute: [string, object, string[]][] = [
    ['decided on a day, without outcome', { outcome: null }, ['outcome decision-unfinished']],
    ['decided by nobody', { reviewer: null }, ['reviewer decision-unfinished']],
    ['decided without a reason', { reason: null }, ['reason reason-missing']],
    ['decided before it came', { decidedOn: '2026-09-06' }, ['decidedOn dates-reversed']],
    [
      'appealed before it was decided',
      { decidedOn: null, outcome: null, reason: null, appealOn: '2026-09-20' },
      ['appealOn appeal-too-early'],
    ],
    [
      'with an appeal decided and never asked for',
      { appealDecidedOn: '2026-10-01', appealOutcome: 'changed', appealReviewer: 'Dana Whitfield' },
      ['appealOn day-missing'],
    ],
    [
      'with an appeal decided by nobody',
      { appealOn: '2026-09-20', appealDecidedOn: '2026-10-01', appealOutcome: 'changed' },
      ['appealReviewer decision-unfinished'],
    ],
  ];
  it.each(dispute)('a dispute %s', (_what, changes, expected) =>
    expect(codesOf('disputedDecisions', changes)).toEqual(expected),
  );

  const figure: [string, object, string[]][] = [
    ['of more than all', { measured: 100.1 }, ['measured number-out-of-unit']],
    ['in a unit that does not measure it', { unit: 'hours' }, ['unit unit-not-expected']],
    ['against a promise that is not there', { serviceLevel: 'nothing' }, ['serviceLevel unknown-level']],
    ['with a credit for no promise', { serviceLevel: null }, ['serviceLevel credit-not-expected']],
    ['with a credit claimed on no day', { creditClaimedOn: null }, ['creditClaimedOn day-missing']],
    [
      'with a day of claiming and no claim',
      { credit: 'not_claimed' },
      ['creditClaimedOn credit-not-expected'],
    ],
  ];
  it.each(figure)('a figure %s', (_what, changes, expected) =>
    expect(codesOf('performanceMeasurements', changes)).toEqual(expected),
  );

  const review: [string, object, string[]][] = [
    [
      'of a vendor that is not there',
      { vendor: 'nobody' },
      ['vendor unknown-vendor', 'services/0 service-of-another-vendor'],
    ],
    ['about a service that is not there', { services: ['nothing'] }, ['services/0 unknown-service']],
    [
      'with a concern and no word on it',
      { points: [{ point: 'ethics', standing: 'concern' }] },
      ['points/0/said reason-missing'],
    ],
    [
      'with a point twice',
      {
        points: [
          { point: 'ethics', standing: 'no_concern' },
          { point: 'ethics', standing: 'no_concern' },
        ],
      },
      ['points/1/point gone-through-twice'],
    ],
    ['that ends with conditions and names none', { reason: null }, ['reason reason-missing']],
    [
      'with something done tomorrow',
      { agreed: [{ what: 'Send it', owner: 'Vendor', dueOn: '2026-11-30', doneOn: '2026-11-30' }] },
      ['agreed/0/doneOn dated-in-the-future'],
    ],
  ];
  it.each(review)('a review %s', (_what, changes, expected) =>
    expect(codesOf('vendorReviews', changes)).toEqual(expected),
  );

  const plan: [string, object, string[]][] = [
    [
      'with a certificate and no last day',
      { certificateOn: '2026-11-20', certificateEvidence: 'northlight-security-overview' },
      ['leavingOn day-missing'],
    ],
    [
      'with a certificate that nothing shows',
      { leavingOn: '2026-09-01', certificateOn: '2026-11-20' },
      ['certificateEvidence evidence-missing'],
    ],
    [
      'with a certificate from before the end',
      {
        leavingOn: '2026-11-21',
        certificateOn: '2026-11-20',
        certificateEvidence: 'northlight-security-overview',
      },
      ['certificateOn dates-reversed'],
    ],
    [
      'tried tomorrow',
      { trials: [{ triedOn: '2026-11-30', result: 'complete' }] },
      ['trials/0/triedOn dated-in-the-future'],
    ],
  ];
  it.each(plan)('a plan %s', (_what, changes, expected) =>
    expect(codesOf('exitPlans', changes)).toEqual(expected),
  );

  it.each<[List, string]>([
    ['biasAudits', '/biasAudits/1/periodEnd recorded-twice'],
    ['logReviews', '/logReviews/1/periodEnd recorded-twice'],
    ['disputedDecisions', '/disputedDecisions/1/reference recorded-twice'],
    ['performanceMeasurements', '/performanceMeasurements/1/periodEnd recorded-twice'],
    ['vendorReviews', '/vendorReviews/1/doneOn recorded-twice'],
    ['exitPlans', '/exitPlans/1/service second-for-service'],
  ])('when the same stands in %s twice', (list, expected) => {
    const whole = aDossier();
    const [first] = whole[list] as { key: string }[];
    expect(codesIn({ ...whole, [list]: [first, { ...first, key: 'again' }] }, list)).toEqual([expected]);
  });
});
