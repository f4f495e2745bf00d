// The dossier: the document of one practice, with every fact that scoring may see. It is written by hand for
// `duecare assess`, imported and exported over HTTP, and frozen inside every assessment. Records refer to each other by key.
import { AdjustmentFields } from '../adjustments/adjustment.fields';
import { AgreementFields } from '../business-associate-agreements/agreement.fields';
import { ChecklistFields } from '../checklists/checklist.fields';
import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  RecordField,
  RecordListField,
} from '../common/fields';
import { DataFlowFields } from '../data-flows/data-flow.fields';
import { PracticeFields } from '../organizations/practice.fields';
import { PracticeMeasuresFields } from '../practice-measures/practice-measures.fields';
import { Soc2ReportFields } from '../soc2-reports/soc2-report.fields';
import { ServiceFields } from '../vendors/service.fields';
import { VendorFields } from '../vendors/vendor.fields';

export const DOSSIER_FORMAT = 'duecare-dossier';
export const DOSSIER_FORMAT_VERSION = 1;

export class DossierPractice extends PracticeFields {
  @KeyField({ description: 'Key of the practice.', example: 'harbor-light' })
  key: string;
}

export class DossierVendor extends VendorFields {
  @KeyField({ example: 'northlight-notes' })
  key: string;
}

export class DossierService extends ServiceFields {
  @KeyField({ example: 'northlight-scribe' })
  key: string;

  @KeyField({ description: 'Key of the vendor that offers the service.', example: 'northlight-notes' })
  vendor: string;
}

export class DossierAgreement extends AgreementFields {
  @KeyField({ example: 'northlight-baa-2026' })
  key: string;

  @KeyField({ description: 'Key of the vendor that signs.', example: 'northlight-notes' })
  vendor: string;
}

export class DossierSoc2Report extends Soc2ReportFields {
  @KeyField({ example: 'northlight-soc2-2026' })
  key: string;

  @KeyField({ description: 'Key of the vendor reported on.', example: 'northlight-notes' })
  vendor: string;
}

export class DossierDataFlow extends DataFlowFields {
  @KeyField({ example: 'scribe-audio' })
  key: string;

  @KeyField({ description: 'Key of the service that the flow belongs to.', example: 'northlight-scribe' })
  service: string;
}

export class DossierChecklist extends ChecklistFields {
  @KeyField({ example: 'northlight-scribe-2026' })
  key: string;

  @KeyField({ description: 'Key of the service; one checklist a service.', example: 'northlight-scribe' })
  service: string;
}

export class DossierPracticeMeasures extends PracticeMeasuresFields {
  @KeyField({ example: 'northlight-scribe-measures' })
  key: string;

  @KeyField({
    description: 'Key of the service; one record of measures a service.',
    example: 'northlight-scribe',
  })
  service: string;
}

export class DossierAdjustment extends AdjustmentFields {
  @KeyField({ example: 'scribe-notes-supervision' })
  key: string;

  @KeyField({ description: 'Key of the service.', example: 'northlight-scribe' })
  service: string;
}

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
}
