// The practice of the API's examples: one service, every kind of record once. The dossier import shows it whole, and each kind of record shows
// its own part, so that a reader can send them one after the other. Fictional; a test sends them all.
import type { Dossier } from '../dossiers/dossier.document';
import { EXAMPLE_DOCUMENTS } from './example-dossier-parts/example-documents';
import { EXAMPLE_OVERSIGHT } from './example-dossier-parts/example-oversight';
import { EXAMPLE_PAPERS } from './example-dossier-parts/example-papers';
import { EXAMPLE_RISK_MANAGEMENT } from './example-dossier-parts/example-risk-management';
import { EXAMPLE_SAFEGUARDS } from './example-dossier-parts/example-safeguards';
import { EXAMPLE_WORKFORCE } from './example-dossier-parts/example-workforce';

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
    otherRoles: ['none'],
  },
  vendors: [
    {
      key: 'northlight-notes',
      name: 'Northlight Notes, Inc.',
      website: 'https://northlight.example',
      roles: ['software'],
      headquartersCountry: 'US',
      contacts: [
        {
          key: 'privacy-office',
          roles: ['breach_notices', 'privacy'],
          name: 'Privacy office',
          email: 'privacy@northlight.example',
          phone: '+1 555 010 0199',
        },
      ],
    },
  ],
  services: [
    {
      key: 'northlight-scribe',
      vendor: 'northlight-notes',
      name: 'Northlight Scribe',
      plan: 'business',
      plans: [
        {
          key: 'business',
          name: 'Business',
          audience: 'business',
          agreementOffered: 'yes',
          trainsByDefault: 'no',
        },
        {
          key: 'clinic',
          name: 'Clinic',
          audience: 'healthcare',
          agreementOffered: 'yes',
          trainsByDefault: 'no',
        },
      ],
      functions: ['session_recording'],
      usesAi: true,
      modelProvider: 'the vendor itself',
      modelProviders: [
        {
          key: 'cedar-models',
          name: 'Cedar Models',
          models: ['Cedar Speech'],
          country: 'US',
          agreement: 'yes',
          trainsOnData: 'no',
        },
      ],
      subcontractors: [
        {
          key: 'cloud-host',
          name: 'Example Cloud Hosting',
          role: 'hosting',
          country: 'US',
          agreement: 'yes',
          handlesClientData: 'yes',
          providesModel: 'no',
        },
      ],
      integrations: [
        { key: 'record-system', kind: 'health_records', name: 'Fernhill Records', access: 'write' },
      ],
      hostingCountries: ['US'],
      hostingRegions: ['us-central'],
    },
  ],
  ...EXAMPLE_DOCUMENTS,
  dataFlows: [
    {
      key: 'scribe-audio',
      service: 'northlight-scribe',
      from: { party: 'clients' },
      to: { party: 'service' },
      dataClasses: ['session_audio'],
      purpose: 'Drafting progress notes',
      transfer: 'live_capture',
      carriedBy: 'The app of the tool, which the treating clinician starts',
      identifiability: 'identified',
      recipientRole: 'business_associate',
      country: 'US',
      retentionDays: 1,
      encryptedInTransit: 'yes',
      encryptedAtRest: 'yes',
      clientsPerYear: 180,
    },
    {
      key: 'scribe-drafts',
      service: 'northlight-scribe',
      from: { party: 'service' },
      to: { party: 'practice' },
      dataClasses: ['progress_notes'],
      purpose: 'Drafts for the clinician to correct and sign',
      transfer: 'connection',
      carriedBy: 'The tool writes the draft into Fernhill Records, where the treating clinician signs it',
      identifiability: 'identified',
      recipientRole: 'business_associate',
      country: 'US',
      retentionDays: 1,
      encryptedInTransit: 'yes',
      encryptedAtRest: 'yes',
      clientsPerYear: 180,
    },
    {
      key: 'scribe-hosting',
      service: 'northlight-scribe',
      from: { party: 'service' },
      to: { party: 'subcontractor', subcontractor: 'cloud-host' },
      dataClasses: ['session_audio', 'progress_notes'],
      purpose: 'Hosting',
      transfer: 'connection',
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
  obligationCompletions: [
    {
      key: 'scribe-log-2026-10',
      obligation: 'OB-41',
      subject: { kind: 'service', key: 'northlight-scribe' },
      period: 'first',
      doneOn: '2026-10-14',
      doneBy: { name: 'Dana Whitfield', role: 'Security official' },
      found: 'Two seats of people who left in August were still open. Both were closed the same day.',
      proof: 'Minutes of the log review, folder Security 2026, page 3',
      evidence: 'northlight-security-overview',
    },
  ],
  obligationSettings: [
    {
      key: 'vendor-talks',
      obligation: 'OB-25',
      decision: 'other_interval',
      months: 6,
      reason: 'Three tools, all of large vendors; twice a year is what we can do well.',
      decidedBy: { name: 'Dana Whitfield', role: 'Security official' },
      decidedOn: '2026-10-01',
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
  ...EXAMPLE_PAPERS,
  ...EXAMPLE_OVERSIGHT,
  ...EXAMPLE_SAFEGUARDS,
  ...EXAMPLE_RISK_MANAGEMENT,
  questionnaires: [
    {
      key: 'northlight-scribe-2026',
      about: 'service',
      service: 'northlight-scribe',
      state: 'submitted',
      issuedOn: '2026-09-15',
      submittedOn: '2026-10-01',
      submittedBy: { name: 'Robin Achterberg', role: 'Head of security at the vendor' },
      answers: [
        { question: 'left-on-device', value: 'unknown', answeredOn: '2026-10-01' },
        {
          question: 'recording-noticed',
          value: 'never',
          basis: 'documented',
          evidence: 'Product guide of 2026-08, page 3',
          answeredOn: '2026-10-01',
        },
      ],
    },
  ],
  ...EXAMPLE_WORKFORCE,
} as const satisfies Frozen<Dossier>;

/** Lists may be read-only: the examples are constants. */
export type Frozen<T> = T extends readonly (infer Entry)[]
  ? readonly Frozen<Entry>[]
  : T extends object
    ? { readonly [Field in keyof T]: Frozen<T[Field]> }
    : T;
