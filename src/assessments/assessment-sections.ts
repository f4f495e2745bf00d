// The sections that an assessment is read in. Reports are laid out by them, and comments are written on them, so their ids stay.

export const SECTION_IDS = [
  'summary',
  'method',
  'flows',
  'services',
  'actions',
  'practice',
  'contradictions',
  'changes',
  'signOff',
  'riskRegister',
  'agreements',
  'assurance',
  'checklists',
  'questionnaires',
  'incidents',
  'evidence',
  'sources',
  'workings',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export const SECTION_TITLES: Readonly<Record<SectionId, string>> = {
  summary: 'Summary',
  method: 'Scope and method',
  flows: 'Where client data goes',
  services: 'Services',
  actions: 'What to do',
  practice: 'The practice itself',
  contradictions: 'Contradictions',
  changes: 'Since the previous assessment',
  signOff: 'Sign-off',
  riskRegister: 'Risk register',
  agreements: 'Agreements',
  assurance: 'SOC 2 and other attestations',
  checklists: 'Checklist and measures',
  questionnaires: 'Questionnaires',
  incidents: 'Incidents and breach history',
  evidence: 'Evidence',
  sources: 'Citations',
  workings: 'Workings',
};
