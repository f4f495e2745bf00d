// The obligations of a practice as they stood on the date of the assessment: what was due, what was done and when, and what comes. Worked out by the same rules as the
// list of every day (src/obligations), and frozen with the words of the day.
import { daysBetween, type CalendarDate } from '../../common/calendar-date';
import type { Catalogs } from '../../catalogs/load-catalogs';
import type { Dossier } from '../../dossiers/dossier.document';
import { datedFacts, type RecordedDays } from '../../obligations/obligation-facts.query';
import type { ObligationOwner } from '../../obligations/records/obligation-ids';
import { fulfilmentsOf } from '../../obligations/rules/fulfilments';
import { isLaw, type ObligationDefinition } from '../../obligations/rules/obligation-catalog';
import { intervalOf, isLeftOut, type SetObligation } from '../../obligations/rules/obligation-settings';
import { intervalWords, isChecked, statusWords } from '../../obligations/rules/obligation-words';
import { occurrencesOf, type Occurrence } from '../../obligations/rules/occurrences';
import { subjectsOf } from '../../obligations/subjects/subjects-of';

/** An obligation that arises, once, with the words of the catalog of the day. */
export interface RegisteredObligation {
  id: string;
  title: string;
  /** whether a rule asks for it of this practice, as `binding` says in words */
  isLaw: boolean;
  binding: string;
  /** how often, and whose interval it is */
  howOften: string;
  /** what else makes it due: reads after "when"; null where only the calendar does */
  alsoWhen: string | null;
  citation: string | null;
  /** false where nobody has checked the entry against a text */
  isChecked: boolean;
  owner: ObligationOwner;
}

export interface RegisteredOccurrence extends Pick<
  Occurrence,
  'id' | 'obligation' | 'subject' | 'subjectName' | 'state' | 'dueOn' | 'doneOn' | 'completion' | 'shownBy'
> {
  /** calendar days after its last day: of what was done when it was done, of what is open on the date of the assessment; 0 in time; null where no day is known */
  daysLate: number | null;
}

export interface ObligationRegister {
  /** false where nothing says when records were made: then nothing counts as due before the date of the assessment */
  recordedDaysKnown: boolean;
  obligations: RegisteredObligation[];
  /** by due date, those without one last */
  occurrences: RegisteredOccurrence[];
  /** good practice that the practice decided to leave out */
  leftOut: { obligation: string; title: string; reason: string }[];
}

/** The document holds what it says once it is sealed, and asks for the review after it, not for itself. */
const THIS_ASSESSMENT = 'this assessment, once it is sealed';

/** @param recorded the days on which records were made; null for a dossier that does not tell */
export function obligationRegister(
  dossier: Dossier,
  asOf: CalendarDate,
  { obligations: catalog, aiOversight: oversight }: Pick<Catalogs, 'obligations' | 'aiOversight'>,
  recorded: RecordedDays | null,
): ObligationRegister {
  const facts = datedFacts(dossier, asOf, recorded);
  const { obligationCompletions: completions, obligationSettings: settings } = facts;
  const subjects = subjectsOf(facts, asOf);
  const fulfilments = [
    ...fulfilmentsOf(facts, { oversight, obligations: catalog }, asOf),
    { obligation: catalog.sealedAssessmentShows, subject: null, doneOn: asOf, shownBy: THIS_ASSESSMENT },
  ];
  const occurrences = occurrencesOf({
    ...{ today: asOf, catalog, subjects },
    ...{ completions, fulfilments, settings },
  });
  const arising = new Set(occurrences.map(({ obligation }) => obligation));
  const setFor = new Map<string, SetObligation>(settings.map((one) => [one.obligation, one]));
  return {
    recordedDaysKnown: recorded !== null,
    obligations: catalog.obligations
      .filter(({ id }) => arising.has(id))
      .map((one) => registered(one, setFor.get(one.id), dossier.practice.coveredEntity)),
    occurrences: occurrences.map((one) => ({
      ...pickedOf(one),
      daysLate: daysLate(one, asOf),
    })),
    leftOut: catalog.obligations.flatMap((one) => {
      const set = setFor.get(one.id);
      return set && isLeftOut(one, set) ? [{ obligation: one.id, title: one.title, reason: set.reason }] : [];
    }),
  };
}

function registered(
  one: ObligationDefinition,
  set: SetObligation | undefined,
  coveredEntity: Dossier['practice']['coveredEntity'],
): RegisteredObligation {
  const { id, title, alsoWhen, citation, otherLaw, usualOwner } = one;
  const binding = statusWords(one, coveredEntity);
  return {
    ...{ id, title, binding },
    isLaw: isLaw(one) && binding === statusWords(one, 'yes'),
    howOften: intervalWords(one, intervalOf(one, set)),
    alsoWhen,
    citation: citation ?? otherLaw,
    isChecked: isChecked(one),
    owner: usualOwner,
  };
}

function pickedOf(one: Occurrence): Omit<RegisteredOccurrence, 'daysLate'> {
  const { id, obligation, subject, subjectName, state, dueOn, doneOn, completion, shownBy } = one;
  return { id, obligation, subject, subjectName, state, dueOn, doneOn, completion, shownBy };
}

/** What another record shows to hold, such as an agreement, has no day on which it was done, and is not late. */
function daysLate({ dueOn, doneOn, state }: Occurrence, asOf: CalendarDate): number | null {
  if (dueOn === null) return null;
  const until = state === 'done' ? (doneOn ?? dueOn) : asOf;
  return Math.max(0, daysBetween(dueOn, until));
}
