import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { clinicalValidationBeside, clinicalValidationForm } from './clinical-validation-form';
import { ClinicalValidationFields } from './clinical-validation.fields';
import { CLINICAL_VALIDATION } from './clinical-validation.record';

@Pages('organizations/:organizationId/services/:serviceId/clinical-validations')
export class ClinicalValidationPagesController extends toolRecordPages({
  kind: CLINICAL_VALIDATION,
  fields: ClinicalValidationFields,
  form: clinicalValidationForm,
  stored: storedRecord,
  beside: clinicalValidationBeside,
  belongsTo: ({ key }) => ({ service: key }),
  keyWords: ({ study }) => study,
  isAbout: ({ service }, { key }) => service === key,
}) {}
