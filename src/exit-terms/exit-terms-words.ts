// The form about leaving a tool, in plain words.
import type { FieldWords } from '../web/form-view';
import type { ExportCost } from './exit-terms.fields';

type Words = Readonly<Record<string, FieldWords>>;

const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

const COSTS: Readonly<Record<ExportCost, string>> = {
  free: 'No',
  at_a_price: 'Yes',
  unknown: 'I don’t know',
};

export const EXPORT_WORDS = {
  exportFormats: {
    label: 'In which formats can you take your data along?',
    help: 'Such as PDF or CSV. One per line.',
  },
  exportTestedOn: {
    label: 'When did you last try an export?',
    help: 'Leave it empty if you never did. Trying once tells more than any promise.',
  },
  exportCost: { label: 'Does it cost something?', options: COSTS, short: true },
  exportCostNote: { label: 'How much?' },
} as const satisfies Words;

export const AFTER_WORDS = {
  transitionDays: {
    label: 'For how many days after the end can you still get in?',
    help: '0 if not at all.',
  },
  deletionDays: {
    label: 'Within how many days after the end is the data deleted?',
    help: 'That data is returned or destroyed has to stand in the agreement (45 CFR 164.504(e)(2)(ii)(J)). Leave it empty if there is no limit.',
  },
  backupDays: { label: 'For how many days more do backups hold it?', help: '0 if not at all.' },
  certificateOfDestruction: {
    label: 'Does the vendor confirm in writing that it was destroyed?',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
} as const satisfies Words;

export const HOLDS_WORDS = {
  noticeDays: { label: 'How many days before does the vendor tell you that it ends the service?' },
  coversInsolvency: {
    label: 'Does all this hold when the vendor goes out of business?',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  coversChangeOfControl: {
    label: 'Does it hold when the vendor is sold, or drops the tool?',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  agreement: { label: 'In which agreement on file does it stand?', help: 'Leave it empty if in none.' },
} as const satisfies Words;
