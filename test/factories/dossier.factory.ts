// A coherent dossier with one record of each kind: the API's example, with more said where tests look closely. Tests change what
// they are about and leave the rest.
import type { Dossier } from '../../src/dossiers/dossier.document';
import { EXAMPLE_DOSSIER, type Frozen } from '../../src/server/example-dossier';

export function aDossier(overrides: Partial<Dossier> = {}): Dossier {
  return { ...(structuredClone<Frozen<Dossier>>(COHERENT) as Dossier), ...overrides };
}

const [agreement] = EXAMPLE_DOSSIER.agreements;
const [report] = EXAMPLE_DOSSIER.soc2Reports;
const [flow] = EXAMPLE_DOSSIER.dataFlows;
const [checklist] = EXAMPLE_DOSSIER.checklists;
const [adjustment] = EXAMPLE_DOSSIER.adjustments;

const COHERENT = {
  ...EXAMPLE_DOSSIER,
  asOf: '2026-11-22',
  agreements: [{ ...agreement, endsOn: '2027-01-14' }],
  soc2Reports: [
    {
      ...report,
      opinion: 'qualified',
      bridgeLetterUntil: '2026-09-30',
      qualifiedCriteria: ['CC6.1'],
      exceptions: [{ ...report.exceptions[0], criterion: 'CC6.1' }],
    },
  ],
  dataFlows: [
    { ...flow, from: { party: 'practice' }, retentionDays: 30, encryptedAtRest: 'unknown' },
    {
      key: 'scribe-hosting',
      service: flow.service,
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
      ...checklist,
      answers: [checklist.answers[0], { item: 'baa_signed', value: 'unknown', answeredOn: '2026-10-01' }],
    },
  ],
  adjustments: [{ ...adjustment, target: 'adverse_impact' }],
} as const;
