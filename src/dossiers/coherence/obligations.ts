// Completions of obligations and what a practice set about them: each time is completed once, about something that is there, with what shows it; an interval or deadline
// of the law is not changed, and what the law asks for is not left out.
import type { Fault } from '../../common/problems/domain.error';
import type { FaultCode } from '../../common/problems/fault-codes';
import { PROPOSED_TRACK, type SubjectKind } from '../../obligations/records/obligation-ids';
import { fulfilmentsOf } from '../../obligations/rules/fulfilments';
import { isLaw, monthsOf, type ObligationDefinition } from '../../obligations/rules/obligation-catalog';
import { placeOfSubject } from '../../obligations/rules/obligation-settings';
import { SUBJECT_OF_SOURCE } from '../../obligations/rules/obligation-sources';
import type { CalendarDate } from '../../common/calendar-date';
import type { Dossier, DossierObligationCompletion } from '../dossier.document';
import { stillCounts } from '../../records/attested';
import {
  correctionsToCome,
  eachOf,
  fault,
  repeatsIn,
  type CoherenceContext,
  type CoherenceRule,
} from './rule';

const COMPLETIONS = 'obligationCompletions';
const SETTINGS = 'obligationSettings';
/** After every date there is. */
const LAST_DAY = '9999-12-31';

/** The list of a dossier in which the records of each kind of subject stand. Events have no records here. */
const LIST_OF_SUBJECT = {
  service: 'services',
  vendor: 'vendors',
  agreement: 'agreements',
  soc2_report: 'soc2Reports',
  attestation: 'attestations',
  evidence: 'evidence',
  data_flow: 'dataFlows',
  practice_measures: 'practiceMeasures',
} as const satisfies Readonly<Record<Exclude<SubjectKind, 'event'>, keyof Dossier>>;

const completionsAreAboutSomething: CoherenceRule = (dossier, { knownObligations }) =>
  eachOf(dossier.obligationCompletions, (completion, index) => {
    const { obligation, subject } = completion;
    const at = (code: FaultCode, detail: string, ...steps: string[]) =>
      fault(code, detail, COMPLETIONS, index, ...steps);
    const known = knownObligations?.obligations.find(({ id }) => id === obligation);
    if (known?.cadence.kind === 'before_use')
      return [
        at(
          'shown-by-records',
          'is shown by the agreement itself: record it, with its dates and what it covers',
          'obligation',
        ),
      ];
    if (known?.cadence.kind === 'each_time' && monthsOf(known.cadence) === null)
      return [
        at(
          'shown-by-records',
          `is seen to with each ${known.cadence.each}, not from time to time: record it among the measures of the practice`,
          'obligation',
        ),
      ];
    const fitting = known?.arisesFrom.map((source) => SUBJECT_OF_SOURCE[source]);
    if (fitting && !fitting.includes(subject?.kind ?? null))
      return [
        subject
          ? at(
              'subject-not-expected',
              `is not what ${obligation} is about: ${kindsInWords(fitting)}`,
              'subject',
              'kind',
            )
          : at('subject-missing', `name what it is about: ${kindsInWords(fitting)}`, 'subject'),
      ];
    if (!subject || subject.kind === 'event') return [];
    const list = LIST_OF_SUBJECT[subject.kind];
    return [
      !(dossier[list] ?? []).some(({ key }) => key === subject.key) &&
        at(
          'unknown-subject',
          'no record of this kind has this key; add it or correct the key',
          'subject',
          'key',
        ),
    ];
  });

function kindsInWords(kinds: readonly (SubjectKind | null)[]): string {
  const words = kinds.map((kind) =>
    kind === null ? 'the practice as a whole, so leave the subject out' : kind,
  );
  return [...new Set(words)].join(', or ');
}

const completedOnce: CoherenceRule = ({ obligationCompletions }) =>
  repeatsIn(
    (obligationCompletions ?? []).map((completion, index) =>
      // Done anew after a correction: the one that does not count is no other time.
      stillCounts(completion)
        ? `${placeOfSubject(completion)} ${completion.period}`
        : `does not count ${index}`,
    ),
  ).map(([index, first]) =>
    fault(
      'completed-twice',
      `is completed already by /${COMPLETIONS}/${first}; the next time counts from the day on which that was done`,
      ...[COMPLETIONS, index, 'period'],
    ),
  );

/** "first", then the day of the completion before: so each time has its place, however late it is recorded. */
const completionsFollowEachOther: CoherenceRule = (dossier, context) => {
  const { obligationCompletions } = dossier;
  const { knownObligations } = context;
  const daysDone = new Map<string, Set<string>>();
  for (const completion of [...(obligationCompletions ?? []), ...shownElsewhere(dossier, context)]) {
    const place = placeOfSubject(completion);
    daysDone.set(place, (daysDone.get(place) ?? new Set()).add(completion.doneOn));
  }
  return eachOf(knownObligations && obligationCompletions, (completion, index) => {
    const known = knownObligations?.obligations.find(({ id }) => id === completion.obligation);
    const days = daysDone.get(placeOfSubject(completion));
    // Which assessments are sealed stands in no dossier.
    const isShown = (day: string) => days?.has(day) || known?.id === knownObligations?.sealedAssessmentShows;
    const wrong = known && wrongPeriod(completion, known, isShown);
    return [wrong && fault('period-unfit', wrong, COMPLETIONS, index, 'period')];
  });
};

function shownElsewhere(dossier: Dossier, { oversight, knownObligations }: CoherenceContext) {
  if (!oversight || !knownObligations) return [];
  return fulfilmentsOf(dossier, { oversight, obligations: knownObligations }, LAST_DAY);
}

function wrongPeriod(
  { period, doneOn }: DossierObligationCompletion,
  { cadence }: ObligationDefinition,
  isDayDone: (day: CalendarDate) => boolean,
): string | null {
  if (cadence.kind === 'after_year_end')
    return /^\d{4}$/.test(period) ? null : 'must be the calendar year that is reported on';
  if (monthsOf(cadence) === null)
    return period === 'once' ? null : 'must be "once": this comes once for each';
  if (period === 'first') return null;
  if (!isDayDone(period))
    return 'must be "first", or the day on which another completion, or a record that shows it, says that it was done before';
  return period < doneOn ? null : 'must lie before the day on which it was done';
}

const eventsHaveTheirDay: CoherenceRule = ({ obligationCompletions }) =>
  eachOf(obligationCompletions, ({ subject, happenedOn, doneOn }, index) => {
    const at = (code: FaultCode, detail: string) => fault(code, detail, COMPLETIONS, index, 'happenedOn');
    const isEvent = subject?.kind === 'event';
    return [
      isEvent &&
        !happenedOn &&
        at('event-day-missing', 'say on which day it happened: deadlines count from it'),
      !isEvent && happenedOn && at('event-day-missing', 'is for what is about an event; leave it out'),
      happenedOn && happenedOn > doneOn && at('dates-reversed', 'lies after the day on which it was done'),
    ];
  });

const completionsAreShown: CoherenceRule = ({ obligationCompletions, evidence }) =>
  eachOf(obligationCompletions, ({ proof, evidence: key }, index) => [
    !proof &&
      !key &&
      fault(
        'proof-missing',
        'say what shows it, here or by the key of evidence',
        COMPLETIONS,
        index,
        'proof',
      ),
    key &&
      !(evidence ?? []).some((one) => one.key === key) &&
      fault(
        'unknown-evidence',
        'no evidence on file has this key; add it or correct the key',
        ...[COMPLETIONS, index, 'evidence'],
      ),
  ]);

/** Unlike facts about tools, what was done after the date that is assessed stays where it is: an assessment for last month is not refused for it. */
const nothingDoneInTheFuture: CoherenceRule = (
  { obligationCompletions, obligationSettings },
  { asOf, today = asOf },
) => {
  if (!today) return [];
  const detail = `lies after ${today}; say it once it is done`;
  return [
    ...eachOf(obligationCompletions, ({ doneOn, corrections }, index) => [
      doneOn > today && fault('dated-in-the-future', detail, COMPLETIONS, index, 'doneOn'),
      ...correctionsToCome(corrections, today, COMPLETIONS, index),
    ]),
    ...eachOf(obligationSettings, ({ decidedOn }, index) => [
      decidedOn > today && fault('dated-in-the-future', detail, SETTINGS, index, 'decidedOn'),
    ]),
  ];
};

const setOnce: CoherenceRule = ({ obligationSettings }) =>
  repeatsIn((obligationSettings ?? []).map(({ obligation }) => obligation)).map(([index, first]) =>
    fault(
      'set-twice',
      `is set already by /${SETTINGS}/${first}; change that one`,
      SETTINGS,
      index,
      'obligation',
    ),
  );

const settingsLeaveTheLawAlone: CoherenceRule = ({ obligationSettings }, { knownObligations }) =>
  eachOf(obligationSettings, ({ obligation, decision, months }, index) => {
    const at = (code: FaultCode, field: string, detail: string) =>
      fault(code, detail, SETTINGS, index, field);
    const known = knownObligations?.obligations.find(({ id }) => id === obligation);
    const isTrack = obligation === PROPOSED_TRACK;
    return [
      (decision === 'other_interval') !== (months != null) &&
        at('months-missing', 'months', 'must be there with another interval, and only then'),
      decision !== 'as_published' &&
        isTrack !== (decision === 'track_on') &&
        at(
          'track-alone',
          'decision',
          'is "track_on" or "as_published" for the track of the proposed rule, and "track_on" only there',
        ),
      ...(known ? againstLaw(known, decision, at) : []),
    ];
  });

function againstLaw(
  known: ObligationDefinition,
  decision: string,
  at: (code: FaultCode, field: string, detail: string) => Fault,
): (Fault | false)[] {
  const isOurs = monthsOf(known.cadence) !== null && known.cadenceFrom !== 'law';
  return [
    decision === 'other_interval' &&
      !isOurs &&
      at(
        'interval-not-changed',
        'decision',
        'changes an interval that is not the practice’s to change, or that there is not',
      ),
    decision === 'not_applicable' &&
      isLaw(known) &&
      at('law-not-left-out', 'decision', 'is only for good practice; what the law asks for is not set aside'),
  ];
}

export const OBLIGATION_RULES: readonly CoherenceRule[] = [
  completionsAreAboutSomething,
  completedOnce,
  completionsFollowEachOther,
  eventsHaveTheirDay,
  completionsAreShown,
  nothingDoneInTheFuture,
  setOnce,
  settingsLeaveTheLawAlone,
];
