// What a workbook would change, as somebody sees it before it is saved: what stands now beside what would stand then. Pure.
import { answerInWords } from '../answer-in-words';
import { BASIS_WORDS } from '../answering-words';
import type { AskedOnPage, GivenAnswer } from '../question-form';
import type { WorkbookAnswer } from './answers-from-workbook';
import type { WorkbookFor } from './layout';

export interface PreviewLine {
  question: string;
  /** empty where there was no answer */
  now: string;
  then: string;
}

type Said = Pick<GivenAnswer, 'value' | 'basis' | 'evidence' | 'note'>;

/** @param reader a vendor is not told how its word is taken */
export function previewLines(
  answers: readonly WorkbookAnswer[],
  questions: readonly AskedOnPage[],
  reader: WorkbookFor = 'practice',
): PreviewLine[] {
  const changed = new Map(answers.map((answer) => [answer.question, answer]));
  return questions.flatMap((asked) => {
    const then = changed.get(asked.id);
    if (!then) return [];
    const now = asked.answer && !asked.answer.carriedFrom ? asked.answer : null;
    return [
      {
        question: asked.question,
        now: now ? inWords(now, asked, reader) : '',
        then: inWords(then, asked, reader),
      },
    ];
  });
}

function inWords({ value, basis, evidence, note }: Said, asked: AskedOnPage, reader: WorkbookFor): string {
  const parts = [
    answerInWords(value, asked),
    basis && reader === 'practice' ? BASIS_WORDS[basis] : '',
    evidence ?? '',
    note ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/**
 * The answers as the page carries them from the preview to the saving.
 * @returns null for what is no list of ours: then the workbook is sent anew
 */
export function carriedAnswers(text: string): WorkbookAnswer[] | null {
  try {
    const list = JSON.parse(text) as unknown;
    const isOurs =
      Array.isArray(list) &&
      list.length > 0 &&
      list.every((one) => typeof one === 'object' && one !== null && 'question' in one);
    return isOurs ? (list as WorkbookAnswer[]) : null;
  } catch {
    return null;
  }
}

/** What the page does not carry of an answer: the documents that show it, and who said it. */
export function withStored(answers: readonly WorkbookAnswer[], questions: readonly AskedOnPage[]): object[] {
  const stored = new Map(
    questions.map(({ id, answer }) => [id, answer && !answer.carriedFrom ? answer : null]),
  );
  return answers.map(({ question, value, basis, evidence, note }) => {
    const before = stored.get(question);
    const kept = { evidenceKeys: before?.evidenceKeys ?? null, answeredBy: before?.answeredBy ?? null };
    return { question, value, basis, evidence, note, ...kept };
  });
}
