// The forms by which an assessment is reviewed and sealed.
import type { AssessmentDocument } from '../assessments/assessment.document';
import { SignOffDto, type AssessmentResponse } from '../assessments/assessment.dto';
import { openInDocument } from '../reports/security-risk-assessment/open-facts';
import { leadSentence } from '../reports/security-risk-assessment/summary.presenter';
import { isSamePerson } from '../reports/security-risk-assessment/same-person';
import { servicesInOrder } from '../reports/security-risk-assessment/service-order';
import type { ShownFaults } from '../web/form-faults';
import { fieldViews, type Values } from '../web/form-view';
import type { Notice } from '../web/page';
import { standingOf } from './assessment-state';
import { REVIEW_WORDS, SEAL_WORDS } from './form-words';

export interface SignOffStep {
  name: 'review' | 'seal';
  view: string;
  title: string;
  words: typeof REVIEW_WORDS | typeof SEAL_WORDS;
  notice: Notice;
  /** where the assessment has to stand */
  from: AssessmentResponse['status'];
}

export const REVIEW: SignOffStep = {
  ...{ name: 'review', view: 'assessments/review', title: 'Sign as reviewer' },
  ...{ words: REVIEW_WORDS, notice: 'reviewed', from: 'draft' },
};

export const SEAL: SignOffStep = {
  ...{ name: 'seal', view: 'assessments/seal', title: 'Seal the assessment' },
  ...{ words: SEAL_WORDS, notice: 'sealed', from: 'reviewed' },
};

const CHANGED_MEANWHILE: ShownFaults = {
  summary: [
    {
      field: null,
      words: 'Somebody changed this assessment while you were writing. Nothing of yours is lost.',
    },
  ],
  of: {},
  mayConfirm: false,
};

/** A form as it was filled in, with what is wrong; `code` of the refusal where there was one. */
interface FilledIn {
  values: Values;
  faults: ShownFaults;
  code: string | null;
}

export function signOffData(
  { words, from }: SignOffStep,
  at: string,
  row: AssessmentResponse,
  document: AssessmentDocument,
  { values, faults, code }: FilledIn,
): object {
  const wasChanged = code === 'stale-version' || code === 'assessment-not-ready';
  const signings = [document.review, document.signOff].filter((one) => one !== null);
  return {
    ...{ at, here: `${at}/assessments/${row.id}`, version: row.version, asOf: row.asOf },
    faults: wasChanged ? CHANGED_MEANWHILE : faults,
    lead: leadSentence(document, servicesInOrder(document.results)),
    open: openInDocument(document, 'the tools'),
    review: document.review,
    isReviewer: isSamePerson(document.review, { name: values('name')[0] ?? '' }),
    openComments: row.openComments,
    openFault: faults.of.openComments ?? '',
    isOpenMeant: values('openComments')[0] === String(row.openComments),
    fields: fieldViews(SignOffDto, words, values, faults),
    // What was typed stays in the form; beside it stands what somebody else has done meanwhile.
    now: wasChanged ? { standing: standingOf(row), updatedAt: row.updatedAt, signings } : null,
    isStillOpen: row.status === from,
  };
}
