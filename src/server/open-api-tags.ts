// The chapters of the API reference, in the order in which somebody new needs them.
export const TAGS: readonly (readonly [name: string, description: string])[] = [
  ['Organizations', 'Practices: each is a tenant with its profile; every other record belongs to one.'],
  ['Vendors', 'Companies that offer services.'],
  ['Services', 'What is assessed: a service of a vendor, in the plan that the practice uses or considers.'],
  ['Agreements', 'Business associate agreements and others: term, notice, provisions, services covered.'],
  [
    'SOC 2 reports',
    'SOC 2 reports received: opinion, period, criteria, exceptions, what the customer must do.',
  ],
  ['Data flows', 'Which client data goes where, why, how protected, for how long.'],
  [
    'AI Tech Checklists',
    'The seven questions about a service, each answered with its basis, evidence and date.',
  ],
  ['Practice measures', 'What the practice itself does around a service: consents, note review, deletion.'],
  ["Assessor's adjustments", 'Levels that a named person set in place of the computed one, with the reason.'],
  ['Dossier', 'All facts of a practice as one document: import and export.'],
  ['Scores', 'The score of each service, with everything behind it.'],
  ['Assessments', 'Risk assessments: drawn up from the facts, reviewed, sealed for good.'],
  ['Sealing', 'The key that seals made here verify with.'],
  ['Reports', 'Sealed assessments and drafts printed as PDF or HTML, in the background.'],
  ['Audit log', 'Who did what to which record, when. It only grows.'],
  ['Problems', 'What each type of problem means and what to do. Asks for no key.'],
  ['Health', 'Whether the process runs and can serve. Asks for no key.'],
];
