// Answers to be reviewed: each beside what shows it, what the vendor itself submitted where that is another, and the verdict so far.
import { answerInWords } from '../questionnaires/answer-in-words';
import { BASIS_WORDS } from '../questionnaires/answering-words';
import { isOpen } from '../questionnaires/answer-status';
import type { QuestionGroupView, QuestionView } from '../questionnaires/questionnaire.dto';
import type { SubmittedByVendor } from '../vendor-links/vendor-link.query';
import { lookedAt } from '../vendor-links/not-looked-at';
import type { ShownFaults } from '../web/form-faults';
import type { Values } from '../web/form-view';
import type { EvidenceBeside } from './evidence-beside.query';
import { VERDICT_LABELS } from './review-words';

export interface EvidenceLine {
  title: string;
  issuedOn: string;
  /** of the file; empty where none is kept */
  href: string;
  isNew: boolean;
}

export interface ReviewLine {
  /** names of its fields */
  verdictName: string;
  reasonName: string;
  question: string;
  answer: string;
  rests: string;
  note: string;
  /** what the vendor submitted, where the answer that stands is another */
  ofVendor: string;
  evidence: EvidenceLine[];
  expected: string;
  /** the verdict that is stored, in words */
  soFar: string;
  verdicts: { value: string; label: string; isChosen: boolean }[];
  reason: string;
  verdictFault: string;
  reasonFault: string;
}

export interface ReviewGroupLine {
  href: string;
  title: string;
  toReview: number;
  accepted: number;
  disputed: number;
}

export interface ReviewGround {
  organizationId: string;
  evidence: readonly EvidenceBeside[];
  submitted: readonly SubmittedByVendor[];
}

export const verdictName = (question: string): string => `verdicts/${question}/verdict`;
export const reasonName = (question: string): string => `verdicts/${question}/reason`;

/** What has an answer can be reviewed; what is open counts as unknown already. */
export function reviewable({ questions }: QuestionGroupView): QuestionView[] {
  return questions.filter(({ status }) => !isOpen(status));
}

export function reviewGroups(here: string, groups: readonly QuestionGroupView[]): ReviewGroupLine[] {
  return groups
    .filter((group) => reviewable(group).length > 0)
    .map((group) => {
      const { accepted, disputed } = group.progress;
      const toReview = reviewable(group).length - accepted - disputed;
      return { href: `${here}/review/groups/${group.id}`, title: group.title, toReview, accepted, disputed };
    });
}

export function reviewLines(
  group: QuestionGroupView,
  ground: ReviewGround,
  values: Values,
  faults: ShownFaults,
): ReviewLine[] {
  return reviewable(group).map((asked) => reviewLine(asked, ground, values, faults));
}

/** What was last submitted by a link with all that was said beside it; empty where it is the answer that stands. */
function wordsOfVendor(asked: QuestionView, submitted: readonly SubmittedByVendor[]): string {
  const { id, answer } = asked;
  const link = submitted.find(({ answers }) => id in answers);
  const said = link?.answers[id];
  if (!link || !said) return '';
  const attached = link.documents.filter(({ questions }) => questions.includes(id));
  const beside = [said.evidence, said.note, ...attached.map(({ title }) => title)];
  const stands = [
    answer && answerInWords(answer.value, asked) === answerInWords(said.value, asked),
    (said.evidence ?? '') === (answer?.evidence ?? ''),
    (said.note ?? '') === (answer?.note ?? ''),
    attached.every(({ key }) => answer?.evidenceKeys?.includes(key)),
  ];
  return stands.every(Boolean)
    ? ''
    : [answerInWords(said.value, asked), ...beside].filter(Boolean).join('; ');
}

function reviewLine(
  asked: QuestionView,
  { organizationId, evidence, submitted }: ReviewGround,
  values: Values,
  faults: ShownFaults,
): ReviewLine {
  const { id, question, evidenceExpected } = asked;
  const answer = asked.answer as NonNullable<QuestionView['answer']>;
  const { basis, answeredBy, review } = answer;
  const names = { verdictName: verdictName(id), reasonName: reasonName(id) };
  const [chosen] = values(names.verdictName);
  const words = answerInWords(answer.value, asked);
  const rests = [
    basis ? BASIS_WORDS[basis] : '',
    answer.evidence ?? '',
    answeredBy ? `said by ${answeredBy}` : '',
  ];
  const keys = answer.evidenceKeys ?? [];
  return {
    ...names,
    ...{ question, answer: words, rests: rests.filter(Boolean).join('; '), note: answer.note ?? '' },
    ofVendor: wordsOfVendor(asked, submitted),
    evidence: evidence
      .filter(({ key }) => keys.includes(key))
      .map(({ title, issuedOn, fileId, reference }) => ({
        ...{ title, issuedOn, isNew: lookedAt(reference) !== null },
        href: fileId ? `/v1/organizations/${organizationId}/files/${fileId}/content` : '',
      })),
    expected: evidenceExpected ?? '',
    soFar: review
      ? `${review.verdict === 'accepted' ? 'Accepted' : 'Questioned'} by ${review.reviewer.name}, ${review.reviewer.role}, on ${review.on}${review.reason ? `: ${review.reason}` : ''}`
      : '',
    verdicts: Object.entries(VERDICT_LABELS).map(([value, label]) => ({
      value,
      label,
      isChosen: value === chosen,
    })),
    reason: values(names.reasonName)[0] ?? '',
    verdictFault: faults.of[names.verdictName] ?? '',
    reasonFault: faults.of[names.reasonName] ?? '',
  };
}
