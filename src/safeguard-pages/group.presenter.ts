// A group of questions about safeguards: each with how its entries stand, a form that answers them together, and the answers of the due diligence beside it.
import { answerInWords } from '../questionnaires/answer-in-words';
import { countingAnswers } from '../questionnaires/records/counting-answers';
import { countsOf, type ReviewedEntry, type SafeguardsReview } from '../safeguards/safeguards-review';
import type { SafeguardGroup, SafeguardQuestion } from '../safeguards/safeguard-questions';
import { keyOfEntry } from '../safeguards/security-rule';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import type { Values } from '../web/form-view';
import { addressOfEntry } from './safeguard-addresses';
import type { SafeguardFacts, StoredSafeguard } from './safeguard-facts.query';
import { safeguardForm, shownVersions, storedTogether, type SafeguardForm } from './safeguard-form';
import { entryView, type EntryView, type NameOf } from './entry-view';
import { entriesOf, percentOf } from './safeguards-overview.presenter';

export interface QuestionView {
  id: string;
  question: string;
  help: string;
  why: string;
  good: string;
  /** what could show it */
  shows: string;
  action: string;
  entries: (EntryView & { href: string })[];
  related: { question: string; answer: string }[];
  /** nothing of it applies to the practice: there is nothing to answer */
  isPassed: boolean;
  isMixed: boolean;
  isAnswered: boolean;
  /** several entries are answered by it */
  isTogether: boolean;
  shown: string;
  form: SafeguardForm;
  /** of its form, where it is shown again */
  faults: ShownFaults;
}

export interface GroupView {
  at: string;
  here: string;
  title: string;
  intro: string;
  answered: string;
  percent: number;
  carried: EntryView[];
  /** what is stored of those, for the form that confirms them */
  carriedShown: string;
  questions: QuestionView[];
  before: { href: string; title: string } | null;
  after: { href: string; title: string } | null;
}

/** The form of one question that was sent and is shown again. */
export interface SentAgain {
  question: string;
  values: Values;
  faults: ShownFaults;
  shown: string;
}

export interface GroupInput {
  at: string;
  facts: SafeguardFacts;
  review: SafeguardsReview;
  groups: readonly SafeguardGroup[];
  questions: readonly SafeguardQuestion[];
  nameOf: NameOf;
}

export function groupView(group: SafeguardGroup, input: GroupInput, again: SentAgain | null): GroupView {
  const { at, review, groups, questions, nameOf } = input;
  const entries = entriesOf(group.id, questions, review.entries);
  const { open, notApplicable } = countsOf(entries);
  const place = groups.findIndex(({ id }) => id === group.id);
  const linkTo = (one: SafeguardGroup | undefined): GroupView['before'] =>
    one ? { href: `${at}/${one.id}`, title: one.title } : null;
  const applicable = entries.length - notApplicable;
  const carried = entries.filter(({ carriedFrom }) => carriedFrom !== null);
  return {
    ...{ at, here: `${at}/${group.id}`, title: group.title, intro: group.intro },
    answered: `${applicable - open} of ${applicable} answered`,
    percent: percentOf(entries),
    carried: carried.map((entry) => entryView(entry, nameOf)),
    carriedShown: shownVersions(
      storedOf(
        input.facts,
        carried.map(({ entry }) => entry),
      ),
    ),
    questions: questions
      .filter((question) => question.group === group.id)
      .map((question) => questionView(question, input, again?.question === question.id ? again : null)),
    before: linkTo(groups[place - 1]),
    after: linkTo(groups[place + 1]),
  };
}

function questionView(question: SafeguardQuestion, input: GroupInput, again: SentAgain | null): QuestionView {
  const { at, facts, review, nameOf } = input;
  const entries = review.entries.filter(({ entry }) => question.entries.includes(entry));
  const records = storedOf(facts, question.entries);
  const names = namesAt(question.id);
  const stored = storedTogether(names, records);
  return {
    ...{ id: question.id, question: question.question, help: question.help, why: question.why },
    ...{ good: question.good, shows: question.evidence },
    action: `${at}/${question.group}/${question.id}`,
    entries: entries.map((entry) => ({ ...entryView(entry, nameOf), href: addressOfEntry(at, entry.entry) })),
    related: relatedAnswers(question.related, facts),
    isPassed: entries.every(({ state }) => state === 'not_applicable'),
    isMixed: stored.isMixed || (records.length > 0 && records.length < entries.length),
    isAnswered: records.length > 0,
    isTogether: entries.length > 1,
    shown: again ? again.shown : shownVersions(records),
    faults: again?.faults ?? NO_FAULTS,
    form: safeguardForm(
      names,
      entries,
      facts.evidence ?? [],
      again?.values ?? stored.values,
      again?.faults ?? NO_FAULTS,
    ),
  };
}

/** What stands before the names of a question's fields. */
export function namesAt(question: string): string {
  return `${question}/`;
}

export function storedOf({ safeguards }: SafeguardFacts, entries: readonly string[]): StoredSafeguard[] {
  const keys = entries.map(keyOfEntry);
  return safeguards.filter(({ key }) => keys.includes(key));
}

/** What was answered about the practice in the due diligence, of the questions that speak of the same; those not answered are left out. */
function relatedAnswers(
  related: readonly string[],
  { questionnaires }: SafeguardFacts,
): { question: string; answer: string }[] {
  const answers = countingAnswers(questionnaires, null);
  return related.flatMap((id) => {
    const answer = answers.find((one) => one.question === id);
    const asked = questionnaires
      .find(({ key }) => key === answer?.questionnaire)
      ?.questions?.find((one) => one.id === id);
    return answer && asked ? [{ question: asked.question, answer: answerInWords(answer.value, asked) }] : [];
  });
}

/** The answers in words, for whoever sees that somebody else has saved meanwhile. */
export function storedInWords(
  entries: readonly ReviewedEntry[],
  nameOf: NameOf,
): { label: string; stored: string }[] {
  return entries.map((entry) => {
    const { title, stateWords, done } = entryView(entry, nameOf);
    return { label: title, stored: done ? `${stateWords}: ${done}` : stateWords };
  });
}
