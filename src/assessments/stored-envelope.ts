// An assessment with its seal as one JSON text. The document is stored as its canonical bytes, and they go out as they are, never parsed and
// written anew.
import { DomainError } from '../common/problems/domain.error';
import type { SealedAssessment } from './assessment.document';
import type { Assessment } from './assessment.entity';

export type StoredEnvelope = Pick<Assessment, 'document' | 'digest' | 'seal'>;

/** The canonical text of an assessment. @throws DomainError document-redacted when it is gone */
export function storedDocument({ document }: Pick<Assessment, 'document'>): string {
  if (document !== null) return document;
  throw new DomainError('document-redacted', 'The text of the assessment is gone; another took its place.');
}

/** Document and seal as one JSON text; a draft gets a seal without signatures. */
export function envelopeText(stored: StoredEnvelope): string {
  const { digest, seal } = stored;
  const document = storedDocument(stored);
  const unsigned: SealedAssessment['seal'] = {
    canonicalization: 'RFC8785',
    digest: { algorithm: 'SHA-256', hex: digest },
    signatures: [],
    timestamps: [],
  };
  return `{"document":${document},"seal":${JSON.stringify(seal ?? unsigned)}}`;
}
