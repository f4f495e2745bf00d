// What the facts come to so far, in words.
import type { DecisionCode } from '../assessments/scoring/service-result';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';
import type { ResultOfTool } from './result.query';
import type { Step } from './steps';

const MOST_SETS = 3;

const LEADS_TO: Readonly<Record<DecisionCode, string>> = {
  do_not_use: 'do not use',
  not_enough_known: 'not enough known',
  use_with_conditions: 'use with conditions',
  acceptable: 'acceptable',
};

export interface ResultView {
  tools: {
    name: string;
    href: string;
    decision: string;
    level: LevelView;
    why: string;
    known: string;
    unknowns: number;
    steps: { titles: string[]; leadsTo: string; level: LevelView }[];
  }[];
  /** steps of tools that have left nothing yet: not yet known */
  open: { words: string; tool: string; href: string }[];
}

export function resultView(results: readonly ResultOfTool[], steps: readonly Step[], at: string): ResultView {
  return {
    tools: results.map(({ id, name, decisionLabel, level, why, confidencePercent, unknowns, sets }) => ({
      ...{ name, why, unknowns, decision: decisionLabel, level: levelView(level) },
      href: `${at}/services/${id}`,
      known: `${confidencePercent} % of what has to be known is known.`,
      steps: sets.slice(0, MOST_SETS).map((set) => ({
        titles: set.steps.map(({ title }) => title),
        leadsTo: LEADS_TO[set.leadsTo.decision],
        level: levelView(set.leadsTo.level),
      })),
    })),
    open: steps.flatMap(({ words, tool, href, isDone }) =>
      tool && !isDone ? [{ words, href, tool: tool.name }] : [],
    ),
  };
}
