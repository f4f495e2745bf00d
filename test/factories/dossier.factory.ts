// A coherent dossier with one record of each kind. Tests change what they are about and leave the rest.
import type { Dossier } from '../../src/dossiers/dossier.document';

export function aDossier(overrides: Partial<Dossier> = {}): Dossier {
  return { ...structuredClone(COHERENT), ...overrides };
}

const COHERENT: Dossier = {
  format: 'duecare-dossier',
  formatVersion: 1,
  asOf: '2026-11-22',
  practice: {
    key: 'harbor-light',
    name: 'Harbor Light Counseling, PLLC',
    timeZone: 'America/Chicago',
    coveredEntity: 'yes',
    clientStates: ['IL', 'WI'],
    clinicianStates: ['IL'],
    modalities: ['in_person', 'video'],
    specialties: ['general_adult'],
    clinicians: 4,
    clientsPerYear: 220,
  },
  vendors: [
    { key: 'northlight-notes', name: 'Northlight Notes, Inc.', website: 'https://northlight.example' },
  ],
  services: [
    {
      key: 'northlight-scribe',
      vendor: 'northlight-notes',
      name: 'Northlight Scribe',
      functions: ['session_recording'],
      usesAi: true,
      subcontractors: [{ key: 'cloud-host', name: 'Example Cloud Hosting', role: 'hosting', country: 'US' }],
    },
  ],
  agreements: [
    {
      key: 'northlight-baa-2026',
      vendor: 'northlight-notes',
      kind: 'business_associate_agreement',
      title: 'Business Associate Agreement 2026',
      services: ['northlight-scribe'],
      signedOn: '2026-01-15',
      effectiveOn: '2026-01-15',
      endsOn: '2027-01-14',
      breachNoticeHours: 72,
      provisions: [{ provision: 'BAA-A01', verdict: 'present', reference: 'section 4.2' }],
    },
  ],
  soc2Reports: [
    {
      key: 'northlight-soc2-2026',
      vendor: 'northlight-notes',
      kind: 'soc2_type_2',
      opinion: 'qualified',
      auditor: 'Alder & Finch CPAs LLP',
      services: ['northlight-scribe'],
      periodStart: '2025-07-01',
      periodEnd: '2026-06-30',
      bridgeLetterUntil: '2026-09-30',
      categories: ['security', 'confidentiality'],
      qualifiedCriteria: ['CC6.1'],
      exceptions: [{ criterion: 'CC6.1', summary: 'Two of 25 leavers kept access for a week.' }],
    },
  ],
  dataFlows: [
    {
      key: 'scribe-audio',
      service: 'northlight-scribe',
      from: { party: 'practice' },
      to: { party: 'service' },
      dataClasses: ['session_audio'],
      purpose: 'Drafting progress notes',
      identifiability: 'identified',
      recipientRole: 'business_associate',
      country: 'US',
      retentionDays: 30,
      encryptedInTransit: 'yes',
      encryptedAtRest: 'unknown',
      clientsPerYear: 180,
    },
    {
      key: 'scribe-hosting',
      service: 'northlight-scribe',
      from: { party: 'service' },
      to: { party: 'subcontractor', subcontractor: 'cloud-host' },
      dataClasses: ['session_audio', 'transcripts'],
      purpose: 'Hosting',
      identifiability: 'identified',
      recipientRole: 'business_associate',
      encryptedInTransit: 'yes',
      encryptedAtRest: 'yes',
    },
  ],
  checklists: [
    {
      key: 'northlight-scribe-2026',
      service: 'northlight-scribe',
      answers: [
        {
          item: 'no_training',
          value: 'yes',
          basis: 'documented',
          evidence: 'Section 4.2',
          answeredOn: '2026-10-01',
        },
        { item: 'baa_signed', value: 'unknown', answeredOn: '2026-10-01' },
      ],
    },
  ],
  practiceMeasures: [
    {
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
      audioDeletion: { withinDays: 1, since: '2026-03-01', basis: 'observed', evidence: 'deletion log' },
    },
  ],
  adjustments: [
    {
      key: 'scribe-notes-supervision',
      service: 'northlight-scribe',
      threat: 'T-04',
      target: 'adverse_impact',
      level: 'low',
      assessor: { name: 'Dana Whitfield', role: 'Security official' },
      reason: 'Drafts are read aloud in supervision every week.',
      decidedOn: '2026-10-01',
    },
  ],
};
