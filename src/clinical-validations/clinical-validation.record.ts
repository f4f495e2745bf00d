import type { RecordKind } from '../records/record-kind';
import { ClinicalValidation } from './clinical-validation.entity';

export const CLINICAL_VALIDATION: RecordKind = {
  name: 'clinical_validation',
  plural: 'clinical-validations',
  entity: ClinicalValidation,
  dossierList: 'clinicalValidations',
  table: 'clinical_validation',
  columns: `r.service_key as service, r.study, r.design, r.setting, r.population, r.sample_size as "sampleSize", r.sites,
    r.independent, r.peer_reviewed as "peerReviewed", r.finding, r.outcome, r.limitations,
    r.model_card_key as "modelCard", r.published_on as "publishedOn", r.reference`,
};
