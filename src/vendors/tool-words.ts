// The form "which tools do you use?" in plain words.
export const FUNCTION_WORDS = {
  session_recording: 'Records or listens to sessions and drafts notes',
  drafting_from_summary: 'Drafts notes or letters from what a clinician types or dictates',
  chat_assistant: 'A general assistant that clinicians or staff chat with',
  scheduling: 'Appointments and reminders',
  billing: 'Billing and claims',
  intake: 'Intake forms and screening',
  telehealth: 'Video or telephone sessions',
  client_messaging: 'Messages with clients',
  health_records: 'Keeps the health record',
  other: 'Something else',
} as const;

export const TOOL_WORDS = {
  name: { label: 'What is the tool called?', help: 'As you know it, such as the name in the app store.' },
  vendor: { label: 'Which company offers it?', kind: 'select' },
  vendorName: {
    label: 'Name of the company',
    help: 'Its legal name, as it stands in the terms or the agreement, if you have it at hand.',
  },
  plan: { label: 'Plan or edition', help: 'Agreements often cover one plan and not another.' },
  functions: { label: 'What does it do for you?', options: FUNCTION_WORDS },
  usesAi: {
    label: 'Does it use AI?',
    help: 'Also when AI is a small part of it, such as suggested replies or summaries.',
    options: { true: 'Yes', false: 'No' },
  },
} as const;

/** What is asked when the tool is on the list already. */
export const EDIT_WORDS = {
  name: TOOL_WORDS.name,
  plan: TOOL_WORDS.plan,
  functions: TOOL_WORDS.functions,
  usesAi: TOOL_WORDS.usesAi,
  hostingCountries: {
    label: 'In which countries does it keep or work with data?',
    help: 'One in each list; leave the rest as they are. Save and come back if you need more lists.',
  },
  hostingRegions: {
    label: 'In which regions of its host?',
    help: 'One per line, as the vendor names them. Leave it empty if you don’t know.',
    kind: 'area',
  },
} as const;
