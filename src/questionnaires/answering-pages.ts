// A questionnaire as pages of a few questions each, one after the other: a group, or a part of one where it is large. Pure.
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

/** Parts alike in size: 13 questions are 5, 4 and 4, never 6, 6 and 1. */
function partsOf({ id, title, questions }: QuestionGroupView): AnsweringPage[] {
  const parts = Math.ceil(questions.length / MOST_ON_A_PAGE);
  const [least, larger] = [Math.floor(questions.length / parts), questions.length % parts];
  return Array.from({ length: parts }, (_none, index) => {
    const start = index * least + Math.min(index, larger);
    const end = start + least + (index < larger ? 1 : 0);
    return { group: id, title, part: index + 1, parts, questions: questions.slice(start, end) };
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
