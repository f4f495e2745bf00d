import { loadCatalogs } from '../../catalogs/load-catalogs';
import { aDossier } from '../../../test/factories/dossier.factory';
import { findIncoherences, type CoherenceContext } from '../dossier-coherence';
import type { Dossier, DossierObligationCompletion, DossierObligationSetting } from '../dossier.document';

const CONTEXT: CoherenceContext = {
  asOf: '2026-11-22',
  knownObligations: loadCatalogs().obligations,
  oversight: loadCatalogs().aiOversight,
};

const SCRIBE = { kind: 'service', key: 'northlight-scribe' } as const;

function aCompletion(changes: Partial<DossierObligationCompletion> = {}): DossierObligationCompletion {
  return {
    key: 'done',
    obligation: 'OB-41',
    subject: SCRIBE,
    period: 'first',
    doneOn: '2026-10-14',
    doneBy: { name: 'Dana Whitfield', role: 'Security official' },
    proof: 'Minutes, page 3',
    ...changes,
  };
}

function aSetting(changes: Partial<DossierObligationSetting> = {}): DossierObligationSetting {
  return {
    key: 'set',
    obligation: 'OB-25',
    decision: 'other_interval',
    months: 6,
    reason: 'Twice a year is what we can do well.',
    decidedBy: { name: 'Dana Whitfield', role: 'Security official' },
    decidedOn: '2026-10-01',
    ...changes,
  };
}

const faultsOf = (changes: Partial<Dossier>, context = CONTEXT): string[] =>
  findIncoherences(aDossier({ obligationCompletions: [], obligationSettings: [], ...changes }), context).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
const ofCompletions = (...list: Partial<DossierObligationCompletion>[]): string[] =>
  faultsOf({
    obligationCompletions: list.map((one, place) => aCompletion({ key: `done-${place}`, ...one })),
  });
const ofSettings = (...list: Partial<DossierObligationSetting>[]): string[] =>
  faultsOf({ obligationSettings: list.map((one, place) => aSetting({ key: `set-${place}`, ...one })) });

const NOT_DONE = {
  ...{ says: 'It was the log of another tool.', stillCounts: false, correctedOn: '2026-10-20' },
  correctedBy: { name: 'Dana Whitfield', role: 'Security official' },
};

const EVENT = { kind: 'event', key: 'incident-2026-03' } as const;

describe('What was done about obligations fits', () => {
  it.each<[string, Partial<DossierObligationCompletion>[]]>([
    ['a first time', [{}]],
    ['a time done anew after a correction', [{ corrections: [NOT_DONE] }, { doneOn: '2026-10-20' }]],
    ['a time after another, in whatever order', [{ period: '2026-10-14', doneOn: '2026-11-14' }, {}]],
    ['what is the practice’s as a whole', [{ obligation: 'OB-01', subject: null }]],
    [
      'an event with its day',
      [{ obligation: 'OB-62', subject: EVENT, period: 'once', happenedOn: '2026-09-20' }],
    ],
    ['a yearly report', [{ obligation: 'OB-65', subject: null, period: '2025' }]],
    ['evidence in place of words', [{ proof: null, evidence: 'northlight-security-overview' }]],
    ['the same time of two obligations', [{}, { obligation: 'OB-40' }]],
  ])('with %s', (_what, completions) => expect(ofCompletions(...completions)).toEqual([]));
});

describe('What was done after what another record shows', () => {
  const logReviews = [
    {
      ...{
        key: 'log',
        service: SCRIBE.key,
        log: 'ai_decisions' as const,
        chosen: 'all' as const,
        doneBy: 'Dana',
      },
      ...{ periodStart: '2026-08-01', periodEnd: '2026-08-31', doneOn: '2026-09-14' },
      ...{ entries: 10, lookedAt: 10, anomalies: [] },
    },
  ];

  it('names the day of that record, of the same tool alone', () => {
    const after = (changes: Partial<DossierObligationCompletion>) =>
      faultsOf({ logReviews: [...logReviews], obligationCompletions: [aCompletion(changes)] });
    expect(after({ period: '2026-09-14' })).toEqual([]);
    expect(after({ period: '2026-09-15' })).toEqual(['/obligationCompletions/0/period period-unfit']);
    expect(after({ obligation: 'OB-40', period: '2026-09-14' })).toEqual([
      '/obligationCompletions/0/period period-unfit',
    ]);
  });

  it('may name the date of an assessment, which stands in no dossier', () => {
    expect(ofCompletions({ obligation: 'OB-01', subject: null, period: '2026-03-01' })).toEqual([]);
    expect(ofCompletions({ obligation: 'OB-02', subject: null, period: '2026-03-01' })).toEqual([
      '/obligationCompletions/0/period period-unfit',
    ]);
  });
});

describe('What was done about obligations does not fit', () => {
  it.each<[string, Partial<DossierObligationCompletion>[], string[]]>([
    ['a time completed twice', [{}, {}], ['/obligationCompletions/1/period completed-twice']],
    [
      'a correction of tomorrow',
      [{ corrections: [{ ...NOT_DONE, correctedOn: '2026-11-23' }] }],
      ['/obligationCompletions/0/corrections/0/correctedOn dated-in-the-future'],
    ],
    ['a day to come', [{ doneOn: '2026-11-23' }], ['/obligationCompletions/0/doneOn dated-in-the-future']],
    [
      'a tool that is not there',
      [{ subject: { ...SCRIBE, key: 'nobody' } }],
      ['/obligationCompletions/0/subject/key unknown-subject'],
    ],
    [
      'a record of another kind',
      [{ subject: { kind: 'vendor', key: 'northlight-notes' } }],
      ['/obligationCompletions/0/subject/kind subject-not-expected'],
    ],
    [
      'a subject for what is the practice’s',
      [{ obligation: 'OB-01' }],
      ['/obligationCompletions/0/subject/kind subject-not-expected'],
    ],
    [
      'no subject for what is about a tool',
      [{ subject: null }],
      ['/obligationCompletions/0/subject subject-missing'],
    ],
    [
      'no event for a duty of law that waits for one',
      [{ obligation: 'OB-62', subject: null, period: 'once' }],
      ['/obligationCompletions/0/subject subject-missing'],
    ],
    [
      'an event without its day',
      [{ obligation: 'OB-62', subject: EVENT, period: 'once' }],
      ['/obligationCompletions/0/happenedOn event-day-missing'],
    ],
    [
      'a day of an event for none',
      [{ happenedOn: '2026-10-01' }],
      ['/obligationCompletions/0/happenedOn event-day-missing'],
    ],
    [
      'an event after it was seen to',
      [{ obligation: 'OB-62', subject: EVENT, period: 'once', happenedOn: '2026-10-15' }],
      ['/obligationCompletions/0/happenedOn dates-reversed'],
    ],
    ['a time after none', [{ period: '2026-09-14' }], ['/obligationCompletions/0/period period-unfit']],
    ['"once" for what comes again', [{ period: 'once' }], ['/obligationCompletions/0/period period-unfit']],
    [
      '"first" for what comes by the year',
      [{ obligation: 'OB-65', subject: null }],
      ['/obligationCompletions/0/period period-unfit'],
    ],
    [
      'a time before the one that it follows',
      [{}, { period: '2026-10-14', doneOn: '2026-10-13' }],
      ['/obligationCompletions/1/period period-unfit'],
    ],
    ['nothing that shows it', [{ proof: null }], ['/obligationCompletions/0/proof proof-missing']],
    [
      'evidence that is not on file',
      [{ evidence: 'nothing' }],
      ['/obligationCompletions/0/evidence unknown-evidence'],
    ],
    [
      'an agreement ticked off by hand',
      [{ obligation: 'OB-20', period: 'once' }],
      ['/obligationCompletions/0/obligation shown-by-records'],
    ],
    [
      'a review of every note ticked off by hand',
      [{ obligation: 'OB-42', period: 'once' }],
      ['/obligationCompletions/0/obligation shown-by-records'],
    ],
  ])('with %s', (_what, completions, expected) => expect(ofCompletions(...completions)).toEqual(expected));

  it('is asked on the day on which it is asked, not on the one that is assessed', () => {
    const completions = { obligationCompletions: [aCompletion({ doneOn: '2026-12-01' })] };
    expect(faultsOf(completions, { ...CONTEXT, today: '2026-12-05' })).toEqual([]);
  });
});

describe('What a practice set', () => {
  it.each<[string, Partial<DossierObligationSetting>[]]>([
    ['another interval of good practice', [{}]],
    ['another interval of a duty whose interval the rule leaves open', [{ obligation: 'OB-01' }]],
    ['good practice that does not apply', [{ decision: 'not_applicable', months: null }]],
    [
      'the track of the proposed rule on, or off again',
      [{ obligation: 'proposed-security-rule', decision: 'track_on', months: null }],
    ],
    [
      'the track off again',
      [{ obligation: 'proposed-security-rule', decision: 'as_published', months: null }],
    ],
  ])('may be %s', (_what, settings) => expect(ofSettings(...settings)).toEqual([]));

  it.each<[string, Partial<DossierObligationSetting>[], string[]]>([
    ['two for one obligation', [{}, {}], ['/obligationSettings/1/obligation set-twice']],
    ['an interval without months', [{ months: null }], ['/obligationSettings/0/months months-missing']],
    [
      'months without an interval',
      [{ decision: 'not_applicable' }],
      ['/obligationSettings/0/months months-missing'],
    ],
    [
      'a deadline of the law',
      [{ obligation: 'OB-62' }],
      ['/obligationSettings/0/decision interval-not-changed'],
    ],
    [
      'the day of the yearly report',
      [{ obligation: 'OB-65' }],
      ['/obligationSettings/0/decision interval-not-changed'],
    ],
    [
      'a duty left out',
      [{ obligation: 'OB-01', decision: 'not_applicable', months: null }],
      ['/obligationSettings/0/decision law-not-left-out'],
    ],
    [
      'a duty of an event left out',
      [{ obligation: 'OB-67', decision: 'not_applicable', months: null }],
      ['/obligationSettings/0/decision law-not-left-out'],
    ],
    [
      'a track that is an obligation',
      [{ decision: 'track_on', months: null }],
      ['/obligationSettings/0/decision track-alone'],
    ],
    [
      'an interval for the track',
      [{ obligation: 'proposed-security-rule' }],
      ['/obligationSettings/0/decision track-alone'],
    ],
    [
      'a decision of tomorrow',
      [{ decidedOn: '2026-11-23' }],
      ['/obligationSettings/0/decidedOn dated-in-the-future'],
    ],
  ])('may not be %s', (_what, settings, expected) => expect(ofSettings(...settings)).toEqual(expected));
});
