import type { RecordKind } from '../../records/record-kind';
import { VendorReview } from './vendor-review.entity';

export const VENDOR_REVIEW: RecordKind = {
  name: 'vendor_review',
  plural: 'vendor-reviews',
  entity: VendorReview,
  dossierList: 'vendorReviews',
  table: 'vendor_review',
  columns: `r.vendor_key as vendor, r.kind, r.services, r.done_on as "doneOn", r.took_part as "tookPart", r.points, r.agreed, r.conclusion,
    r.reason, r.next_on as "nextOn", r.evidence_keys as "evidenceKeys"`,
};
