// The forms about companies and systems behind a tool in plain words.
import type { FieldWords } from '../../web/form-view';

const KNOWN = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

const COUNTRY = { label: 'In which country does it work with the data?' } as const;

export const SUBCONTRACTOR_WORDS = {
  name: {
    label: 'What is the company called?',
    help: 'As the vendor names it, often in a list of subprocessors.',
  },
  role: { label: 'What does it do for the tool?', help: 'Such as hosting, sending mail, support.' },
  country: COUNTRY,
  handlesClientData: {
    label: 'Does it get clients’ data, encrypted or not?',
    help: 'A company that keeps encrypted data gets it too.',
    options: KNOWN,
  },
  agreement: {
    label: 'Is it bound by a business associate agreement with the vendor?',
    help: 'The vendor has to bind it; you may ask whether it did.',
    options: KNOWN,
  },
  providesModel: { label: 'Does it provide an AI model?', options: KNOWN },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const MODEL_PROVIDER_WORDS = {
  name: { label: 'Who provides the AI model?', help: 'The company, as the vendor names it.' },
  models: { label: 'Which models?', help: 'One per line. Leave it empty if you don’t know.' },
  country: COUNTRY,
  agreement: {
    label: 'Is it bound by a business associate agreement with the vendor?',
    help: 'Whoever sees clients’ data behind the vendor has to be.',
    options: KNOWN,
  },
  trainsOnData: {
    label: 'Does it train models on what the tool sends it?',
    options: KNOWN,
  },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const INTEGRATION_KIND_WORDS = {
  health_records: 'Health record',
  calendar: 'Calendar',
  payments: 'Payments',
  video: 'Video sessions',
  messaging: 'Messages',
  sign_in: 'Signing in',
  storage: 'File storage',
  other: 'Something else',
} as const;

export const INTEGRATION_ACCESS_WORDS = {
  read: 'It reads there',
  write: 'It writes there',
  read_and_write: 'It reads and writes there',
  unknown: 'I don’t know',
} as const;

export const INTEGRATION_WORDS = {
  name: { label: 'Which system is it connected to?', help: 'As you know it.' },
  kind: { label: 'What kind of system is that?', options: INTEGRATION_KIND_WORDS },
  access: { label: 'What may the tool do there?', options: INTEGRATION_ACCESS_WORDS },
} as const satisfies Readonly<Record<string, FieldWords>>;
