// The dossier: the document of one practice, with every fact that scoring may see. It is written by hand for
// `duecare assess`, imported and exported over HTTP, and frozen inside every assessment. Records refer to each other by key.
import { CreateOrganizationDto } from '../organizations/organization.dto';
import { CreateVendorDto } from '../vendors/vendor.dto';
import { CreateServiceDto } from '../vendors/service.dto';
import { CreateAgreementDto } from '../business-associate-agreements/agreement.dto';
import { CreateSoc2ReportDto } from '../soc2-reports/soc2-report.dto';
import { CreateDataFlowDto } from '../data-flows/data-flow.dto';
import { CreateChecklistDto } from '../checklists/checklist.dto';
import { CreatePracticeMeasuresDto } from '../practice-measures/practice-measures.dto';
import { CreateAdjustmentDto } from '../adjustments/adjustment.dto';
import { QuestionnaireRecordFields } from '../questionnaires/records/questionnaire.fields';
import type { CalendarDate } from '../common/calendar-date';
import { ChoiceField, DateField, IntegerField, RecordField, RecordListField } from '../common/fields';

export const DOSSIER_FORMAT = 'duecare-dossier';
export const DOSSIER_FORMAT_VERSION = 1;

export class DossierPractice extends CreateOrganizationDto {}

export class DossierVendor extends CreateVendorDto {}

export class DossierService extends CreateServiceDto {}

export class DossierAgreement extends CreateAgreementDto {}

export class DossierSoc2Report extends CreateSoc2ReportDto {}

export class DossierDataFlow extends CreateDataFlowDto {}

export class DossierChecklist extends CreateChecklistDto {}

export class DossierPracticeMeasures extends CreatePracticeMeasuresDto {}

export class DossierAdjustment extends CreateAdjustmentDto {}

export class DossierQuestionnaire extends QuestionnaireRecordFields {}

const MANY = 1000;

export class Dossier {
  @ChoiceField([DOSSIER_FORMAT], { description: 'Marks the document as a dossier.' })
  format: typeof DOSSIER_FORMAT;

  @IntegerField({
    description: 'Version of this format.',
    minimum: 1,
    maximum: DOSSIER_FORMAT_VERSION,
    example: 1,
  })
  formatVersion: number;

  @DateField({
    description: "Date for which to assess; today in the practice's time zone when left out.",
    optional: true,
  })
  asOf?: CalendarDate | null;

  @RecordField(() => DossierPractice, { description: 'Profile of the practice.' })
  practice: DossierPractice;

  @RecordListField(() => DossierVendor, { description: 'Vendors.', maxItems: MANY })
  vendors: DossierVendor[];

  @RecordListField(() => DossierService, { description: 'Services of the vendors.', maxItems: MANY })
  services: DossierService[];

  @RecordListField(() => DossierAgreement, {
    description: 'Agreements with the vendors.',
    optional: true,
    maxItems: MANY,
  })
  agreements?: DossierAgreement[] | null;

  @RecordListField(() => DossierSoc2Report, {
    description: 'SOC 2 reports received.',
    optional: true,
    maxItems: MANY,
  })
  soc2Reports?: DossierSoc2Report[] | null;

  @RecordListField(() => DossierDataFlow, {
    description: 'Flows of client data.',
    optional: true,
    maxItems: MANY,
  })
  dataFlows?: DossierDataFlow[] | null;

  @RecordListField(() => DossierChecklist, {
    description: 'The AI Tech Checklist of each service.',
    optional: true,
    maxItems: MANY,
  })
  checklists?: DossierChecklist[] | null;

  @RecordListField(() => DossierPracticeMeasures, {
    description: 'What the practice does around each service.',
    optional: true,
    maxItems: MANY,
  })
  practiceMeasures?: DossierPracticeMeasures[] | null;

  @RecordListField(() => DossierAdjustment, {
    description: "Assessors' adjustments.",
    optional: true,
    maxItems: MANY,
  })
  adjustments?: DossierAdjustment[] | null;

  @RecordListField(() => DossierQuestionnaire, {
    description: 'Questionnaires about services and about the practice itself, with their answers.',
    optional: true,
    maxItems: MANY,
  })
  questionnaires?: DossierQuestionnaire[] | null;
}
