// What a form is built from: records of the practice in, facts out.
import type { RecordingConsentCatalog } from '../../assessments/scoring/scoring-model';
import type { AgreementFields } from '../../business-associate-agreements/agreement.fields';
import type { CalendarDate } from '../../common/calendar-date';
import type { DataFlowFields } from '../../data-flows/data-flow.fields';
import type { PracticeFields } from '../../organizations/practice.fields';
import type { PracticeMeasuresFields } from '../../practice-measures/practice-measures.fields';
import type { ServiceFields } from '../../vendors/service.fields';
import type { ConsentFactId } from '../records/consent-element-ids';
import type { ConsentElementsCatalog } from './consent-elements-catalog';

/** The part of a dossier that a form is built from; a dossier is one. */
export interface ConsentSource {
  readonly practice: PracticeFields;
  readonly vendors: readonly { readonly key: string; readonly name: string }[];
  readonly services: readonly (ServiceFields & { readonly key: string; readonly vendor: string })[];
  readonly dataFlows?:
    readonly (DataFlowFields & { readonly key: string; readonly service: string })[] | null;
  readonly agreements?: readonly AgreementFields[] | null;
  readonly practiceMeasures?: readonly (PracticeMeasuresFields & { readonly service: string })[] | null;
}

export interface ConsentContext {
  readonly asOf: CalendarDate;
  readonly elements: ConsentElementsCatalog;
  readonly recordingConsent: RecordingConsentCatalog;
}

/** null: not on record. An empty text is known, and nothing is to be said. */
export type ConsentFactValue = string | boolean | null;
export type ConsentFacts = Readonly<Record<ConsentFactId, ConsentFactValue>>;

export type ConsentService = ConsentSource['services'][number];
