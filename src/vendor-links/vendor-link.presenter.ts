// The links of a questionnaire as its practice sees them.
import type { VendorLinkResponse } from './vendor-link.dto';

export interface VendorLinkLine {
  at: string;
  to: string;
  /** "12 of 40 answered, 2 documents" */
  howFar: string;
  createdAt: Date;
  expiresAt: Date;
  begunAt: Date | null;
  submittedAt: Date | null;
  /** "Robin Achterberg, Head of security (robin@northlight.example)" */
  submittedBy: string;
  revokedAt: Date | null;
  isExpired: boolean;
  /** it can still be answered by, and revoked */
  isOpen: boolean;
}

/** The newest first. @param forVendor how many questions the vendor is asked */
export function vendorLinkLines(
  at: string,
  links: readonly VendorLinkResponse[],
  forVendor: number,
  now: Date,
): VendorLinkLine[] {
  return [...links].reverse().map((link) => {
    const { id, email, answered, attached, submittedBy, submittedAt, revokedAt, expiresAt } = link;
    const documents = attached === 1 ? '1 document' : `${attached} documents`;
    const isExpired = !submittedAt && !revokedAt && expiresAt <= now;
    return {
      at: `${at}/${id}`,
      to: email ?? 'Handed on by you',
      howFar: `${answered} of ${forVendor} answered${attached > 0 ? `, ${documents}` : ''}`,
      ...{ createdAt: link.createdAt, expiresAt, begunAt: link.begunAt, submittedAt, revokedAt, isExpired },
      submittedBy: submittedBy ? `${submittedBy.name}, ${submittedBy.role} (${submittedBy.email})` : '',
      isOpen: !submittedAt && !revokedAt && !isExpired,
    };
  });
}
