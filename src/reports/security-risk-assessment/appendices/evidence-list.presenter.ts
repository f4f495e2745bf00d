// The documents on file: what each is, how fresh, and by which digest it can be known again.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { shortDate } from '../date-words';
import { inBlocks } from '../method.presenter';
import { capitalized, listed } from '../number-words';
import { EVIDENCE_KIND_WORDS, EVIDENCE_SOURCE_WORDS, FRESHNESS_WORDS } from '../register-words';

export interface EvidenceRow {
  /** "E1" */
  number: string;
  key: string;
  title: string;
  kind: string;
  about: string;
  dates: string[];
  freshness: string;
  /** SHA-256 in blocks of eight; null where no file is kept */
  digest: string | null;
  file: string;
}

export function evidenceRows({ dossier, evidenceRegister }: AssessmentDocument): EvidenceRow[] {
  const serviceName = (key: string) => dossier.services.find((one) => one.key === key)?.name ?? key;
  const vendorName = (key: string) => dossier.vendors.find((one) => one.key === key)?.name ?? key;
  return (dossier.evidence ?? []).map((one, index) => {
    const freshness = evidenceRegister?.find(({ key }) => key === one.key)?.freshness;
    const about = one.services.map(serviceName);
    if (about.length === 0) about.push(one.vendor ? vendorName(one.vendor) : 'The practice');
    return {
      number: evidenceNumber(index),
      key: one.key,
      title: one.title,
      kind: `${EVIDENCE_KIND_WORDS[one.kind]}, from ${EVIDENCE_SOURCE_WORDS[one.source]}${one.restrictedUse ? '; not to be passed on' : ''}`,
      about: listed(about),
      dates: [
        `Of ${shortDate(one.issuedOn)}`,
        ...(one.receivedOn ? [`received ${shortDate(one.receivedOn)}`] : []),
        ...(one.validUntil ? [`valid until ${shortDate(one.validUntil)}`] : []),
      ],
      freshness: freshness ? FRESHNESS_WORDS[freshness] : 'Not worked out',
      digest: one.file ? inBlocks(one.file.digest.replace(/^sha256:/, '')) : null,
      file: one.file
        ? `${inKilobytes(one.file.bytes)}, ${one.file.mediaType}`
        : `No file is kept${one.reference ? `: ${one.reference}` : ''}`,
    };
  });
}

/** "E1" by key, for those who refer to it. */
export function evidenceNumbers({ evidence }: AssessmentDocument['dossier']): ReadonlyMap<string, string> {
  return new Map((evidence ?? []).map(({ key }, index) => [key, evidenceNumber(index)]));
}

function evidenceNumber(index: number): string {
  return `E${index + 1}`;
}

function inKilobytes(bytes: number): string {
  return capitalized(bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`);
}
