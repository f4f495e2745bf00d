import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { AttestationEntry } from '../../../assessments/registers/assurance-register';
import type { DossierAttestation } from '../../../dossiers/dossier.document';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';
import { serviceName, serviceNames, vendorName } from './names-in-dossier';

interface Row {
  attestation: DossierAttestation;
  /** what it is worth; null in documents of before that was worked out */
  entry: AttestationEntry | null;
}

export function attestationsSheet({ dossier, assuranceRegister }: AssessmentDocument): Sheet {
  const entries = new Map(assuranceRegister?.attestations.map((entry) => [entry.key, entry]));
  const rows = (dossier.attestations ?? []).map((attestation): Row => ({
    attestation,
    entry: entries.get(attestation.key) ?? null,
  }));
  return sheetOf<Row>('Attestations', 'No attestation other than SOC 2 reports is on record.', rows, [
    {
      title: 'Attestation',
      width: WIDTH.name,
      cell: ({ attestation, entry }) => entry?.name ?? codeWords(attestation.kind),
    },
    { title: 'Key', width: 22, cell: ({ attestation }) => attestation.key },
    {
      title: 'Vendor',
      width: WIDTH.name,
      cell: ({ attestation }) => vendorName(dossier, attestation.vendor),
    },
    {
      title: 'Tools',
      width: WIDTH.name,
      cell: ({ attestation }) => lines(serviceNames(dossier, attestation.services)),
    },
    { title: 'Issuer', width: WIDTH.name, cell: ({ attestation }) => attestation.issuer },
    { title: 'Number', width: WIDTH.short, cell: ({ attestation }) => attestation.number },
    { title: 'Issued', width: WIDTH.short, cell: ({ attestation }) => day(attestation.issuedOn) },
    { title: 'Valid until', width: WIDTH.short, cell: ({ attestation }) => day(attestation.validUntil) },
    { title: 'Withdrawn', width: WIDTH.short, cell: ({ attestation }) => day(attestation.withdrawnOn) },
    { title: 'Counts until', width: WIDTH.short, cell: ({ entry }) => day(entry?.countsUntil) },
    {
      title: 'Known by',
      width: 20,
      cell: ({ attestation }) => codeWords(attestation.proof ?? 'vendor_statement'),
    },
    { title: 'Covers AI', width: WIDTH.short, cell: ({ attestation }) => codeWords(attestation.coversAi) },
    { title: 'Open findings, critical', width: WIDTH.short, cell: findings('critical') },
    { title: 'Open findings, high', width: WIDTH.short, cell: findings('high') },
    { title: 'Open findings, moderate', width: WIDTH.short, cell: findings('moderate') },
    { title: 'Open findings, low', width: WIDTH.short, cell: findings('low') },
    { title: 'What it is worth', width: WIDTH.text, cell: ({ entry }) => entry?.weight },
    {
      title: 'Earns nothing for',
      width: WIDTH.sentence,
      cell: ({ entry }) =>
        lines(
          entry?.services.flatMap(({ key, earnsNothingBecause }) =>
            earnsNothingBecause ? [`${serviceName(dossier, key)}: ${earnsNothingBecause}`] : [],
          ),
        ),
    },
  ]);
}

type Severity = keyof NonNullable<DossierAttestation['openFindings']>;

function findings(severity: Severity): (row: Row) => number | undefined {
  return ({ attestation }) => attestation.openFindings?.[severity];
}
