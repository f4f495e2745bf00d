// The form about a certificate, a test or a self-assessment, in plain words.
import type { FieldWords } from '../web/form-view';
import type { AttestationKind, AttestationProof } from './attestation.fields';

type Words = Readonly<Record<string, FieldWords>>;

const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

export const ATTESTATION_KIND_WORDS: Readonly<Record<AttestationKind, string>> = {
  penetration_test: 'Penetration test',
  self_assessment: 'Questionnaire that the vendor answered about itself (CAIQ, SIG, HECVAT)',
  iso_27001: 'ISO 27001 certificate (information security)',
  iso_27701: 'ISO 27701 certificate (privacy)',
  iso_42001: 'ISO 42001 certificate (AI management)',
  hitrust_e1: 'HITRUST e1',
  hitrust_i1: 'HITRUST i1',
  hitrust_r2: 'HITRUST r2',
  hitrust_ai: 'HITRUST AI security add-on',
  soc3: 'SOC 3 (public summary of a SOC 2)',
  soc2_hipaa: 'HIPAA examined beside a SOC 2',
  hipaa_seal: 'A HIPAA seal or attestation',
  onc_health_it: 'ONC Health IT certification',
};

const PROOFS: Readonly<Record<AttestationProof, string>> = {
  document: 'We have seen the paper itself',
  public_register: 'We found it in a public register',
  vendor_statement: 'The vendor says so',
};

export const PAPER_WORDS = {
  kind: {
    label: 'What is it?',
    help: 'A SOC 2 report has a form of its own. No government gives a HIPAA certificate; a seal is somebody’s own word.',
    kind: 'select',
    options: ATTESTATION_KIND_WORDS,
  },
  proof: { label: 'How do you know of it?', options: PROOFS },
  issuer: {
    label: 'Who issued it?',
    help: 'The body on the certificate, or the firm that tested.',
    kind: 'text',
  },
  certifiedEntity: {
    label: 'Which company is it about?',
    help: 'As printed. It should be the one that signs your agreement.',
    kind: 'text',
  },
  number: { label: 'Which number does it have?' },
} as const satisfies Words;

export const SCOPE_WORDS = {
  services: {
    label: 'Which tools are inside its scope?',
    help: 'A certificate often covers one product and not another.',
  },
  coversAi: {
    label: 'Does it cover the AI that you use?',
    help: 'Only a yes counts.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  scope: { label: 'What does it say of its scope?', help: 'As printed.' },
} as const satisfies Words;

export const TERM_WORDS = {
  issuedOn: {
    label: 'When was it issued?',
    help: 'For a test: its last day. How old it is counts from here.',
  },
  validUntil: { label: 'Until when is it valid?', help: 'Only if it says so itself.' },
  surveillanceOn: {
    label: 'When was it last looked at again?',
    help: 'The latest surveillance audit or interim review.',
  },
  withdrawnOn: { label: 'Was it withdrawn or suspended? From which day?' },
} as const satisfies Words;

export const WHO_WORDS = {
  accreditedBody: {
    label: 'For an ISO certificate: is the body that certified accredited?',
    help: 'The certificate shows the mark of an accreditation body; that body has a register.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  independentIssuer: {
    label: 'For a test: is the firm that tested independent of the vendor?',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  coveredByOpinion: {
    label: 'For HIPAA beside a SOC 2: does the auditor’s opinion cover it?',
    help: 'A table of rules and controls alone is the vendor’s own word.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
} as const satisfies Words;

export const OPEN_FINDINGS_WORDS = {
  critical: { label: 'Critical ones', help: '0 if there are none.' },
  high: { label: 'High ones' },
  moderate: { label: 'Moderate ones' },
  low: { label: 'Low ones' },
} as const satisfies Words;

export const SAID_WORDS = {
  statement: { label: 'What does it state?', help: 'In words of your own.' },
} as const satisfies Words;
