// The form about an agreement in plain words: what stands on its first and its last page. What each provision says is read elsewhere.
const YES_NO = { true: 'Yes', false: 'No' } as const;

export const DOCUMENT_WORDS = {
  kind: {
    label: 'What kind of agreement is it?',
    options: {
      business_associate_agreement: {
        label: 'Business associate agreement (BAA)',
        help: 'What HIPAA asks of a vendor that works with clients’ data for you.',
      },
      qualified_service_organization_agreement: {
        label: 'Qualified service organization agreement',
        help: 'For substance-use treatment records under 42 CFR Part 2.',
      },
    },
  },
  title: { label: 'What is it called?', help: 'As it stands on its first page.', kind: 'text' },
  services: {
    label: 'Which tools does it cover?',
    help: 'Only those that it names, or clearly means.',
  },
} as const;

export const SIGNED_WORDS = {
  signedOn: {
    label: 'When was it signed by both sides?',
    help: 'The day of the last signature. Leave it empty while a signature is missing: it does not count before.',
  },
  effectiveOn: {
    label: 'From which day is it in force?',
    help: 'Leave it empty if it is in force from the signature.',
  },
  endsOn: {
    label: 'Until which day?',
    help: 'The last day of the term. Leave it empty if it runs until somebody ends it.',
  },
  autoRenews: { label: 'Does it renew by itself?', options: YES_NO },
  renewalTermMonths: { label: 'For how many months does it renew?', help: 'Only if it renews by itself.' },
  noticeDaysToLeave: {
    label: 'How many days before the end must you say that you leave?',
    help: 'The page of the tool then shows the last day for it.',
  },
} as const;

export const SIGNATURE_WORDS = {
  party: { label: 'for whom?', kind: 'select', options: { practice: 'The practice', vendor: 'The vendor' } },
  name: { label: 'name', kind: 'text' },
  role: { label: 'role', kind: 'text' },
  signedOn: { label: 'day' },
} as const;

export const PROMISE_WORDS = {
  breachNoticeHours: {
    label: 'Within how many hours must the vendor tell you of a breach?',
    help: 'Three days are 72. Leave it empty if it names no time.',
  },
  includesQsoaTerms: {
    label: 'Does it also hold the terms of 42 CFR Part 2?',
    help: 'Needed only where substance-use treatment records are involved: it then says “qualified service organization”.',
    options: YES_NO,
  },
} as const;

export const HISTORY_WORDS = {
  requestedOn: { label: 'When did you ask for it?' },
  sentOn: { label: 'When was a draft sent?' },
  negotiatingSince: { label: 'Since when is its wording discussed?' },
  terminatedOn: {
    label: 'When did a party end it?',
    help: 'The first day on which it was no longer in force.',
  },
  vendorEntity: { label: 'Legal name under which the vendor signs', kind: 'text' },
  practiceEntity: { label: 'Legal name under which you sign', kind: 'text' },
} as const;
