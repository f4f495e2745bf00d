// The form about a SOC 2 report, in plain words: what it is, what the auditor concluded, what it covers. Where in the report to look is said with each.
import type { FieldWords } from '../web/form-view';
import type {
  CopyReceived,
  HipaaMapping,
  ReportedParty,
  Soc2Kind,
  Soc2Opinion,
  TrustServicesCategory,
} from './soc2-words';

type Words = Readonly<Record<string, FieldWords>>;
type Options<Of extends string> = Readonly<Record<Of, string | { label: string; help: string }>>;

export const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

const KINDS: Options<Soc2Kind> = {
  soc2_type_1: { label: 'SOC 2 Type 1', help: 'How things were designed, on one day.' },
  soc2_type_2: { label: 'SOC 2 Type 2', help: 'How things worked, over some months.' },
  soc2_plus: { label: 'SOC 2 with something added', help: 'Such as HIPAA, on the title page.' },
  soc1: { label: 'SOC 1', help: 'About financial reporting: it says nothing of clients’ data.' },
  soc3: { label: 'SOC 3', help: 'A public summary. Better recorded as another paper.' },
  bridge_letter: { label: 'A bridge letter alone', help: 'A letter of the management, without the report.' },
  letter_of_engagement: {
    label: 'A letter of engagement',
    help: 'An auditor was hired; nothing was looked at yet.',
  },
  readiness: { label: 'A readiness report', help: 'Advice before an examination.' },
  other: 'Something else',
};

const OPINIONS: Options<Soc2Opinion> = {
  unqualified: {
    label: 'Unqualified',
    help: '“In our opinion, in all material respects ...”, and nothing is excepted.',
  },
  qualified: { label: 'Qualified', help: '“In our opinion, except for ...”' },
  adverse: { label: 'Adverse', help: '“In our opinion ... not ...”' },
  disclaimer: { label: 'Disclaimer', help: '“We do not express an opinion.”' },
  not_found: { label: 'There is none', help: 'In this document, or in the part of it that you have.' },
};

export const CATEGORY_OPTIONS: Options<TrustServicesCategory> = {
  security: 'Security',
  availability: 'Availability',
  processing_integrity: 'Processing integrity',
  confidentiality: 'Confidentiality',
  privacy: 'Privacy',
};

const PARTIES: Options<ReportedParty> = {
  vendor: 'The vendor',
  subservice_organization: {
    label: 'A company behind it',
    help: 'Such as the cloud host. It says nothing of the vendor.',
  },
};

const COPIES: Options<CopyReceived> = {
  full: 'All of it',
  redacted: 'With parts blacked out',
  summary: 'A summary',
  badge: 'A badge or a line on its site',
  unknown: 'I don’t know',
};

const MAPPINGS: Options<HipaaMapping> = {
  none: 'Not at all',
  mapping_table: { label: 'In a table', help: 'Which control goes with which rule: the vendor’s own word.' },
  covered_by_opinion: { label: 'In the auditor’s opinion', help: 'The opinion itself speaks of HIPAA.' },
  unknown: 'I don’t know',
};

export const DOCUMENT_WORDS = {
  kind: {
    label: 'Which document is it really?',
    help: 'Look at the title page and at the opinion, not at the name of the file.',
    options: KINDS,
  },
  isDraft: { label: 'Is it marked as a draft?', options: { true: 'Yes', false: 'No' }, short: true },
  copyReceived: { label: 'What did you get of it?', options: COPIES },
  services: {
    label: 'Which tools are inside its scope?',
    help: 'The description of the system (mostly section 3) names the products.',
  },
  aiFeatureInScope: {
    label: 'Is the AI that you use inside?',
    help: 'Look for it by name in the description of the system. Only a yes counts.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  reportedParty: { label: 'Whose report is it?', options: PARTIES },
  reportedEntity: {
    label: 'Which company does it report on?',
    help: 'As printed on the title page. It should be the one that signs your agreement.',
    kind: 'text',
  },
  entityExplanation: {
    label: 'If it is another company than the one that signs: why?',
    help: 'Such as a subsidiary.',
  },
} as const satisfies Words;

export const OPINION_WORDS_OF_FORM = {
  opinion: {
    label: 'What is the auditor’s opinion?',
    help: 'Mostly section 1. Search for “in our opinion”, “except for” and “do not express”.',
    options: OPINIONS,
  },
  opinionBasis: {
    label: 'If it is not unqualified: what does it rest on?',
    help: 'The paragraph just before the opinion, in words of your own.',
  },
  qualifiedCriteria: {
    label: 'Which criteria does it except?',
    help: 'As printed, such as CC6.1. One per line.',
    kind: 'area',
  },
  auditor: {
    label: 'Who signed it?',
    help: 'The firm below the opinion; for a letter of the management, the vendor.',
    kind: 'text',
  },
  licensedCpaFirm: {
    label: 'Is that a licensed CPA firm?',
    help: 'The board of accountancy of its state has a register. Only a yes counts.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  auditorIndependent: {
    label: 'Is the firm independent of whoever sells the vendor its compliance software?',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
} as const satisfies Words;

export const TIME_WORDS = {
  periodStart: {
    label: 'First day of the period',
    help: 'Only a Type 2 has one: “for the period ... to ...”, on the title page.',
  },
  periodEnd: {
    label: 'Last day of the period, or the one day that it is about',
    help: 'How old it is counts from here.',
  },
  issuedOn: { label: 'When did the auditor sign?', help: 'The date below the opinion.' },
  nextReportExpectedOn: { label: 'When is the next one expected?' },
} as const satisfies Words;

export const CATEGORIES_WORDS = {
  categories: {
    label: 'Which categories were examined?',
    help: 'On the title page and in the opinion. Security is always among them; leave all empty for what is no SOC 2 report.',
    options: CATEGORY_OPTIONS,
  },
} as const satisfies Words;

export const LATER_WORDS = {
  type2PlannedOn: { label: 'For a Type 1: when is a Type 2 planned?' },
  bridgeLetterUntil: {
    label: 'Until when does a bridge letter reach?',
    help: 'Only if you know no more of it than that. Better: list the letter below.',
  },
} as const satisfies Words;

export const SYSTEM_WORDS = {
  systemName: { label: 'What is the system called?', kind: 'text' },
  systemScope: { label: 'What is inside?', help: 'The description of the system, mostly section 3.' },
  exclusions: {
    label: 'What does it leave out?',
    help: 'Products, regions, features. One per line.',
    kind: 'area',
  },
  locations: {
    label: 'Which places are inside?',
    help: 'Data centers and offices. One per line.',
    kind: 'area',
  },
  principalCommitments: {
    label: 'What does the vendor commit to?',
    help: 'Look for “principal service commitments”.',
  },
  descriptionCriteria: {
    label: 'By which criteria is the system described?',
    help: 'Such as DC section 200 (2018).',
    kind: 'text',
  },
  managementAssertion: {
    label: 'Is the assertion of the management there?',
    help: 'A letter of the vendor, mostly section 2.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  hipaaMapping: { label: 'Where does it speak of HIPAA?', options: MAPPINGS },
  restrictedUse: {
    label: 'Is it for customers’ eyes only?',
    help: 'Such a report is kept private. Look for “restricted use”.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  calledCertification: {
    label: 'Does the vendor call it a certification?',
    help: 'It is none; an auditor gave an opinion.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  significantChanges: { label: 'What changed during the period?' },
  otherInformation: {
    label: 'What else does the vendor say?',
    help: 'Mostly section 5. No auditor looked at it.',
  },
} as const satisfies Words;
