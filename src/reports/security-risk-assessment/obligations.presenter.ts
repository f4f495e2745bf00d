// What was due again and again, what was done with what shows it, what is late, and what comes in the year after: with the day of the next review and what brings it
// about earlier.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type {
  ObligationRegister,
  RegisteredObligation,
  RegisteredOccurrence,
} from '../../assessments/registers/obligation-register';
import { addMonths, type CalendarDate } from '../../common/calendar-date';
import { OWNER_WORDS } from '../../obligations/rules/obligation-words';
import { correctionWords } from '../../records/correction-words';
import { longDate, shortDate, withDatesInWords } from './date-words';
import { capitalized, counted, listed } from './number-words';

export interface ObligationRow {
  title: string;
  /** how binding it is and how often, with the rule */
  under: string;
  about: string;
  when: string;
}

export interface ObligationsView {
  isNotWorkedOut: boolean;
  lead: string;
  /** empty where the days of recording are known */
  caution: string;
  /** null in the report on one service, which is no analysis of the practice */
  nextReview: { due: string; watches: string; holds: string; triggers: string } | null;
  open: { heading: string; rows: ObligationRow[] }[];
  done: { title: string; about: string; when: string; shownBy: string }[];
  /** obligations that wait for something to happen */
  onEvent: { title: string; when: string; citation: string }[];
  leftOut: { title: string; reason: string }[];
}

/** The obligation of looking at the risks again: its day is that of the next review. */
const REVIEW = 'OB-01';
const MONTHS_LOOKED_AT = 12;

/** The workbook lists them all. */
const SHOWN_SUBJECTS = 4;

export function obligationsView(document: AssessmentDocument, isWhole: boolean): ObligationsView {
  const { obligationRegister: register, asOf } = document;
  if (!register) return NOT_WORKED_OUT;
  const { occurrences } = register;
  const until = addMonths(asOf, MONTHS_LOOKED_AT);
  const coming = occurrences.filter(({ state, dueOn }) => state === 'upcoming' && dueOn && dueOn <= until);
  const inState = (state: RegisteredOccurrence['state']) => occurrences.filter((one) => one.state === state);
  const done = doneSince(occurrences, addMonths(asOf, -MONTHS_LOOKED_AT));
  return {
    isNotWorkedOut: false,
    lead: leadOf(inState('overdue').length, inState('due').length, coming.length, done.length),
    caution: register.recordedDaysKnown
      ? ''
      : 'When records were made is not known here, so nothing counts as due before the date of the assessment.',
    nextReview: isWhole ? nextReviewOf(document, register) : null,
    open: [
      { heading: 'Late', rows: rowsOf(inState('overdue'), register) },
      { heading: 'Due now', rows: rowsOf(inState('due'), register) },
      { heading: 'In the twelve months after', rows: rowsOf(coming, register) },
    ].filter(({ rows }) => rows.length > 0),
    done: done.map((one) => doneRow(one, register, document)),
    onEvent: register.obligations.flatMap(({ id, title, alsoWhen, citation, howOften }) =>
      occurrences.some(({ obligation, state }) => obligation === id && state === 'on_event')
        ? [{ title, when: capitalized(alsoWhen ?? howOften), citation: citation ?? '' }]
        : [],
    ),
    leftOut: register.leftOut.map(({ title, reason }) => ({ title, reason })),
  };
}

const NOT_WORKED_OUT: ObligationsView = {
  ...{ isNotWorkedOut: true, lead: '', caution: '', nextReview: null },
  ...{ open: [], done: [], onEvent: [], leftOut: [] },
};

function leadOf(late: number, due: number, coming: number, done: number): string {
  const told = [
    `${late} late`,
    `${due} due now`,
    `${coming} due in the twelve months after`,
    `${done} done in the twelve months before`,
  ];
  return `Of what the practice has to do again and again: ${listed(told)}.`;
}

function nextReviewOf(
  { asOf, holdsUntil }: AssessmentDocument,
  { occurrences, obligations }: ObligationRegister,
): ObligationsView['nextReview'] {
  const review = obligations.find(({ id }) => id === REVIEW);
  const open = occurrences.find(({ obligation, state }) => obligation === REVIEW && state !== 'done');
  const next = nextReviewDay(open?.dueOn ?? null, asOf);
  return {
    due: `${longDate(next)}${review ? `. ${review.howOften}` : ''}`,
    watches: review ? OWNER_WORDS[review.owner] : 'Nobody is named',
    holds: holdsUntil
      ? `${longDate(holdsUntil.date)}: ${withDatesInWords(holdsUntil.because)}`
      : 'No dated fact changes it',
    triggers: review?.alsoWhen ? capitalized(review.alsoWhen) : 'None is told',
  };
}

/** This assessment is itself a review: one that is due by its date is held with it, and the next comes a year after. */
export function nextReviewDay(dueOn: CalendarDate | null, asOf: CalendarDate): CalendarDate {
  const yearAfter = addMonths(asOf, 12);
  return dueOn !== null && dueOn > asOf && dueOn < yearAfter ? dueOn : yearAfter;
}

/** An obligation in one row with all that it is about, in the order of the catalog. */
function rowsOf(occurrences: readonly RegisteredOccurrence[], { obligations }: ObligationRegister) {
  return obligations.flatMap((one): ObligationRow[] => {
    const own = occurrences.filter(({ obligation }) => obligation === one.id);
    if (own.length === 0) return [];
    const [first] = own.map(({ dueOn }) => dueOn ?? '').sort();
    const days = new Set(own.map(({ dueOn }) => dueOn));
    const about = own.map(({ subject, subjectName, dueOn }) => {
      if (!subject) return 'The practice as a whole';
      return days.size > 1 && dueOn ? `${subjectName} (${shortDate(dueOn)})` : subjectName;
    });
    const more = about.length - SHOWN_SUBJECTS;
    return [
      {
        title: one.title,
        under: underOf(one),
        about: `${about.slice(0, SHOWN_SUBJECTS).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
        when: first ? `${days.size > 1 ? 'From ' : ''}${shortDate(first)}` : '',
      },
    ];
  });
}

function underOf({ isLaw, binding, howOften, citation, isChecked }: RegisteredObligation): string {
  const parts = [toldBinding(isLaw, binding), howOften, ...(citation ? [citation] : [])];
  return `${parts.join('. ')}${isChecked ? '' : '. Not checked against a text'}.`;
}

/** In short, but where the profile of the practice makes good practice of a rule. */
function toldBinding(isLaw: boolean, binding: string): string {
  if (isLaw) return 'Law';
  return binding.startsWith('Good practice here') ? binding : 'Good practice';
}

function doneSince(occurrences: readonly RegisteredOccurrence[], since: CalendarDate) {
  return occurrences
    .filter(({ state, doneOn }) => state === 'done' && doneOn !== null && doneOn >= since)
    .sort((one, other) => order(other.doneOn ?? '', one.doneOn ?? '') || order(one.id, other.id));
}

function doneRow(
  { obligation, subject, subjectName, doneOn, daysLate, completion: key, shownBy }: RegisteredOccurrence,
  { obligations }: ObligationRegister,
  { dossier }: AssessmentDocument,
) {
  const completion = (dossier.obligationCompletions ?? []).find((one) => one.key === key);
  const evidence = (dossier.evidence ?? []).find((one) => one.key === completion?.evidence);
  const late = daysLate ? `, ${counted(daysLate, 'day')} late` : '';
  const by = completion ? ` by ${completion.doneBy.name}, ${completion.doneBy.role}` : '';
  const shown = [
    ...(shownBy ? [capitalized(shownBy)] : []),
    ...(evidence ? [`Evidence “${evidence.title}”`] : []),
    ...(completion?.proof ? [completion.proof] : []),
    ...(completion?.corrections ?? []).map(correctionWords),
  ];
  return {
    title: obligations.find(({ id }) => id === obligation)?.title ?? obligation,
    about: subject ? subjectName : '',
    when: `${doneOn ? shortDate(doneOn) : ''}${late}${by}`,
    shownBy: shown.join('; ') || 'Nothing on record shows it',
  };
}

function order(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
