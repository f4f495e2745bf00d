// The questionnaire as its vendor sees it: group by group how far it has come, and everything that was said so far.
import { dateInTimeZone } from '../common/calendar-date';
import { VENDOR_PAGES } from '../identity/vendor-link-cookie';
import { answerInWords } from '../questionnaires/answer-in-words';
import { addressOf, answeringPages, answersOf, pageToGoOn } from '../questionnaires/answering-pages';
import { STATUS_WORDS } from '../questionnaires/answering-words';
import { progressOf } from '../questionnaires/answer-status';
import { minutesInWords, percentDone } from '../questionnaires/progress-in-words';
import type { QuestionGroupView, QuestionView } from '../questionnaires/questionnaire.dto';
import type { VendorQuestionnaire } from './vendor-answers.service';
import type { AttachedDocument } from './vendor-link.query';

export const HERE = `/${VENDOR_PAGES}`;

/** Where a form is sent: with the link that its page was made for (vendor-link-entry.ts). */
export function formOf(linkId: string, address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}link=${linkId}`;
}

export interface VendorAnswerLine {
  question: string;
  answer: string;
  isKnown: boolean;
  evidence: string;
  note: string;
  documents: string[];
}

export interface VendorGroupLine {
  title: string;
  href: string;
  known: number;
  unknown: number;
  open: number;
  answers: VendorAnswerLine[];
}

export interface VendorOverview {
  here: string;
  /** where the submission is sent */
  submission: string;
  practice: string;
  service: string;
  /** last day on which the link works, in the practice's time zone */
  due: string;
  minutes: string;
  percent: number;
  asked: number;
  open: number;
  hasAnswers: boolean;
  goOn: string;
  groups: VendorGroupLine[];
  documents: string[];
}

export function vendorOverview(asked: VendorQuestionnaire): VendorOverview {
  const { linkId, practice, service, groups, questions, documents, expiresAt, timeZone } = asked;
  const progress = progressOf(questions, answersOf(groups.flatMap((group) => group.questions)));
  const next = pageToGoOn(answeringPages({ groups }));
  return {
    ...{
      here: HERE,
      submission: formOf(linkId, `${HERE}/submission`),
      practice,
      service,
      due: dateInTimeZone(expiresAt, timeZone),
    },
    minutes: minutesInWords(progress),
    percent: percentDone(questions, progress),
    ...{ asked: progress.asked, open: progress.open, hasAnswers: progress.answered > 0 },
    goOn: next ? addressOf(HERE, next) : HERE,
    groups: groups.map((group) => groupLine(group, documents)),
    documents: documents.map(({ title }) => title),
  };
}

function groupLine(group: QuestionGroupView, documents: readonly AttachedDocument[]): VendorGroupLine {
  const { id, title, progress, questions } = group;
  const { unknown, open, answered } = progress;
  return {
    ...{ title, unknown, open, known: answered - unknown },
    href: addressOf(HERE, pageToGoOn(answeringPages({ groups: [group] })) ?? { group: id, part: 1 }),
    answers: questions.map((question) => answerLine(question, documents)),
  };
}

function answerLine(asked: QuestionView, documents: readonly AttachedDocument[]): VendorAnswerLine {
  const { id, question, status, answer } = asked;
  const attached = documents.filter(({ questions }) => questions.includes(id)).map(({ title }) => title);
  return {
    question,
    answer: answer ? answerInWords(answer.value, asked) : STATUS_WORDS.open,
    isKnown: status === 'answered',
    ...{ evidence: answer?.evidence ?? '', note: answer?.note ?? '', documents: attached },
  };
}
