// The form about an amendment in plain words.
export const AMENDMENT_WORDS = {
  title: { label: 'What is it called?', help: 'As it stands on its first page.', kind: 'text' },
  signedOn: {
    label: 'When was it signed by both sides?',
    help: 'The day of the last signature. Leave it empty while a signature is missing: it changes nothing before.',
  },
  effectiveOn: {
    label: 'From which day does it count?',
    help: 'Leave it empty if it counts from the signature.',
  },
} as const;

export const CHANGE_WORDS = {
  endsOn: {
    label: 'The new last day of the agreement',
    help: 'Only if the amendment changes it.',
  },
  addsServices: { label: 'Which tools does it add?' },
  removesServices: { label: 'Which tools does it take off?' },
  breachNoticeHours: {
    label: 'Within how many hours must the vendor now tell you of a breach?',
    help: 'Only if the amendment changes it. Three days are 72.',
  },
} as const;

export const CLAUSE_WORDS = {
  provision: { label: 'which clause?', kind: 'select' },
  verdict: {
    label: 'what does it say now?',
    kind: 'select',
    options: {
      present: 'It is there (a permission: granted)',
      weak: 'There, but weak (a permission: granted narrowly)',
      missing: 'Not there (a permission: not granted)',
      contradicted: 'Taken back, or the opposite is allowed',
      needs_counsel: 'Only counsel can say',
    },
  },
  reference: { label: 'where in the amendment?', kind: 'text' },
} as const;
