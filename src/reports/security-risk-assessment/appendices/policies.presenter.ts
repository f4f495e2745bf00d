// Policies and training: what is adopted, by whom and until when, who has acknowledged it, and who lacks which training on the date of the assessment.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { STATE_WORDS, TRAINING_WORDS } from '../../../policies/told-words';
import { shortDate } from '../date-words';
import { counted, listed } from '../number-words';

export interface PoliciesView {
  /** the document was drawn up before policies and training were worked out */
  isNotWorkedOut: boolean;
  policies: {
    title: string;
    state: string;
    version: string;
    approvedBy: string;
    review: string;
    acknowledged: string;
  }[];
  /** templates without a policy that holds, in a sentence; empty where there is none */
  missing: string;
  /** nobody is on the list of staff */
  noStaff: boolean;
  training: { name: string; passed: string; lacking: string }[];
}

const NOT_WORKED_OUT: PoliciesView = {
  ...{ isNotWorkedOut: true, policies: [], missing: '', noStaff: false, training: [] },
};

export function policiesView({
  workforceRegister,
}: Pick<AssessmentDocument, 'workforceRegister'>): PoliciesView {
  if (!workforceRegister) return NOT_WORKED_OUT;
  const { policies, templatesNotAdopted, staff, training } = workforceRegister;
  const people = [...new Set(training.map(({ staffMember }) => staffMember))];
  return {
    isNotWorkedOut: false,
    policies: policies.map(({ title, state, version, nextReviewOn, acknowledged, staff: all }) => ({
      ...{ title, state: STATE_WORDS[state] },
      version: version ? `${version.number}, adopted ${shortDate(version.adoptedOn)}` : 'None adopted',
      approvedBy: version ? `${version.approvedBy.name}, ${version.approvedBy.role}` : '',
      review: nextReviewOn ? shortDate(nextReviewOn) : '',
      acknowledged: version ? `${acknowledged} of ${all}` : '',
    })),
    missing:
      templatesNotAdopted.length === 0
        ? ''
        : `No policy is adopted on ${counted(templatesNotAdopted.length, 'topic')} for which there is a template: ${listed(templatesNotAdopted)}.`,
    noStaff: staff === 0,
    training: people.map((key) => {
      const own = training.filter(({ staffMember }) => staffMember === key);
      const lacking = own.filter(({ state }) => state !== 'current');
      return {
        name: own[0]?.name ?? key,
        passed: `${own.length - lacking.length} of ${own.length}`,
        lacking:
          lacking.map(({ title, state }) => `${title} (${TRAINING_WORDS[state]})`).join('; ') || 'Nothing',
      };
    }),
  };
}
