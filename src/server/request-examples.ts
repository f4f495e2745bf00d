// A body to paste for every route that takes one, by operation id. test/open-api.e2e-spec.ts holds the list complete and sends each of them.
import { EXAMPLE_DOSSIER } from './example-dossier';

const { practice, vendors, services, agreements, soc2Reports, dataFlows, checklists } = EXAMPLE_DOSSIER;
const { practiceMeasures, adjustments } = EXAMPLE_DOSSIER;
const { modelCards, clinicalValidations, financialStandings, serviceLevels, exitTerms } = EXAMPLE_DOSSIER;
const { questionnaires, obligationCompletions, obligationSettings } = EXAMPLE_DOSSIER;
const { biasAudits, logReviews, disputedDecisions, performanceMeasurements } = EXAMPLE_DOSSIER;
const { vendorReviews, exitPlans } = EXAMPLE_DOSSIER;
const { attestations, evidence, safeguards, incidents } = EXAMPLE_DOSSIER;
const CREDENTIAL = { id: 'mZ1tq0Jb3xYk8vRrQ2dUuA', rawId: 'mZ1tq0Jb3xYk8vRrQ2dUuA', type: 'public-key' };
const ATTESTED = {
  ...CREDENTIAL,
  clientExtensionResults: { credProps: { rk: true } },
  response: {
    clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0',
    attestationObject: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ',
    transports: ['internal', 'hybrid'],
  },
};
const ASSERTED = {
  ...CREDENTIAL,
  clientExtensionResults: {},
  response: {
    clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0',
    authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ',
    signature: 'MEUCIQDn3xk',
    userHandle: 'AZqxwn0-fwCAAFobLD1OXw',
  },
};
const DANA = { name: 'Dana Whitfield', role: 'Security official' };

export const REQUEST_EXAMPLES: Readonly<Record<string, object>> = {
  'set-up': {
    token: 'duecare_setup_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    owner: {
      name: 'Dana Whitfield',
      email: 'dana@harbor-light.example',
      password: 'seven lanterns over a quiet harbour',
    },
    organization: practice,
  },
  'sign-in': { email: 'dana@harbor-light.example', password: 'seven lanterns over a quiet harbour' },
  'give-second-factor': { code: '492039' },
  'confirm-totp': { code: '492039' },
  'remove-totp': { code: '492039' },
  'renew-recovery-codes': { code: '492039' },
  'register-passkey': { name: 'Phone', credential: ATTESTED },
  'update-passkey': { name: 'Work laptop' },
  'sign-in-with-passkey': { credential: ASSERTED },
  'give-passkey': { credential: ASSERTED },
  'begin-single-sign-on': {
    organizationId: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
    cookie: true,
    returnTo: '/docs',
  },
  'give-password': { password: 'seven lanterns over a quiet harbour' },
  'update-letterhead': { name: 'Ellery Compliance, LLC', contact: 'ellery.example', showsFirms: true },
  'update-single-sign-on': {
    issuer: 'https://login.harbor-light.example',
    clientId: 'duecare',
    clientSecret: 'not-a-secret-just-an-example',
    emailDomains: ['harbor-light.example'],
    secondFactorAmr: ['mfa'],
  },
  'create-invitation': { email: 'robin@ellery-consulting.example', role: 'consultant', endsOn: '2027-03-31' },
  'accept-invitation': { token: 'duecare_invitation_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF' },
  'accept-invitation-as-new': {
    token: 'duecare_invitation_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    name: 'Robin Ellery',
    password: 'seven lanterns over a quiet harbour',
  },
  'update-member': { role: 'privacy_official', endsOn: null },
  'update-sign-in-rules': { secondFactorRequired: true },
  'ask-for-password-reset': { email: 'dana@harbor-light.example' },
  'reset-password': {
    token: 'duecare_reset_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    password: 'nine kettles beside an old canal',
  },
  'create-api-key': {
    label: 'Practice-management system',
    scopes: ['records.read', 'scores.read'],
    validDays: 180,
  },
  'rotate-api-key': { overlapHours: 24 },
  'update-account': { name: 'Dana Whitfield, LCPC' },
  'change-password': {
    currentPassword: 'seven lanterns over a quiet harbour',
    newPassword: 'nine kettles beside an old canal',
  },
  'create-organization': practice,
  'update-organization': { clientStates: ['IL', 'WI', 'IN'], clientsPerYear: 240 },
  'create-vendor': vendors[0],
  'update-vendor': { name: 'Northlight Notes LLC', website: null },
  'create-service': services[0],
  'update-service': { plan: 'clinic' },
  'create-agreement': agreements[0],
  'update-agreement': { breachNoticeHours: 24 },
  'create-soc2-report': soc2Reports[0],
  'update-soc2-report': { bridgeLetterUntil: '2026-12-31' },
  'create-attestation': attestations[0],
  'update-attestation': { openFindings: { critical: 0, high: 0, moderate: 0, low: 5 } },
  'create-evidence': evidence[0],
  'update-evidence': { validUntil: '2027-03-02' },
  'destroy-file': { reason: 'wrong_file' },
  'close-organization': { key: practice.key, reason: 'practice_ended' },
  'create-data-flow': dataFlows[0],
  'update-data-flow': { retentionDays: 0 },
  'create-checklist': checklists[0],
  'update-checklist': {
    answers: [
      ...checklists[0].answers.slice(0, 1),
      {
        item: 'purpose_built',
        value: 'yes',
        basis: 'observed',
        evidence: 'Trial of 2026-10-20',
        answeredOn: '2026-10-20',
      },
    ],
  },
  'create-practice-measures': practiceMeasures[0],
  'update-practice-measures': { noteReview: { scope: 'sample', since: '2026-10-01', basis: 'observed' } },
  'create-adjustment': adjustments[0],
  'update-adjustment': { level: 'moderate' },
  'create-model-card': modelCards[0],
  'update-model-card': { limitations: ['Less accurate when several people speak at once', 'English only'] },
  'create-clinical-validation': clinicalValidations[0],
  'update-clinical-validation': { peerReviewed: 'yes', reference: 'Journal article of 2026-11' },
  'create-financial-standing': financialStandings[0],
  'update-financial-standing': { auditedStatementsSeen: true, basis: 'audited' },
  'create-service-level': serviceLevels[0],
  'update-service-level': { promised: 99.5 },
  'create-safeguard': safeguards[0],
  'update-safeguard': { status: 'in_place', decision: null, confirmedOn: '2026-11-02' },
  'create-exit-terms': exitTerms[0],
  'update-exit-terms': { coversInsolvency: 'no', exportTestedOn: '2026-11-02' },
  'create-incident': incidents[0],
  'update-incident': { affectedIndividuals: 4, mitigation: 'The vendor shut the fault off the same day.' },
  'create-bias-audit': biasAudits[0],
  'update-bias-audit': { actions: 'The rule was switched off.', nextOn: '2026-11-01' },
  'create-log-review': logReviews[0],
  'update-log-review': { followUp: 'All three were a new telephone of a clinician.' },
  'create-disputed-decision': disputedDecisions[0],
  'update-disputed-decision': { toldOn: '2026-09-15', lesson: 'The vendor was told.' },
  'create-performance-measurement': performanceMeasurements[0],
  'update-performance-measurement': { credit: 'received', creditNote: '10 percent of the fee of August' },
  'create-vendor-review': vendorReviews[0],
  'update-vendor-review': { nextOn: '2026-12-20' },
  'create-exit-plan': exitPlans[0],
  'update-exit-plan': { noticeDays: 60 },
  'create-obligation-completion': obligationCompletions[0],
  'update-obligation-completion': { found: 'Nothing odd; three users, all of the practice.' },
  'create-obligation-setting': obligationSettings[0],
  'update-obligation-setting': {
    decision: 'as_published',
    months: null,
    reason: 'Back to every three months.',
  },
  'send-vendor-link': { email: 'robin@northlight.example', validDays: 14 },
  'issue-questionnaire': { key: 'northlight-scribe-2027', about: 'service', service: 'northlight-scribe' },
  'answer-question': {
    value: 'never',
    basis: 'documented',
    evidence: 'Product guide of 2026-08, page 3',
    answeredBy: 'Robin Achterberg',
    answeredOn: '2026-10-01',
  },
  'answer-questions': { answers: questionnaires[0].answers },
  'submit-questionnaire': { ...questionnaires[0].submittedBy, openCountsAsUnknown: true },
  'review-answers': {
    reviewer: DANA,
    verdicts: [
      {
        question: 'recording-noticed',
        verdict: 'disputed',
        reason: 'In our trial the app began to listen before its sign was shown.',
      },
    ],
  },
  'withdraw-questionnaire': { ...DANA, reason: 'The vendor answered for another product.' },
  'import-dossier': EXAMPLE_DOSSIER,
  'redact-text': {
    places: [{ in: 'adjustments', key: adjustments[0].key, pointer: '/reason', start: 0, end: 6 }],
    reason: 'client_data',
    by: DANA,
    preview: true,
  },
  'create-assessment': { assessor: DANA },
  'review-assessment': {
    name: 'Amara Lindqvist',
    role: 'Clinical director',
    statement: 'I have read every page and asked about what I did not understand.',
  },
  'seal-assessment': {
    ...DANA,
    statement: 'I adopt this assessment for the practice and will see that its conditions are kept.',
  },
  'create-comment': {
    section: 'agreements',
    text: 'The agreement of March covers audio; does it cover transcripts too?',
  },
  'answer-comment': { text: 'It does: section 2 names both.' },
  'evaluate-access': {
    subject: { type: 'clinician', id: 'c-7f3a' },
    action: { name: 'record_session' },
    resource: { type: 'service', id: 'northlight-scribe' },
    context: { dataClasses: ['session_audio'], clientState: 'IL', modality: 'video' },
  },
  'evaluate-accesses': {
    subject: { type: 'role', id: 'clinicians' },
    resource: { type: 'service', id: 'northlight-scribe' },
    context: {
      dataClasses: ['session_audio'],
      clientState: 'IL',
      clinicianState: 'IL',
      modality: 'in_person',
    },
    evaluations: [{ action: { name: 'record_session' } }, { action: { name: 'bill' } }],
    options: { evaluations_semantic: 'deny_on_first_deny' },
  },
  'create-report': { format: 'pdf' },
};
