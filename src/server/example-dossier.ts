// The practice of the API's examples: one service, every kind of record once. The dossier import shows it whole, and each kind of record shows
// its own part, so that a reader can send them one after the other. Fictional; a test sends them all.
import type { Dossier } from '../dossiers/dossier.document';

export const EXAMPLE_DOSSIER = {
  format: 'duecare-dossier',
  formatVersion: 1,
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
      plan: 'Business',
      functions: ['session_recording'],
      usesAi: true,
      modelProvider: 'the vendor itself',
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
      endsOn: '2028-01-14',
      breachNoticeHours: 72,
      provisions: [{ provision: 'BAA-A01', verdict: 'present', reference: 'section 4.2' }],
    },
  ],
  soc2Reports: [
    {
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
    },
  ],
  dataFlows: [
    {
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
          evidence: 'Agreement, section 4.2',
          answeredOn: '2026-10-01',
        },
        { item: 'purpose_built', value: 'unknown', answeredOn: '2026-10-01' },
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
      audioDeletion: {
        withinDays: 1,
        since: '2026-03-01',
        basis: 'observed',
        evidence: 'Monthly deletion log',
      },
    },
  ],
  adjustments: [
    {
      key: 'scribe-notes-supervision',
      service: 'northlight-scribe',
      threat: 'T-04',
      target: 'initiation',
      level: 'low',
      assessor: { name: 'Dana Whitfield', role: 'Security official' },
      reason: 'Drafts are read aloud in supervision every week.',
      decidedOn: '2026-10-01',
    },
  ],
} as const satisfies Frozen<Dossier>;

/** Lists may be read-only: the examples are constants. */
export type Frozen<T> = T extends readonly (infer Entry)[]
  ? readonly Frozen<Entry>[]
  : T extends object
    ? { readonly [Field in keyof T]: Frozen<T[Field]> }
    : T;
