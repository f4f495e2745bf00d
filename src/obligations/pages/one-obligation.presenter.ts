// One obligation about one thing: what to do, how binding it is, when it is due, and what was done before. Pure.
import type { CalendarDate } from '../../common/calendar-date';
import { toldOccurrence } from '../asked-occurrences';
import type { RecordedFacts } from '../obligation-facts.query';
import type { ObligationsOfPractice } from '../obligations.service';
import { isLaw, monthsOf, type ObligationDefinition } from '../rules/obligation-catalog';
import { OWNER_WORDS, STATE_WORDS } from '../rules/obligation-words';
import type { Occurrence } from '../rules/occurrences';
import type { Asked } from './obligation-addresses';
import { wordOf } from './obligation-addresses';

export interface TimeDone {
  doneOn: CalendarDate;
  dueOn: CalendarDate | null;
  isLate: boolean;
  about: string;
  by: string;
  found: string;
  proof: string;
  evidence: string;
}

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
    doneHref: `${at}/completions/new?of=${encodeURIComponent(wordOf(shown.subject?.kind === 'event' ? { ...shown, subject: null } : shown))}`,
    settingHref:
      monthsOf(definition.cadence) === null || definition.cadenceFrom === 'law'
        ? ''
        : `${at}/settings/one?obligation=${definition.id}`,
    set:
      set && set.decision === 'other_interval'
        ? { ...set, by: `${set.decidedBy.name}, ${set.decidedBy.role}` }
        : null,
    times: mine
      .filter(({ completion }) => completion !== null)
      .map((one) => timeDone(one, all.facts))
      .reverse(),
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

function timeDone({ completion, doneOn, dueOn, subject }: Occurrence, facts: RecordedFacts): TimeDone {
  const record = facts.obligationCompletions.find(({ key }) => key === completion);
  const evidence = facts.evidence.find(({ key }) => key === record?.evidence);
  return {
    doneOn: doneOn as CalendarDate,
    dueOn,
    isLate: dueOn !== null && doneOn !== null && doneOn > dueOn,
    about: subject?.kind === 'event' ? subject.key : '',
    by: record ? `${record.doneBy.name}, ${record.doneBy.role}` : '',
    found: record?.found ?? '',
    proof: record?.proof ?? '',
    evidence: evidence?.title ?? '',
  };
}
