// How the figures come about, and where the elements of a risk analysis are found.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { LEVELS, type LevelMatrix } from '../../common/level';
import { COVERED_ENTITY_WORDS, MODALITY_WORDS } from './fact-words';
import { levelView, type LevelView } from './level-words';
import { counted, listed } from './number-words';

export interface LookupTableView {
  columns: LevelView[];
  rows: { level: LevelView; cells: LevelView[] }[];
}

export interface MethodView {
  scope: string;
  practiceFacts: { name: string; value: string }[];
  g5: LookupTableView;
  i2: LookupTableView;
  houseSuggestions: string;
  engine: string;
  catalogs: { id: string; version: string; digest: string }[];
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
    houseSuggestions: houseSuggestions(document),
    engine: `${document.engine.name} ${document.engine.version}`,
    catalogs: document.catalogs.map(({ id, version, digest }) => ({ id, version, digest: inBlocks(digest) })),
  };
}

/** What does not come from NIST or the law. The threshold is the one by which the services were decided. */
function houseSuggestions({ results: [first] }: AssessmentDocument): string {
  const threshold = first ? ` (${first.confidence.thresholdPercent}%)` : '';
  return (
    'Only the two tables, the five levels and the ranges of the index are NIST’s. The impact of each kind of data, the likelihoods at ' +
    'which threats start, the weights of the safeguards, the factors of the points, the bands, the ages of evidence, the floors of the ' +
    `gates and the share of facts that must be known before a tool may be used${threshold} are suggestions of the makers of ` +
    'Duecare: nothing has been measured to prove them. An assessor may set the likelihoods and the impact of a threat, with name and reason.'
  );
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
