// One questionnaire on one page: group by group how far it has come, what was answered, and what is still to find out.
import { answerInWords } from './answer-in-words';
import { addressOf, answeringPages, pageToGoOn } from './answering-pages';
import { BASIS_WORDS, STATE_WORDS, STATUS_WORDS } from './answering-words';
import { minutesInWords, percentDone } from './progress-in-words';
import type { QuestionGroupView, QuestionnaireView, QuestionView } from './questionnaire.dto';

export interface AnswerLine {
  question: string;
  answer: string;
  /** how it is known, who said so, where it stands, since when */
  rests: string;
  note: string;
  /** what a reviewer made of it */
  review: string;
  isKnown: boolean;
}

export interface GroupLine {
  title: string;
  href: string;
  known: number;
  unknown: number;
  open: number;
  answers: AnswerLine[];
}

export interface QuestionnaireOverview {
  state: string;
  isOpen: boolean;
  counts: boolean;
  /** it asks what a vendor can know */
  canSend: boolean;
  canWithdraw: boolean;
  version: number;
  issuedOn: string;
  submittedOn: string;
  submittedBy: string;
  withdrawal: string;
  minutes: string;
  percent: number;
  asked: number;
  open: number;
  hasAnswers: boolean;
  /** there are answers to look at, or that were left out for good */
  hasRecord: boolean;
  goOn: string;
  groups: GroupLine[];
  /** what counts as not known, and what would show it */
  toFindOut: { question: string; askFor: string }[];
}

/** @param here address of the questionnaire */
export function questionnaireOverview(here: string, view: QuestionnaireView): QuestionnaireOverview {
  const { state, progress, groups, version, submittedBy, withdrawal } = view;
  const pages = answeringPages(view);
  const next = pageToGoOn(pages);
  const questions = groups.flatMap((group) => group.questions);
  return {
    state: STATE_WORDS[state],
    isOpen: state === 'issued',
    counts: state === 'submitted',
    canSend:
      state === 'issued' &&
      view.about === 'service' &&
      questions.some(({ answeredBy }) => answeredBy === 'vendor'),
    canWithdraw: state === 'issued' || state === 'submitted',
    ...{ version, issuedOn: view.issuedOn ?? '', submittedOn: view.submittedOn ?? '' },
    submittedBy: submittedBy ? `${submittedBy.name}, ${submittedBy.role}` : '',
    withdrawal: withdrawal ? `${withdrawal.by.name}, ${withdrawal.by.role}: ${withdrawal.reason}` : '',
    minutes: minutesInWords(progress),
    percent: percentDone(questions, progress),
    ...{ asked: progress.asked, open: progress.open, hasAnswers: progress.answered > 0 },
    hasRecord: progress.answered > 0 || state !== 'issued',
    goOn: next ? addressOf(here, next) : '',
    groups: groups.map((group) => groupLine(here, group)),
    toFindOut: questions.filter(isToFindOut).map(({ question, evidenceExpected }) => ({
      question,
      askFor: evidenceExpected ?? '',
    })),
  };
}

function groupLine(here: string, group: QuestionGroupView): GroupLine {
  const { title, progress, questions } = group;
  const parts = answeringPages({ groups: [group] });
  const { unknown, open, answered } = progress;
  return {
    ...{ title, unknown, open, known: answered - unknown },
    href: addressOf(here, pageToGoOn(parts) ?? { group: group.id, part: 1 }),
    answers: questions.map(answerLine),
  };
}

function answerLine(asked: QuestionView): AnswerLine {
  const { question, status, answer } = asked;
  const isGiven = answer !== null && answer !== undefined && status !== 'suggested';
  if (!isGiven)
    return { question, answer: STATUS_WORDS[status], rests: '', note: '', review: '', isKnown: false };
  const { basis, evidence, answeredBy, review } = answer;
  const rests = [basis ? BASIS_WORDS[basis] : '', evidence ?? '', answeredBy ? `said by ${answeredBy}` : ''];
  return {
    question,
    answer: answerInWords(answer.value, asked),
    rests: rests.filter((part) => part !== '').join('; '),
    note: answer.note ?? '',
    review: review ? `${STATUS_WORDS[review.verdict]}${review.reason ? `. ${review.reason}` : ''}` : '',
    isKnown: status === 'answered' || status === 'accepted',
  };
}

const isToFindOut = ({ status }: QuestionView): boolean => status !== 'answered' && status !== 'accepted';
