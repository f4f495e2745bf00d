// Reports, tests and papers about a tool or about its vendor, as the statement of the page reads them beside everything else: a part of toolFacts.
import type { AttestationFields } from '../../attestations/attestation.fields';
import { ATTESTATION } from '../../attestations/attestation.record';
import type { ClinicalValidationFields } from '../../clinical-validations/clinical-validation.fields';
import { CLINICAL_VALIDATION } from '../../clinical-validations/clinical-validation.record';
import type { ExitTermsFields } from '../../exit-terms/exit-terms.fields';
import { EXIT_TERMS } from '../../exit-terms/exit-terms.record';
import type { FinancialStandingFields } from '../../financial-standings/financial-standing.fields';
import { FINANCIAL_STANDING } from '../../financial-standings/financial-standing.record';
import type { ModelCardFields } from '../../model-cards/model-card.fields';
import { MODEL_CARD } from '../../model-cards/model-card.record';
import type { RecordKind } from '../../records/record-kind';
import type { ServiceLevelFields } from '../../service-levels/service-level.fields';
import { SERVICE_LEVEL } from '../../service-levels/service-level.record';
import type { Soc2ReportFields } from '../../soc2-reports/soc2-report.fields';
import { SOC2_REPORT } from '../../soc2-reports/soc2-report.record';

type Stored<Fields> = Fields & { id: string; key: string };

/** The newest first. */
export interface PapersFacts {
  /** legal name of the vendor, which a paper should be about */
  vendorName: string;
  soc2Reports: (Stored<Soc2ReportFields> & { vendor: string })[];
  attestations: (Stored<AttestationFields> & { vendor: string })[];
  modelCards: Stored<ModelCardFields>[];
  clinicalValidations: Stored<ClinicalValidationFields>[];
  financialStandings: Stored<FinancialStandingFields>[];
  serviceLevels: Stored<ServiceLevelFields>[];
  exitTerms: Stored<ExitTermsFields>[];
}

const MOST = 50;

const OF_VENDOR = 'r.vendor_key = s.vendor_key';
const OF_SERVICE = 'r.service_key = s.key';

function listOf({ dossierList, table, columns }: RecordKind, which: string, order: string): string {
  return `'${dossierList}', (select coalesce(jsonb_agg(to_jsonb(p)), '[]')
    from (select r.id, r.key, ${columns} from ${table} r
      where r.organization_id = $1 and ${which} order by ${order}, r.key limit ${MOST}) p)`;
}

/** `s` is the service, `$1` the organization. */
export const PAPERS_OF_TOOL = `jsonb_build_object(
  'vendorName', (select v.name from vendor v where v.organization_id = $1 and v.key = s.vendor_key),
  ${[
    listOf(SOC2_REPORT, OF_VENDOR, 'r.period_end desc'),
    listOf(ATTESTATION, OF_VENDOR, 'r.issued_on desc'),
    listOf(MODEL_CARD, OF_SERVICE, 'r.dated_on desc'),
    listOf(CLINICAL_VALIDATION, OF_SERVICE, 'r.published_on desc'),
    listOf(FINANCIAL_STANDING, OF_VENDOR, 'r.as_of desc'),
    listOf(SERVICE_LEVEL, OF_SERVICE, 'r.measure'),
    listOf(EXIT_TERMS, OF_SERVICE, 'r.key'),
  ].join(',\n  ')})`;
