import type { RecordKind } from '../records/record-kind';
import { FinancialStanding } from './financial-standing.entity';

export const FINANCIAL_STANDING: RecordKind = {
  name: 'financial_standing',
  plural: 'financial-standings',
  entity: FinancialStanding,
  dossierList: 'financialStandings',
  table: 'financial_standing',
  columns: `r.vendor_key as vendor, r.as_of as "asOf", r.years_in_business as "yearsInBusiness", r.ownership, r.funding, r.profitable,
    r.audited_statements_seen as "auditedStatementsSeen", r.runway_months as "runwayMonths", r.insurance, r.basis, r.source`,
};
