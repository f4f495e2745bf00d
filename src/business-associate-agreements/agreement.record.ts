import { linkedServices, type RecordKind } from '../records/record-kind';
import { Agreement } from './agreement.entity';

/** What "today" is hangs on where the practice is. */
const PRACTICE_TIME_ZONE =
  '(select o.time_zone from organization o where o.organization_id = r.organization_id) as "timeZone"';

export const AGREEMENT: RecordKind = {
  name: 'agreement',
  plural: 'agreements',
  entity: Agreement,
  dossierList: 'agreements',
  table: 'agreement',
  columns: `r.vendor_key as vendor, r.kind, r.title, ${linkedServices('agreement_service', 'agreement_key')},
    r.signed_on as "signedOn", r.effective_on as "effectiveOn", r.ends_on as "endsOn", r.terminated_on as "terminatedOn",
    r.breach_notice_hours as "breachNoticeHours", r.provisions, r.coverage_limits as "coverageLimits",
    r.includes_qsoa_terms as "includesQsoaTerms", r.requested_on as "requestedOn", r.sent_on as "sentOn",
    r.negotiating_since as "negotiatingSince", r.auto_renews as "autoRenews", r.renewal_term_months as "renewalTermMonths",
    r.notice_days_to_leave as "noticeDaysToLeave", r.superseded_by as "supersededBy", r.superseded_on as "supersededOn",
    r.vendor_entity as "vendorEntity", r.practice_entity as "practiceEntity", r.signatures,
    r.evidence_keys as "evidenceKeys", r.incorporated_documents as "incorporatedDocuments",
    r.notice_periods as "noticePeriods", r.amendments`,
  responseColumns: PRACTICE_TIME_ZONE,
  serviceLinks: { table: 'agreement_service', ownerColumn: 'agreement_key' },
};
