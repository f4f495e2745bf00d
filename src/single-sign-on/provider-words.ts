// The identity provider of a practice as its form asks for it.
import type { FieldWords } from '../web/form-view';

const YES_NO = { true: 'Yes', false: 'No' } as const;

export const PROVIDER_WORDS = {
  issuer: {
    label: 'Address of the identity provider',
    kind: 'text',
    help: 'As the provider names it (issuer), such as https://login.practice.example. Empty: there is no single sign-on.',
    autocomplete: 'off',
  },
  clientId: {
    label: 'Client id',
    help: 'Under which the provider knows this Duecare. It gives one out when you register Duecare there.',
    autocomplete: 'off',
  },
  clientSecret: {
    label: 'Client secret',
    help: 'Given out with the id. Kept encrypted and never shown; leave it empty to keep the one that is stored.',
    kind: 'password',
    autocomplete: 'off',
  },
  emailDomains: {
    label: 'Only addresses in these domains',
    help: 'One per line, such as practice.example. Empty: every member whom the provider vouches for.',
    kind: 'area',
  },
  secondFactorAmr: {
    label: 'How the provider says that a second factor was given (amr)',
    help: 'One per line, such as mfa. Empty: its word on a second factor is not taken.',
    kind: 'area',
  },
  secondFactorAcr: {
    label: 'The same as a class (acr)',
    help: 'One per line. Few providers need it.',
    kind: 'area',
  },
  required: {
    label: 'Do members come in by single sign-on only?',
    help: 'Owners, consultants and auditors may use their own password with a second factor instead.',
    options: YES_NO,
  },
} as const satisfies Record<string, FieldWords>;

export const RULES_WORDS = {
  secondFactorRequired: {
    label: 'Does everybody need a second factor here?',
    help: 'Of consultants, and of owners of several practices, one is asked in any case.',
    options: YES_NO,
  },
} as const satisfies Record<string, FieldWords>;
