// Which way things lean (docs/architecture.md). A feature may use what stands below it, never what stands above, and nothing may go in circles.
// Types alone count too: an arrow is an arrow.
const LAYERS = [
  ['config'],
  ['common'],
  ['database'],
  ['permissions'],
  ['rate-limits'],
  ['identity'],
  ['jobs'],
  ['audit-log'],
  ['idempotency'],
  ['mail'],
  ['people'],
  ['records'],
  ['explanations'],
  ['web'],
  ['memberships'],
  ['organizations'],
  ['sessions'],
  ['sign-in'],
  ['setup', 'account', 'second-factors', 'invitations', 'password-resets', 'api-keys'],
  ['passkeys', 'single-sign-on'],
  ['files'],
  ['backups'],
  ['letterheads'],
  ['vendors'],
  [
    'business-associate-agreements',
    'soc2-reports',
    'data-flows',
    'checklists',
    'practice-measures',
    'adjustments',
    'evidence',
    'safeguards',
    'questionnaires/records',
  ],
  [
    'incidents',
    'obligations/records',
    'policies',
    'workforce',
    'assets',
    'findings',
    'risk-acceptances',
    'practice-decisions',
    'oversight',
    'consent-forms/records',
  ],
  // The engine lies in the folder of assessments and below everything that feeds it.
  ['assessments/scoring'],
  ['obligations/rules', 'consent-forms/rules'],
  ['catalogs'],
  ['agreement-gaps'],
  ['dossiers'],
  ['obligations/(?!records/|rules/)'],
  ['assessments/(?!scoring/)', 'questionnaires/(?!records/)'],
  ['vendor-links'],
  ['tasks', 'answer-review'],
  ['reports', 'clearance', 'redactions'],
  ['flow-maps'],
  ['agreement-clauses'],
  ['traceability'],
  ['leaving'],
  ['binders'],
  [
    'dashboard',
    'incident-register',
    'consent-forms/(?!records/|rules/)',
    'policy-register',
    'risk-management',
    'oversight-pages',
    'service-overview',
    'service-checklist',
    'audit-log-pages',
    'register-hub',
    'asset-pages',
    'practice-risks',
    'safeguard-pages',
    'assessment-pages',
    'help',
    'portfolio',
  ],
  ['first-assessment', 'example-practice'],
];

/** What a layer may not import: every layer above it, and its neighbours beside it. */
const noArrowsUp = LAYERS.flatMap((names, height) =>
  names.flatMap((name) => {
    const above = LAYERS.slice(height + 1).flat();
    const forbidden = [...above, ...names.filter((other) => other !== name)];
    return forbidden.length === 0
      ? []
      : [{ name: `${name.split('/(')[0].replace('/', '-')}-stays-below`, from: name, to: forbidden }];
  }),
).map(({ name, from, to }) => ({
  name,
  severity: 'error',
  from: { path: inside(from) },
  to: { path: to.map(inside) },
}));

function inside(layer) {
  return `^src/${layer}${layer.endsWith(')') ? '' : '/'}`;
}

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...noArrowsUp,
    {
      name: 'scoring-is-pure',
      comment: 'The engine and the shared words import no framework, no clock, no file system.',
      severity: 'error',
      from: { path: '^src/assessments/scoring/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-optional'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-printer-knows-the-browser',
      severity: 'error',
      from: { pathNot: ['^src/reports/printer/', '^bench/', '^test/'] },
      to: { path: 'node_modules/(puppeteer-core|@sparticuz/chromium)' },
    },
    {
      name: 'nothing-imports-the-top',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(server|cli)/', '^src/(main|app\\.module)\\.ts$'] },
      to: { path: '^src/((server|cli)/|main\\.ts|app\\.module\\.ts)' },
    },
    {
      name: 'migrations-know-only-the-database',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/', pathNot: '^src/database/' },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(properties\\.)?spec\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'import', 'default'],
    },
  },
};
