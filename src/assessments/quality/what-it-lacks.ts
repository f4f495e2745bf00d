// What keeps an analysis from being as good as a careful reader wants it: eight questions, each answered from the document alone and told as what is lacking, never as a score. That a reader asks
// these is from our own knowledge; the guidance of HHS OCR asks for an analysis that is accurate and thorough, and for its upkeep. Pure.
import { addMonths } from '../../common/calendar-date';
import { rankOf } from '../../common/level';
import type { AssessmentDocument } from '../assessment.document';

export const QUALITY_TESTS = [
  'current',
  'practice_wide',
  'linked',
  'evidenced',
  'acted_on',
  'kept',
  'reviewed',
  'signed',
] as const;
export type QualityTest = (typeof QUALITY_TESTS)[number];

export interface Lacking {
  test: QualityTest;
  /** one sentence for each thing that is lacking; never empty */
  lacks: string[];
}

/** @param isSealed whether the document carries a signature that seals it */
export function whatItLacks(document: AssessmentDocument, isSealed: boolean): Lacking[] {
  return QUALITY_TESTS.map((test) => ({ test, lacks: TESTS[test](document, isSealed) })).filter(
    ({ lacks }) => lacks.length > 0,
  );
}

type Test = (document: AssessmentDocument, isSealed: boolean) => string[];

const OLDEST_LAW_MONTHS = 12;

const current: Test = ({ safeguardsReview, evidenceRegister, lawAsOf, asOf }) => {
  const old = (evidenceRegister ?? []).filter(
    ({ freshness }) => freshness === 'stale' || freshness === 'expired',
  );
  const carried = safeguardsReview?.counts.carried ?? 0;
  return [
    ...when(carried, `${are(carried, 'answer', 'on the practice’s own safeguards')} older than a year.`),
    ...when(old.length, `${are(old.length, 'document', 'on file')} out of date.`),
    ...(addMonths(lawAsOf, OLDEST_LAW_MONTHS) < asOf
      ? ['The law was last read more than a year before.']
      : []),
  ];
};

const practiceWide: Test = ({ safeguardsReview, results, practiceResult }) => {
  if (!safeguardsReview) return ['The practice itself was not held against the Security Rule.'];
  const { open, entries } = safeguardsReview.counts;
  return [
    ...when(open, `${open} of ${entries} entries of the Security Rule have no answer.`),
    ...(practiceResult ? [] : ['The threats to the practice itself were not rated.']),
    ...(results.length === 0 ? ['No tool is on record.'] : []),
  ];
};

/** High risks that nothing is said to be done about. */
const linked: Test = ({ results }) => {
  const bare = results.filter(
    ({ level, decision, steps, gates }) =>
      rankOf(level) >= rankOf('high') &&
      decision.conditions.length === 0 &&
      (steps?.singles.length ?? 0) === 0 &&
      gates.every(({ remedy }) => remedy === null),
  );
  return when(
    bare.length,
    `${bare.map(({ service }) => service.name).join(', ')}: high risk, and no step is known that would lower it.`,
  );
};

const evidenced: Test = ({ safeguardsReview, results }) => {
  const bare = (safeguardsReview?.entries ?? []).filter(
    ({ state, evidence }) => state === 'in_place' && evidence.length === 0,
  );
  const unknown = results.reduce((sum, { unknowns }) => sum + unknowns.length, 0);
  return [
    ...when(
      bare.length,
      `${are(bare.length, 'safeguard')} said to be in place with no document that shows it.`,
    ),
    ...when(unknown, `${are(unknown, 'fact', 'about the tools')} not known.`),
  ];
};

const actedOn: Test = ({ obligationRegister }) => {
  if (!obligationRegister) return ['What was done again and again is not told.'];
  const { occurrences } = obligationRegister;
  const late = occurrences.filter(({ state }) => state === 'overdue').length;
  const isDone = occurrences.some(({ completion }) => completion !== null);
  return [
    ...when(late, `${are(late, 'obligation')} late.`),
    ...(isDone ? [] : ['Nothing is recorded as done, so nothing shows that the plan is carried out.']),
  ];
};

const kept: Test = (_document, isSealed) =>
  isSealed
    ? []
    : ['It is a draft. What is to be kept for six years is the sealed assessment (45 CFR 164.316(b)(2)(i)).'];

const reviewed: Test = ({ comparison }) =>
  comparison ? [] : ['There is no sealed assessment before this one: it shows no earlier look at the risks.'];

const signed: Test = ({ assessor, review, signOff }, isSealed) => [
  ...(assessor ? [] : ['No assessor is named.']),
  ...(isSealed ? [] : ['Nobody who answers for the practice has signed it.']),
  ...(review && signOff && review.name === signOff.name
    ? ['The same person reviewed and signed it: nobody else has looked.']
    : []),
];

const TESTS: Readonly<Record<QualityTest, Test>> = {
  current,
  practice_wide: practiceWide,
  linked,
  evidenced,
  acted_on: actedOn,
  ...{ kept, reviewed, signed },
};

function when(count: number, words: string): string[] {
  return count > 0 ? [words] : [];
}

function are(count: number, one: string, which = ''): string {
  const told = [count, count === 1 ? one : `${one}s`, which].filter((word) => word !== '').join(' ');
  return `${told} ${count === 1 ? 'is' : 'are'}`;
}
