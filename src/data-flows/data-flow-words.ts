// The form "what data goes where?" in plain words.
import type { DataClass, Identifiability, Transfer } from './data-flow.fields';
import type { ExceptionGround } from './exception-grounds';

const YES_NO_UNKNOWN = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

const DATA_CLASSES: Readonly<Record<DataClass, string>> = {
  session_audio: 'Sound of sessions',
  session_video: 'Video of sessions',
  transcripts: 'Written-out sessions (transcripts)',
  progress_notes: 'Progress notes',
  psychotherapy_notes: 'Psychotherapy notes, kept apart from the record',
  contact_and_appointment: 'Names, contact details and appointment times',
  billing: 'Billing and insurance',
  substance_use_records: 'Substance-use treatment records',
  minors: 'Anything about minors',
  reproductive_care: 'Anything about reproductive care',
  immigration_status: 'Anything about immigration status',
};

const IDENTIFIABILITIES: Readonly<Record<Identifiability, { label: string; help: string }>> = {
  identified: {
    label: 'Yes, somebody could tell who it is about.',
    help: 'Names, voices, addresses, dates: one of them is enough. If you don’t know, this is the careful answer.',
  },
  limited_data_set: {
    label: 'Partly: a limited data set.',
    help: 'Names and addresses are out, dates and towns are still in.',
  },
  deidentified_safe_harbor: {
    label: 'No, all 18 identifiers are taken out.',
    help: 'The list of 45 CFR 164.514(b)(2). A voice is one of them.',
  },
  deidentified_expert_determination: {
    label: 'No, an expert has determined it.',
    help: 'In writing, as 45 CFR 164.514(b)(1) asks.',
  },
};

const TRANSFERS: Readonly<Record<Transfer, string | { label: string; help: string }>> = {
  live_capture: 'It is picked up while people speak or type.',
  connection: 'Two systems are connected and send it by themselves.',
  file: 'Somebody sends or uploads a file.',
  copying: {
    label: 'Somebody copies or types it over.',
    help: 'Copying by hand is where a note most easily lands with the wrong client.',
  },
};

const EXCEPTION_GROUNDS: Readonly<Record<ExceptionGround, string>> = {
  treatment_disclosure: 'It goes to another health care provider who treats the client',
  conduit: 'It is only carried, as by the mail or an internet line',
  payment_by_financial_institution: 'A bank processes a payment',
  health_plan_payment: 'It goes to the client’s health plan, for payment',
  workforce_member: 'The recipient works for us, as staff or volunteer',
  disclosure_to_individual: 'It goes to the client it is about',
  app_chosen_by_individual: 'The client chose the tool and uses it for themselves',
  deidentified: 'It was de-identified before it left us',
};

export const END_WORDS = {
  from: { label: 'Where does the data come from?' },
  to: { label: 'Where does it go?' },
} as const;

export const WHAT_WORDS = {
  dataClasses: {
    label: 'What kinds of data?',
    help: 'Tick every kind that can be in it, also when it is rare. Kinds only: never anything about one client.',
    options: DATA_CLASSES,
  },
  purpose: { label: 'What for?', help: 'In a few words, such as: drafting progress notes.', kind: 'text' },
  transfer: { label: 'How does it get there?', options: TRANSFERS },
  carriedBy: {
    label: 'Who carries it, and in which steps?',
    help: 'By job or system, such as: the clinician signs in, checks the draft and copies it into the record. Never a client’s name.',
  },
  identifiability: { label: 'Could somebody tell who the data is about?', options: IDENTIFIABILITIES },
  deidentificationEvidence: {
    label: 'How do you know that nobody can tell?',
    help: 'Only if you answered no above: the expert’s opinion, or how the identifiers are taken out.',
  },
} as const;

export const KEPT_WORDS = {
  country: { label: 'In which country is it kept?' },
  retentionDays: {
    label: 'For how many days is it kept?',
    help: '0 if it is not kept at all. Leave it empty if you don’t know, or if nobody promises an end.',
  },
  encryptedInTransit: {
    label: 'Is it encrypted on the way?',
    help: 'The security page of the vendor usually says so: “TLS” or “in transit”.',
    options: YES_NO_UNKNOWN,
  },
  encryptedAtRest: {
    label: 'Is it encrypted where it is kept?',
    help: '“At rest” on the vendor’s security page.',
    options: YES_NO_UNKNOWN,
  },
  since: {
    label: 'Since when does it flow?',
    help: 'The first day. Days without an agreement are counted from here; if you don’t know, they count from as far back as records are kept.',
  },
  clientsPerYear: {
    label: 'How many clients a year?',
    help: 'A rough number. Leave it empty if it is all your clients.',
  },
} as const;

export const ROLE_WORDS = {
  recipientRole: {
    label: 'Does whoever gets it work with it on your behalf?',
    options: {
      business_associate: {
        label: 'Yes, or I am not sure.',
        help: 'Nearly every vendor: a business associate, which needs an agreement. The careful answer.',
      },
      exception: { label: 'No, the law names an exception.', help: 'Then say which one and why, below.' },
    },
  },
} as const;

export const EXCEPTION_WORDS = {
  exceptionGround: { label: 'Which exception?', options: EXCEPTION_GROUNDS },
  exceptionReason: { label: 'Why does it hold here?' },
  exceptionCitation: {
    label: 'Another exception, by its citation',
    help: 'Only if none of those above is meant.',
  },
} as const;
