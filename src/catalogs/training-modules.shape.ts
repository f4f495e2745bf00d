// The shape of the modules of training: one for each id that records may name, each with how somebody shows that they can do it.
import type { CatalogHead } from '../assessments/scoring/scoring-model';
import { integer, listOf, nullable, oneOf, record, ShapeError, text } from '../common/catalog-files/shape';
import type { Paraphrase } from '../explanations/citation-catalog';
import { POLICY_TEMPLATE_IDS } from '../policies/policy-template';
import {
  STAFF_JOBS,
  TRAINING_MODULE_IDS,
  type ModuleAudience,
  type TrainingModule,
  type TrainingPoint,
} from '../workforce/training-module';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';
import { checkRules, ruleShape } from './policies.shape';

export interface TrainingCatalog extends CatalogHead {
  /** somebody who begins has so many days for the first time; the rules say no number */
  readonly firstWithinDays: number;
  readonly modules: readonly TrainingModule[];
}

const points = listOf(record<TrainingPoint>({ says: text, sourceIds: listOf(text) }), 1);
const AUDIENCES: readonly ModuleAudience[] = ['everybody', ...STAFF_JOBS];

export const trainingModulesShape = record<TrainingCatalog>({
  ...headShapes,
  firstWithinDays: integer(1, 366),
  modules: listOf(
    record<TrainingModule>({
      id: oneOf(TRAINING_MODULE_IDS),
      title: text,
      why: text,
      jobs: listOf(oneOf(AUDIENCES), 1),
      months: integer(1, 36),
      monthsFrom: oneOf(['house', 'seed'] as const),
      policies: listOf(oneOf(POLICY_TEMPLATE_IDS), 1),
      lessons: points,
      checks: points,
      rules: listOf(ruleShape, 1),
      curriculum: nullable(listOf(text, 1)),
    }),
    TRAINING_MODULE_IDS.length,
  ),
});

/** @throws ShapeError naming the module that does not hold together */
export function checkTrainingModules(
  { modules }: TrainingCatalog,
  paraphraseOf: (citation: string) => Paraphrase | null,
): void {
  uniqueIds(modules, 'modules');
  modules.forEach(({ id, jobs, rules }, index) => {
    const at = `modules[${index}]`;
    if (jobs.includes('everybody') && jobs.length > 1)
      throw new ShapeError(`${at}.jobs`, `name others beside everybody: ${id}`);
    checkRules(rules, `${at}.rules`, paraphraseOf);
  });
}
