// The practice profile as its pages ask for it: plain words, and why it is asked.
export const PRACTICE_WORDS = {
  name: { label: 'Legal name of the practice', autocomplete: 'organization' },
  timeZone: {
    label: 'Time zone',
    help: 'Where the practice is. Days and dates are reckoned in it.',
  },
  coveredEntity: {
    label: 'Is the practice a HIPAA covered entity?',
    help: 'It is one when it sends health information electronically in a standard transaction, such as a claim to an insurer or a check of eligibility (45 CFR 160.103). A billing service that does so for you counts too.',
    options: {
      yes: 'Yes, we send claims or other standard transactions electronically',
      no: { label: 'No', help: 'HIPAA gates are shown as good practice, and state law still applies.' },
      unsure: { label: 'I don’t know', help: 'The same gates are applied as for yes, until you know.' },
    },
  },
  clientStates: {
    label: 'States where your clients sit during a session',
    help: 'The law of those states may apply too.',
    short: true,
  },
  clinicianStates: { label: 'States where clinicians sit during a session', short: true },
  modalities: {
    label: 'How sessions take place',
    options: { in_person: 'In person', video: 'Video', phone: 'Telephone' },
  },
  specialties: {
    label: 'What the practice works with',
    help: 'Some work has rules of its own, such as 42 CFR Part 2 for substance use.',
    options: {
      general_adult: 'Adults, in general',
      children_and_adolescents: 'Children and adolescents',
      couples_and_family: 'Couples and families',
      groups: 'Groups',
      substance_use: 'Substance use',
      trauma: 'Trauma',
      eating_disorders: 'Eating disorders',
      reproductive_health: 'Reproductive health',
      immigration: 'Immigration',
      forensic: 'Forensic work',
    },
  },
  clinicians: { label: 'Clinicians who see clients' },
  clientsPerYear: {
    label: 'Clients seen in a year',
    help: 'Roughly: it says how many people an incident could touch.',
  },
} as const;

/** The same with what a practice is asked once it is there: setting up asks for as little as it can. */
export const PROFILE_WORDS = {
  ...PRACTICE_WORDS,
  otherRoles: {
    label: 'What is the practice beside a provider of care?',
    help: 'Some parts of the Security Rule bind only those who are this too. Leave it open while you do not know.',
    options: {
      none: 'None of these, as most practices; tick it alone',
      business_associate:
        'A business associate: we handle client data for other practices, such as their billing',
      clearinghouse: 'A health care clearinghouse: we turn claims of others from one form into another',
      health_plan_sponsor:
        'The sponsor of a self-insured health plan for our own people; not one bought from an insurer',
    },
  },
} as const;
