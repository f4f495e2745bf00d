import { linkedServices, type RecordKind } from '../records/record-kind';
import { Agreement } from './agreement.entity';

export const AGREEMENT: RecordKind = {
  name: 'agreement',
  plural: 'agreements',
  entity: Agreement,
  dossierList: 'agreements',
  table: 'agreement',
  columns: `r.vendor_key as vendor, r.kind, r.title, ${linkedServices('agreement_service', 'agreement_key')},
    r.signed_on as "signedOn", r.effective_on as "effectiveOn", r.ends_on as "endsOn", r.terminated_on as "terminatedOn",
    r.breach_notice_hours as "breachNoticeHours", r.provisions`,
  serviceLinks: { table: 'agreement_service', ownerColumn: 'agreement_key' },
};
