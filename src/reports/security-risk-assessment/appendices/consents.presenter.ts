// Consent to telehealth, to AI and to recording: what is asked of clients around each tool, how each form stands, and the law of the states with how sure it is. State
// law and good practice, not HIPAA: the section says so.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { RegisteredConsent, RegisteredForm } from '../../../assessments/registers/consent-register';
import type { ConsentFormState } from '../../../consent-forms/records/consent-form-state';
import { longDate, shortDate, withDatesInWords } from '../date-words';
import { CONSENT_WORDS } from '../fact-words';
import { listed } from '../number-words';

export interface ConsentsView {
  /** the document was drawn up before consents were worked out */
  isNotWorkedOut: boolean;
  asked: { service: string; consent: string; standing: string; since: string }[];
  forms: {
    title: string;
    tools: string;
    standing: string;
    told: string[];
    elements: { title: string; why: string }[];
  }[];
  law: { text: string; citation: string; known: string }[];
}

const STATE_WORDS: Readonly<Record<ConsentFormState, string>> = {
  draft: 'Draft: not to be used',
  adopted: 'Adopted, not attested to be in use',
  in_use: 'In use',
  replaced: 'Replaced by a later version',
  withdrawn: 'Withdrawn',
};

export function consentsView({ dossier, consentRegister }: AssessmentDocument): ConsentsView {
  if (!consentRegister) return { isNotWorkedOut: true, asked: [], forms: [], law: [] };
  const { consents, forms, law } = consentRegister;
  return {
    isNotWorkedOut: false,
    asked: consents.map((one) => askedRow(one, dossier)),
    forms: forms.flatMap((form) => formRow(form, dossier)),
    law: law.map(({ text, citation, confidence, evidence }) => ({
      text,
      citation: citation ?? '',
      known: confidence
        ? `Confidence ${confidence}: ${withDatesInWords((evidence ?? '').replaceAll('_', ' '))}.`
        : '',
    })),
  };
}

function askedRow(
  { service, kind, by, formVersion, since, isComplete }: RegisteredConsent,
  { services }: AssessmentDocument['dossier'],
): ConsentsView['asked'][number] {
  const complete = isComplete
    ? 'attested for all clients and everyone audible'
    : 'not attested for all clients and everyone audible';
  const standing = {
    form: `By form ${formVersion}, ${complete}`,
    record: `Recorded, form ${formVersion} not kept here; ${complete}`,
    nothing: 'None is on record',
  }[by];
  return {
    service: services.find(({ key }) => key === service)?.name ?? service,
    consent: CONSENT_WORDS[kind],
    standing,
    since: since ? shortDate(since) : '',
  };
}

function formRow(
  { key, kind, state, open, changed }: RegisteredForm,
  { consentForms, services }: AssessmentDocument['dossier'],
): ConsentsView['forms'] {
  const form = consentForms?.find((one) => one.key === key);
  if (!form) return [];
  const { adoption, attestation, withdrawal, review } = form;
  const tools = services.filter((one) => form.services.includes(one.key)).map(({ name }) => name);
  const own = (form.ownWords ?? []).length;
  return [
    {
      title: `${CONSENT_WORDS[kind]}, version ${form.formVersion}`,
      tools: listed(tools),
      standing: STATE_WORDS[state],
      told: [
        review
          ? `Reviewed on ${longDate(review.reviewedOn)} by ${review.reviewedBy}.`
          : 'No review by a lawyer or a board is on record.',
        ...(adoption
          ? [
              `Adopted on ${longDate(adoption.adoptedOn)} by ${adoption.name}, ${adoption.role}; ${adoption.elements.length} elements, SHA-256 ${adoption.digest}.`,
            ]
          : []),
        ...(own > 0 ? [`In the practice’s own words: ${own} of them.`] : []),
        ...(attestation
          ? [
              `In use since ${longDate(attestation.inUseSince)}, as ${attestation.name}, ${attestation.role}, attested.`,
            ]
          : []),
        ...(withdrawal ? [`Withdrawn on ${longDate(withdrawal.withdrawnOn)}: ${withdrawal.reason}`] : []),
      ],
      elements: [
        ...open.map(({ title, missing }) => ({ title, why: missing.join(' ') })),
        ...changed.map((title) => ({ title, why: 'The records have changed since the adoption.' })),
      ],
    },
  ];
}
