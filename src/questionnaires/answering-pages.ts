// A questionnaire as pages of a few questions each, one after the other: a group, or a part of one where it is large. Pure.
import { evenParts } from '../common/even-parts';
import { openQuestions } from './answer-status';
import type { QuestionGroupView, QuestionnaireView, QuestionView } from './questionnaire.dto';

/** More than these are too many at once. */
const MOST_ON_A_PAGE = 6;

export interface AnsweringPage {
  group: string;
  title: string;
  /** 1 for the first */
  part: number;
  parts: number;
  questions: QuestionView[];
}

export function answeringPages({ groups }: Pick<QuestionnaireView, 'groups'>): AnsweringPage[] {
  return groups.flatMap(partsOf);
}

function partsOf({ id, title, questions }: QuestionGroupView): AnsweringPage[] {
  return evenParts(questions, MOST_ON_A_PAGE).map((part, index, { length }) => {
    return { group: id, title, part: index + 1, parts: length, questions: part };
  });
}

export interface PlaceAmongPages {
  page: AnsweringPage;
  before: AnsweringPage | null;
  after: AnsweringPage | null;
}

/** The page of a group and its part, with its neighbours; undefined where there is none. */
export function pageAt(
  pages: readonly AnsweringPage[],
  group: string,
  part: number,
): PlaceAmongPages | undefined {
  const index = pages.findIndex((page) => page.group === group && page.part === part);
  const page = pages[index];
  return page && { page, before: pages[index - 1] ?? null, after: pages[index + 1] ?? null };
}

/** Where somebody who comes back goes on: the first page with an open question, else the first of all. */
export function pageToGoOn(pages: readonly AnsweringPage[]): AnsweringPage | undefined {
  return pages.find(({ questions }) => openQuestions(questions, answersOf(questions)).length > 0) ?? pages[0];
}

export function answersOf(questions: readonly QuestionView[]): NonNullable<QuestionView['answer']>[] {
  return questions.flatMap(({ answer }) => (answer ? [answer] : []));
}

/** `at` is the address of the questionnaire. */
export function addressOf(at: string, { group, part }: Pick<AnsweringPage, 'group' | 'part'>): string {
  return `${at}/groups/${group}${part > 1 ? `?part=${part}` : ''}`;
}
