// The people of a practice as its pages speak of them: roles in plain words, and the forms that give one.
import type { Role } from '../permissions/roles';

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  security_official: 'Security official',
  privacy_official: 'Privacy official',
  clinician: 'Clinician',
  staff: 'Office staff',
  consultant: 'Consultant',
  auditor: 'Auditor',
};

const ROLE_OPTIONS = {
  owner: {
    label: ROLE_LABELS.owner,
    help: 'answers for the practice; may do everything, and alone names other owners',
  },
  security_official: {
    label: ROLE_LABELS.security_official,
    help: 'the person whom HIPAA asks every practice to name (45 CFR 164.308(a)(2)); everything but naming owners',
  },
  privacy_official: {
    label: ROLE_LABELS.privacy_official,
    help: 'answers for privacy (45 CFR 164.530(a)(1)); keeps the records and reviews assessments',
  },
  clinician: { label: ROLE_LABELS.clinician, help: 'sees clients; reads, and answers questionnaires' },
  staff: { label: ROLE_LABELS.staff, help: 'works in the office; keeps the records and collects evidence' },
  consultant: {
    label: ROLE_LABELS.consultant,
    help: 'from outside; keeps the records, drafts and reviews, never seals',
  },
  auditor: { label: ROLE_LABELS.auditor, help: 'from outside; reads, until a date' },
};

export const MEMBER_WORDS = {
  role: { label: 'What is their role?', help: 'It says what they may see and do.', options: ROLE_OPTIONS },
  endsOn: {
    label: 'Until when?',
    help: 'The last day on which they belong here. An auditor always has one; for others leave it empty if there is none.',
  },
} as const;

export const INVITATION_WORDS = {
  email: {
    label: 'Whom do you invite?',
    help: 'Their e-mail address: the link works for this address only, once, for a week.',
    kind: 'email',
    autocomplete: 'off',
  },
  ...MEMBER_WORDS,
} as const;
