// One obligation about one thing: what to do, how binding it is, when it is due, and what was done before. Pure.
import type { CalendarDate } from '../../common/calendar-date';
import { stillCounts } from '../../records/attested';
import { correctionWords } from '../../records/correction-words';
import { toldOccurrence } from '../asked-occurrences';
import type { RecordedFacts } from '../obligation-facts.query';
import type { ObligationsOfPractice } from '../obligations.service';
import { isLaw, monthsOf, type ObligationDefinition } from '../rules/obligation-catalog';
import type { ShowingPlace } from '../rules/fulfilments';
import { OWNER_WORDS, STATE_WORDS } from '../rules/obligation-words';
import type { Occurrence } from '../rules/occurrences';
import type { Asked } from './obligation-addresses';
import { wordOf } from './obligation-addresses';

type StoredCompletion = RecordedFacts['obligationCompletions'][number];

export interface TimeDone {
  doneOn: CalendarDate;
  dueOn: CalendarDate | null;
  isLate: boolean;
  about: string;
  by: string;
  found: string;
  proof: string;
  evidence: string;
  corrections: string[];
  /** false where a correction says that it does not count */
  counts: boolean;
  /** empty where another record shows it: it is corrected there */
  correctHref: string;
}

const PLACES: Readonly<Record<ShowingPlace, string>> = {
  'bias-audits': 'a bias audit',
  'log-reviews': 'a log review',
  'vendor-reviews': 'a vendor review',
  'exit-plans': 'an exit plan',
  assessments: 'a sealed assessment',
};

/** @returns null where there is no such obligation, or nothing that it is about */
export function oneObligation(at: string, asked: Asked, all: ObligationsOfPractice): object | null {
  const definition = all.definitions.get(asked.obligation);
  const mine = timesOf(asked, all);
  const [open] = mine.filter(({ state }) => state !== 'done');
  const shown = open ?? mine[0];
  if (!definition || !shown) return null;
  const told = toldOccurrence(shown, all);
  const set = all.settings.get(definition.id);
  const isShownElsewhere = definition.cadence.kind === 'before_use' || isEachTime(definition);
  return {
    at,
    ...told,
    // absent from the view where there is nothing to say
    about: shown.subject && shown.subject.kind !== 'event' ? shown.subjectName : '',
    whyWords: shown.state === 'on_event' && isWaiting(shown) ? '' : told.why,
    alsoWhen: definition.alsoWhen ?? '',
    stateWords: STATE_WORDS[shown.state],
    ownerWords: OWNER_WORDS[definition.usualOwner],
    deadline: told.deadline ?? '',
    citation: told.citation ?? '',
    otherLaw: told.otherLaw ?? '',
    note: definition.note ?? '',
    shownBy: shown.shownBy ?? '',
    isLaw: isLaw(definition),
    canBeDone: !isShownElsewhere && open !== undefined,
    isShownElsewhere,
    countsToo: (all.shownIn.get(definition.id) ?? []).map((place) => ({
      words: PLACES[place],
      href: `${at.replace(/obligations$/, '')}${place === 'assessments' ? place : `registers/${place}`}`,
    })),
    doneHref: `${at}/completions/new?of=${encodeURIComponent(wordOf(shown.subject?.kind === 'event' ? { ...shown, subject: null } : shown))}`,
    settingHref:
      monthsOf(definition.cadence) === null || definition.cadenceFrom === 'law'
        ? ''
        : `${at}/settings/one?obligation=${definition.id}`,
    set:
      set && set.decision === 'other_interval'
        ? { ...set, by: `${set.decidedBy.name}, ${set.decidedBy.role}` }
        : null,
    times: [
      ...mine.flatMap((one) => {
        const record = all.facts.obligationCompletions.find(({ key }) => key === one.completion);
        if (record) return [timeDone(at, one.dueOn, record, all.facts)];
        return one.doneOn === null ? [] : [timeShown(one, one.doneOn)];
      }),
      ...notCounting(asked, all).map((record) => timeDone(at, null, record, all.facts)),
    ].sort((first, second) => (first.doneOn < second.doneOn ? 1 : first.doneOn > second.doneOn ? -1 : 0)),
  };
}

/** Of what waits for an event all times: each is about an event of its own. */
function timesOf({ obligation, subject }: Asked, { occurrences }: ObligationsOfPractice): Occurrence[] {
  return occurrences.filter(
    (one) =>
      one.obligation === obligation &&
      (subject
        ? one.subject?.kind === subject.kind && one.subject.key === subject.key
        : one.subject === null || one.subject.kind === 'event'),
  );
}

function isWaiting({ period }: Occurrence): boolean {
  return period === 'event';
}

function isEachTime({ cadence }: ObligationDefinition): boolean {
  return cadence.kind === 'each_time' && monthsOf(cadence) === null;
}

/** What was done by its record, and is no time any more since it was corrected. */
function notCounting({ obligation, subject }: Asked, { facts }: ObligationsOfPractice): StoredCompletion[] {
  return facts.obligationCompletions.filter(
    (one) =>
      one.obligation === obligation &&
      !stillCounts(one) &&
      (subject
        ? one.subject?.kind === subject.kind && one.subject.key === subject.key
        : !one.subject || one.subject.kind === 'event'),
  );
}

/** Another record shows it. */
function timeShown({ dueOn, shownBy }: Occurrence, doneOn: CalendarDate): TimeDone {
  return {
    ...{ doneOn, dueOn, isLate: dueOn !== null && doneOn > dueOn },
    ...{ about: '', by: '', found: '', proof: shownBy ?? '', evidence: '' },
    ...{ corrections: [], counts: true, correctHref: '' },
  };
}

function timeDone(
  at: string,
  dueOn: CalendarDate | null,
  record: StoredCompletion,
  facts: RecordedFacts,
): TimeDone {
  const { doneOn, subject, doneBy } = record;
  return {
    ...{ doneOn, dueOn },
    isLate: dueOn !== null && doneOn > dueOn,
    about: subject?.kind === 'event' ? subject.key : '',
    by: `${doneBy.name}, ${doneBy.role}`,
    found: record.found ?? '',
    proof: record.proof ?? '',
    evidence: facts.evidence.find(({ key }) => key === record.evidence)?.title ?? '',
    corrections: (record.corrections ?? []).map(correctionWords),
    counts: stillCounts(record),
    correctHref: `${at}/completions/${record.id}/corrections/new`,
  };
}
