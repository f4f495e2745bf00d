// What can be wrong with what a request says of records, files, questionnaires, assessments and reports.
import type { ProblemType } from './problem-type';

export const RECORD_PROBLEMS = {
  'client-identity-refused': {
    status: 400,
    title: 'The request says who a client is',
    meaning:
      'A field or a value says, or could say, who a client is; `errors` points to each, without repeating it. Nothing of the request was stored or logged.',
    remedy:
      'Leave it out. Clearance is asked about a service, a purpose, kinds of data and a state, never about a person.',
  },
  'dossier-invalid': {
    status: 422,
    title: 'The dossier cannot be imported',
    meaning: 'The document has faults; `errors` lists them by JSON pointer. Nothing was saved.',
    remedy:
      'Correct every fault and import the whole document again. `duecare schema` prints its JSON Schema.',
  },
  'records-incoherent': {
    status: 422,
    title: 'The records would contradict each other',
    meaning:
      'With this change a record would point to one that does not exist, or dates or parts of the records would not fit. Nothing was saved.',
    remedy: 'Follow `errors`: create what is referred to first, or correct the field.',
  },
  'assessment-not-ready': {
    status: 409,
    title: 'The assessment is not at that step',
    meaning:
      'An assessment goes from draft to reviewed to sealed, one step after the other, and a sealed one never changes.',
    remedy: 'Read the assessment to see its status; draw up a new one for new facts.',
  },
  'comments-open': {
    status: 409,
    title: 'Comments on the assessment are open',
    meaning:
      'Some comments on its sections are not resolved, and the request does not name their number. What is open when an assessment is sealed stays open.',
    remedy:
      'Resolve them; or, to seal with them open, send their number as `openComments`. The audit log keeps it.',
  },
  'questionnaire-frozen': {
    status: 409,
    title: 'The questionnaire is frozen',
    meaning:
      'A questionnaire that was submitted, superseded or withdrawn keeps its answers as they are; this action would change it.',
    remedy:
      'Issue a newer questionnaire on the same subject: it takes over the answers for you to confirm or correct.',
  },
  'questionnaire-not-submitted': {
    status: 409,
    title: 'The questionnaire is not submitted yet',
    meaning: 'Answers are reviewed once the questionnaire has been submitted; until then they may change.',
    remedy: 'Submit the questionnaire first.',
  },
  'consent-form-open': {
    status: 409,
    title: 'Elements of the form are open',
    meaning:
      'A form is adopted once every element can be said: from what is on record, or in the practice’s own words. `errors` lists those that cannot.',
    remedy:
      'Record what is missing, or write own words for the element with the reason, then adopt the form.',
  },
  'consent-form-not-at-that-step': {
    status: 409,
    title: 'The form is not at that step',
    meaning:
      'A draft is adopted, an adopted form is attested to be in use, and either may be withdrawn, each once. What was adopted is not changed.',
    remedy: 'Read the form to see where it stands. For other words, make a new version that replaces it.',
  },
  'nothing-for-vendor': {
    status: 409,
    title: 'There is nothing for the vendor to answer',
    meaning:
      'Only a questionnaire about a service is sent to a vendor, and only its questions that a vendor can answer are shown to it; this one has none.',
    remedy: 'Answer it yourself. Where the tool takes in more than is recorded, record it, then ask anew.',
  },
  'questionnaire-open': {
    status: 409,
    title: 'A questionnaire on this subject is being answered',
    meaning:
      'A service, or the practice, answers one questionnaire at a time; the detail names the one that is open.',
    remedy: 'Submit the open one or withdraw it, then issue another.',
  },
  'questionnaire-incomplete': {
    status: 409,
    title: 'Questions are still open',
    meaning:
      'Some questions have no answer, or only one carried over from before that nobody has confirmed; `errors` lists them.',
    remedy:
      'Answer them ("unknown" is an answer), or submit with `openCountsAsUnknown: true`: what is open then counts as unknown and becomes a task.',
  },
  'question-unknown': {
    status: 422,
    title: 'There is no such question here',
    meaning:
      'An answer or a verdict is on a question that the questionnaire does not ask. Nothing was saved.',
    remedy: 'Read the questionnaire: it lists the questions that it asks with their ids.',
  },
  'answer-does-not-fit': {
    status: 422,
    title: 'The answer does not fit its question',
    meaning:
      'The form of an answer, its option, its number, its date or its evidence does not fit; `errors` lists every fault. Nothing was saved.',
    remedy: 'Correct what `errors` points to. "unknown" fits every question.',
  },
  'report-not-ready': {
    status: 409,
    title: 'The report is not printed yet',
    meaning: 'The report is queued or being printed, or printing failed.',
    remedy: "Read the report's status until it says `done`; when it says `failed`, its `failure` says why.",
  },
  'organization-closed': {
    status: 409,
    title: 'The organization is closed',
    meaning:
      'An owner closed the organization. Until it is erased it can be read and exported; nothing in it changes.',
    remedy: 'An owner can open it again at `POST /v1/organizations/{organizationId}/reopenings`.',
  },
  'organization-not-closed': {
    status: 409,
    title: 'The organization is open',
    meaning: 'Only an organization that was closed is opened again.',
    remedy: 'Nothing is to be done.',
  },
  'export-needed': {
    status: 409,
    title: 'Take an export first',
    meaning:
      'An organization is closed once everything in it was taken: the last export has to be finished, at most 30 days old, with nothing written since, other than about exports.',
    remedy:
      'Revoke API keys that still ask for clearance: what they read is written to the log. Take an export at `GET /v1/organizations/{organizationId}/export`, check it with `duecare verify-export`, then close.',
  },
  'file-already-uploaded': {
    status: 409,
    title: 'The file is stored already',
    meaning:
      'A file with the same bytes is kept for this organization; the detail names its id. Nothing was saved.',
    remedy: 'Refer to the stored file by its digest.',
  },
  'file-destroyed': {
    status: 410,
    title: 'The file is gone for good',
    meaning: 'The key of the file was destroyed, on purpose; its digest, size and type are all that is left.',
    remedy: 'Read the file record to see when and why. If the document may be kept, upload it again.',
  },
  'document-redacted': {
    status: 410,
    title: 'The document was redacted',
    meaning:
      'Text that had to go was taken out. The document that held it is gone, and the reports printed from it; its digest is all that is left.',
    remedy:
      'Read the assessment: `supersededBy` names the one that took its place. Have reports printed from that one.',
  },
  'file-type-mismatch': {
    status: 422,
    title: 'The file is not what it says it is',
    meaning:
      'Name, declared type and bytes of the file do not agree, or the document is damaged. Nothing was saved.',
    remedy: 'Send the file under its true name and type.',
  },
  'file-expands-too-much': {
    status: 422,
    title: 'The file would unpack to far more than it is',
    meaning:
      'The document is an archive that would grow beyond bounds when somebody opens it. Nothing was saved.',
    remedy: 'Export the document again, or send it as PDF.',
  },
  'file-type-refused': {
    status: 415,
    title: 'Files of this type are not taken',
    meaning: 'Evidence is taken as PDF, PNG, JPEG, Office document, text or CSV.',
    remedy: 'Export or print the document to one of the types that the detail names.',
  },
} as const satisfies Record<string, ProblemType>;
