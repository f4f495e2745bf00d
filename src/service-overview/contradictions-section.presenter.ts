// What does not fit together, each with the two records that disagree and the way to both.
import type { Contradiction } from '../assessments/scoring/service-result';
import { capitalized } from '../reports/security-risk-assessment/number-words';
import type { EngineWords } from './engine-words';

export interface ContradictionView {
  because: string;
  /** the two that disagree; `href` is empty where pages have no place for it */
  sides: { words: string; href: string }[];
}

export function contradictionsSection(
  contradictions: readonly Contradiction[],
  { inWords, placeOf }: EngineWords,
): ContradictionView[] {
  return contradictions.map(({ between, because }) => ({
    because: inWords(because),
    sides: between.map((source) => ({ words: capitalized(inWords(source)), href: placeOf(source) })),
  }));
}
