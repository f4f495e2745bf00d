// The form about a document on file, in plain words.
import type { EvidenceKind, EvidenceSource } from './evidence.fields';

const KINDS: Readonly<Record<EvidenceKind, string>> = {
  executed_agreement: 'A signed agreement',
  soc2_report: 'A SOC 2 report',
  bridge_letter: 'A bridge letter to a SOC 2 report',
  attestation_certificate: 'Another attestation (ISO, HITRUST ...)',
  penetration_test: 'A penetration test',
  questionnaire_response: 'Answers of the vendor to a questionnaire',
  security_documentation: 'A description of its security',
  data_processing_documentation: 'What it tells of how it uses and keeps data',
  policy: 'A policy',
  terms_snapshot: 'Its terms, as they read on a day',
  screenshot: 'A screenshot of a setting',
  validation_study: 'A study of how well it works',
  bias_audit: 'A study of bias',
  financial_statement: 'A financial statement',
  insurance_certificate: 'A proof of insurance',
  training_record: 'A record of training',
  blank_consent_form: 'A consent form, blank',
  deletion_certificate: 'A confirmation that data was deleted',
  correspondence: 'A letter or e-mail from the vendor',
  other: 'Something else',
};

const SOURCES: Readonly<Record<EvidenceSource, string>> = {
  vendor: 'The vendor',
  independent_auditor: 'An independent auditor',
  practice: 'We made it ourselves',
  authority: 'An authority',
  public: 'A public source',
};

export const EVIDENCE_WORDS = {
  title: {
    label: 'What is the document called?',
    help: 'With its version, if it has one. Never the name of a client.',
    kind: 'text',
  },
  kind: {
    label: 'What is it?',
    help: 'Consents signed by clients do not belong here; the blank form does.',
    kind: 'select',
    options: KINDS,
  },
  source: { label: 'Who does it come from?', options: SOURCES },
  issuedOn: {
    label: 'What is its date?',
    help: 'The date on the document itself: how old it is counts from here.',
  },
  receivedOn: { label: 'When did you get it?' },
  validUntil: { label: 'Until when is it valid?', help: 'Only if it says so itself.' },
  restrictedUse: {
    label: 'Does it forbid to pass it on?',
    help: 'SOC 2 reports usually do.',
    options: { true: 'Yes', false: 'No' },
  },
  reference: {
    label: 'Where can it be found?',
    help: 'An address, or the place in your own files.',
    kind: 'text',
  },
} as const;
