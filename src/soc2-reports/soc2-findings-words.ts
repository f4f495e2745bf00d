// What a SOC 2 report lists, in plain words: what failed, what the practice has to do, who stands behind the vendor; and what the practice concluded.
import type { FieldWords } from '../web/form-view';
import { YES_NO_DONT_KNOW } from './soc2-report-words';
import type { ControlTopic, ReviewConclusion, SubserviceMethod, UserControlStatus } from './soc2-words';

type Words = Readonly<Record<string, FieldWords>>;

const TOPICS: Readonly<Record<ControlTopic, string>> = {
  access: 'Who has access',
  authentication: 'Signing in, second steps',
  off_boarding: 'People who leave',
  change: 'Changes to the system',
  logging: 'Logs',
  incident: 'Incidents',
  vendor: 'Other vendors',
  backup: 'Backups',
  encryption: 'Encryption',
  retention: 'Keeping and deleting',
  configuration: 'Settings',
  data_classification: 'What may be sent',
  people: 'Staff and training',
  ai: 'What AI puts out',
  other: 'Something else',
};

const STATUSES: Readonly<Record<UserControlStatus, string>> = {
  done: 'Yes',
  planned: 'Planned',
  not_done: 'No',
  unknown: 'I don’t know',
  not_applicable: 'We have no need of it',
};

const METHODS: Readonly<Record<SubserviceMethod, string>> = {
  carve_out: 'Left out (carve-out)',
  inclusive: 'Inside (inclusive)',
  unknown: 'I don’t know',
};

const CONCLUSIONS: Readonly<Record<ReviewConclusion, string>> = {
  rely: 'Yes',
  rely_with_conditions: 'Yes, on conditions',
  do_not_rely: 'No: it counts for nothing from that day',
};

export const EXCEPTION_WORDS = {
  criterion: { label: 'Which criterion?', help: 'As printed beside it, such as CC6.2.' },
  summary: { label: 'What did the auditor find?', help: 'In a sentence of your own.' },
  topic: { label: 'What is it about?', kind: 'select', options: TOPICS },
  relevantToClientData: {
    label: 'Does it bear on clients’ data?',
    help: 'As you judge it. Without an answer it counts as a yes.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  control: { label: 'Which control failed?' },
  sampleSize: { label: 'How many were looked at?' },
  failures: { label: 'How many of them failed?' },
  managementResponse: { label: 'What does the management say to it?' },
  remediatedOn: { label: 'When does it say that it was put right?' },
} as const satisfies Words;

export const USER_CONTROL_WORDS = {
  text: { label: 'What are you to do?', help: 'In a sentence of your own.' },
  topic: { label: 'What is it about?', kind: 'select', options: TOPICS },
  status: { label: 'Do you do it?', options: STATUSES, short: true },
  doneSince: { label: 'If so: since when?' },
  notApplicableReason: { label: 'If you have no need of it: why?', kind: 'text' },
  owner: { label: 'Who sees to it?', help: 'A role, such as office manager.' },
  criteria: { label: 'Which criteria lean on it?', help: 'As printed, such as CC6.2. One per line.' },
} as const satisfies Words;

export const SUBSERVICE_WORDS = {
  name: { label: 'Which company?' },
  service: { label: 'What does it do?', help: 'Such as hosting.' },
  method: { label: 'Are its controls inside the report?', options: METHODS, short: true },
  reviewedOn: {
    label: 'When did you look at its own report?',
    help: 'A company whose controls are left out needs a look at its own report.',
  },
  reviewedReport: { label: 'Which one is that?', kind: 'select' },
} as const satisfies Words;

export const SUBSERVICE_CONTROL_WORDS = {
  organization: { label: 'Which company?' },
  text: { label: 'What is it taken to do?', kind: 'text' },
  criteria: { label: 'Which criteria lean on it?', help: 'As printed. One per line.' },
} as const satisfies Words;

export const UNTESTED_WORDS = {
  control: { label: 'Which control?', kind: 'text' },
  criterion: { label: 'Which criterion?' },
  reason: { label: 'Why was it not tested?', kind: 'text' },
} as const satisfies Words;

export const INCIDENT_WORDS = {
  summary: { label: 'What happened?', help: 'Without names, and nothing of a client.', kind: 'text' },
  occurredOn: { label: 'When?' },
  rootCauseStated: { label: 'Does the report say why it happened?', options: YES_NO_DONT_KNOW, short: true },
} as const satisfies Words;

export const BRIDGE_LETTER_WORDS = {
  from: { label: 'First day that it covers' },
  to: { label: 'Last day that it covers' },
  issuedOn: { label: 'What is its date?' },
  signedByManagement: { label: 'Did the management sign it?', options: YES_NO_DONT_KNOW, short: true },
  changesReported: { label: 'Does it report important changes?', options: YES_NO_DONT_KNOW, short: true },
  changes: { label: 'Which ones?' },
} as const satisfies Words;

export const TESTS_WORDS = {
  summary: { label: 'What was tested, and how?', help: 'In a few sentences.' },
  controlsTested: { label: 'How many controls?' },
  sampleSizesStated: {
    label: 'Does it say how many of each were looked at?',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  aiMentioned: {
    label: 'Does it speak of models, prompts or AI at all?',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
} as const satisfies Words;

export const REVIEW_WORDS = {
  conclusion: { label: 'Do you rely on it?', options: CONCLUSIONS },
  conditions: { label: 'On which conditions?', help: 'One per line.' },
  reviewedOn: { label: 'When did you conclude that?' },
  nextReviewOn: { label: 'When will you look again?' },
} as const satisfies Words;

export const REVIEWER_WORDS = {
  name: { label: 'Who read the report?', help: 'Somebody of yours or a consultant. Never a client.' },
  role: { label: 'In which role?' },
} as const satisfies Words;
