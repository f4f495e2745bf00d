// The lists of a dossier in the order in which they can be written: what is referred to comes first.
import { ADJUSTMENT } from '../adjustments/adjustment.record';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import { CHECKLIST } from '../checklists/checklist.record';
import { DATA_FLOW } from '../data-flows/data-flow.record';
import { PRACTICE_MEASURES } from '../practice-measures/practice-measures.record';
import { QUESTIONNAIRE } from '../questionnaires/records/questionnaire.record';
import type { RecordKind } from '../records/record-kind';
import { SOC2_REPORT } from '../soc2-reports/soc2-report.record';
import { SERVICE } from '../vendors/service.record';
import { VENDOR } from '../vendors/vendor.record';
import type { Dossier } from './dossier.document';

export type DossierList = Exclude<keyof Dossier, 'format' | 'formatVersion' | 'asOf' | 'practice'>;

export const RECORD_LISTS: readonly { list: DossierList; kind: RecordKind }[] = [
  { list: 'vendors', kind: VENDOR },
  { list: 'services', kind: SERVICE },
  { list: 'agreements', kind: AGREEMENT },
  { list: 'soc2Reports', kind: SOC2_REPORT },
  { list: 'dataFlows', kind: DATA_FLOW },
  { list: 'checklists', kind: CHECKLIST },
  { list: 'practiceMeasures', kind: PRACTICE_MEASURES },
  { list: 'adjustments', kind: ADJUSTMENT },
  { list: 'questionnaires', kind: QUESTIONNAIRE },
];

/** The records of one list; empty when the dossier leaves the list out. */
export function recordsOf(dossier: Dossier, list: DossierList): readonly { key: string }[] {
  return dossier[list] ?? [];
}
