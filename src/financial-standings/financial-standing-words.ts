// The form about how a vendor stands financially, in plain words.
import type { Basis } from '../common/words';
import type { FieldWords } from '../web/form-view';
import type { Ownership } from './financial-standing.fields';

type Words = Readonly<Record<string, FieldWords>>;

const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

export const OWNERSHIP_WORDS: Readonly<Record<Ownership, string>> = {
  founders: 'Those who founded it',
  venture_capital: 'Investors in young companies',
  private_equity: 'A private equity firm',
  publicly_traded: 'It is traded on an exchange',
  subsidiary: 'A larger company',
  nonprofit: 'It is a nonprofit',
  government: 'A government',
  other: 'Somebody else',
  unknown: 'I don’t know',
};

const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  observed: 'We saw it ourselves',
  audited: 'Somebody independent examined it',
  documented: 'It stands in a paper',
  stated: 'The vendor says so',
};

export const COMPANY_WORDS = {
  asOf: { label: 'As of which day?' },
  ownership: { label: 'Who owns the company?', options: OWNERSHIP_WORDS },
  yearsInBusiness: { label: 'For how many full years has it been in business?' },
  profitable: {
    label: 'Did it make a profit in its last full year?',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  runwayMonths: {
    label: 'If it makes no profit: for how many months does its money last?',
    help: 'At the rate at which it spends. Ask; some tell.',
  },
  funding: { label: 'How is it funded?', help: 'Rounds and dates; news about the company mostly says it.' },
} as const satisfies Words;

export const INSURANCE_WORDS = {
  cyberLimitUsd: {
    label: 'Cyber liability: up to how many US dollars?',
    help: '0 if it has none. A certificate of insurance says it.',
  },
  professionalLimitUsd: {
    label: 'Professional liability: up to how many US dollars?',
    help: '0 if it has none.',
  },
} as const satisfies Words;

export const SOURCE_WORDS = {
  auditedStatementsSeen: {
    label: 'Has somebody of yours seen audited financial statements?',
    options: { true: 'Yes', false: 'No' },
    short: true,
  },
  basis: { label: 'How do you know all this?', options: BASIS_WORDS },
  source: { label: 'Where is it from?', help: 'A document, a conversation, a register.', kind: 'text' },
} as const satisfies Words;
