// A valid body for each kind of record, to be changed by the test that needs another.
import { randomBytes } from 'node:crypto';

const unique = () => randomBytes(6).toString('hex');

export const practiceBody = (changes: object = {}) => ({
  key: `practice-${unique()}`,
  name: 'Harbor Light Counseling, PLLC',
  timeZone: 'America/Chicago',
  coveredEntity: 'yes',
  clientStates: ['IL', 'WI'],
  clinicianStates: ['IL'],
  modalities: ['in_person', 'video'],
  specialties: ['general_adult'],
  clinicians: 4,
  clientsPerYear: 220,
  ...changes,
});

export const vendorBody = (changes: object = {}) => ({
  key: 'northlight-notes',
  name: 'Northlight Notes, Inc.',
  website: 'https://northlight.example',
  ...changes,
});

export const serviceBody = (changes: object = {}) => ({
  key: 'northlight-scribe',
  vendor: 'northlight-notes',
  name: 'Northlight Scribe',
  functions: ['session_recording'],
  usesAi: true,
  subcontractors: [{ key: 'cloud-host', name: 'Example Cloud Hosting', role: 'hosting', country: 'US' }],
  ...changes,
});

export const agreementBody = (changes: object = {}) => ({
  key: 'northlight-baa-2026',
  vendor: 'northlight-notes',
  kind: 'business_associate_agreement',
  title: 'Business Associate Agreement 2026',
  services: ['northlight-scribe'],
  signedOn: '2026-01-15',
  effectiveOn: '2026-01-15',
  endsOn: '2028-01-14',
  breachNoticeHours: 72,
  provisions: [{ provision: 'BAA-A01', verdict: 'present', reference: 'section 4.2' }],
  ...changes,
});

export const soc2ReportBody = (changes: object = {}) => ({
  key: 'northlight-soc2-2026',
  vendor: 'northlight-notes',
  kind: 'soc2_type_2',
  opinion: 'unqualified',
  auditor: 'Alder & Finch CPAs LLP',
  services: ['northlight-scribe'],
  periodStart: '2025-07-01',
  periodEnd: '2026-06-30',
  categories: ['security', 'confidentiality'],
  exceptions: [{ criterion: 'CC6.2', summary: 'Two of 25 leavers kept access for a week.' }],
  ...changes,
});

export const dataFlowBody = (changes: object = {}) => ({
  key: 'scribe-audio',
  service: 'northlight-scribe',
  from: { party: 'clients' },
  to: { party: 'service' },
  dataClasses: ['session_audio'],
  purpose: 'Drafting progress notes',
  identifiability: 'identified',
  recipientRole: 'business_associate',
  country: 'US',
  retentionDays: 1,
  encryptedInTransit: 'yes',
  encryptedAtRest: 'yes',
  clientsPerYear: 180,
  ...changes,
});

export const checklistBody = (changes: object = {}) => ({
  key: 'northlight-scribe-2026',
  service: 'northlight-scribe',
  answers: [
    {
      item: 'no_training',
      value: 'yes',
      basis: 'documented',
      evidence: 'Agreement, section 4.2',
      answeredOn: '2026-10-01',
    },
  ],
  ...changes,
});

export const practiceMeasuresBody = (changes: object = {}) => ({
  key: 'northlight-scribe-measures',
  service: 'northlight-scribe',
  consents: [
    {
      kind: 'recording',
      formVersion: '2026-03',
      since: '2026-03-01',
      written: true,
      attestedForAllClients: true,
      coversEveryoneAudible: true,
    },
  ],
  noteReview: { scope: 'every_note', since: '2026-03-01', basis: 'observed' },
  audioDeletion: { withinDays: 1, since: '2026-03-01', basis: 'observed' },
  ...changes,
});

export const adjustmentBody = (changes: object = {}) => ({
  key: 'scribe-notes-supervision',
  service: 'northlight-scribe',
  threat: 'T-04',
  target: 'initiation',
  level: 'low',
  assessor: { name: 'Dana Whitfield', role: 'Security official' },
  reason: 'Drafts are read aloud in supervision every week.',
  decidedOn: '2026-10-01',
  ...changes,
});

/** A whole dossier of one service, for import. */
export const dossierBody = (practice: object, changes: object = {}) => ({
  format: 'duecare-dossier',
  formatVersion: 1,
  practice,
  vendors: [vendorBody()],
  services: [serviceBody()],
  agreements: [agreementBody()],
  soc2Reports: [soc2ReportBody()],
  dataFlows: [dataFlowBody()],
  checklists: [checklistBody()],
  practiceMeasures: [practiceMeasuresBody()],
  adjustments: [adjustmentBody()],
  ...changes,
});
