// How the figures come about, and where the elements of a risk analysis are found.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { LEVELS, type LevelMatrix } from '../../common/level';
import { COVERED_ENTITY_WORDS, MODALITY_WORDS } from './fact-words';
import { levelView, type LevelView } from './level-words';
import { counted, listed } from './number-words';
import { WHERE_ELEMENTS_ARE } from './risk-analysis-elements';

export interface LookupTableView {
  columns: LevelView[];
  rows: { level: LevelView; cells: LevelView[] }[];
}

export interface MethodView {
  scope: string;
  practiceFacts: { name: string; value: string }[];
  g5: LookupTableView;
  i2: LookupTableView;
  engine: string;
  catalogs: { id: string; version: string; digest: string }[];
  elements: typeof WHERE_ELEMENTS_ARE;
}

export function methodView(document: AssessmentDocument): MethodView {
  const { practice } = document.dossier;
  return {
    scope: document.scope,
    practiceFacts: [
      { name: 'Standing', value: COVERED_ENTITY_WORDS[practice.coveredEntity] },
      { name: 'Clients sit in', value: listed(practice.clientStates) },
      { name: 'Clinicians sit in', value: listed(practice.clinicianStates) },
      { name: 'Sessions', value: listed(practice.modalities.map((one) => MODALITY_WORDS[one])) },
      {
        name: 'Size',
        value: `${counted(practice.clinicians, 'clinician')}, ${counted(practice.clientsPerYear, 'client')} a year`,
      },
    ],
    g5: lookupTable(document.matrices.g5),
    i2: lookupTable(document.matrices.i2),
    engine: `${document.engine.name} ${document.engine.version}`,
    catalogs: document.catalogs.map(({ id, version, digest }) => ({ id, version, digest: inBlocks(digest) })),
    elements: WHERE_ELEMENTS_ARE,
  };
}

function lookupTable(matrix: LevelMatrix): LookupTableView {
  return {
    columns: LEVELS.map(levelView),
    rows: [...LEVELS].reverse().map((level) => ({
      level: levelView(level),
      cells: LEVELS.map((column) => levelView(matrix[level][column])),
    })),
  };
}

/** A long figure in blocks of eight, which break over lines and can be compared by eye. */
export function inBlocks(figure: string): string {
  return figure.replace(/(.{8})(?=.)/g, '$1 ');
}
