// What the facts come to so far, in words.
import type { SingleStep } from '../assessments/scoring/service-result';
import { levelBeside, type ServiceLevelView } from '../reports/security-risk-assessment/level-words';
import type { ResultOfTool } from './result.query';
import type { Step } from './steps';

/** So many steps a person can keep in mind. */
const MOST_STEPS = 3;

export interface ResultView {
  tools: {
    name: string;
    href: string;
    decision: string;
    level: ServiceLevelView;
    why: string;
    known: string;
    unknowns: number;
    /** those that lower the risk most, each by itself; else the first of those that do it together */
    steps: string[];
    areTogether: boolean;
    /** of the steps that do it together those beyond the ones shown */
    more: number;
  }[];
  /** steps of tools that have left nothing yet: not yet known */
  open: { words: string; tool: string; href: string }[];
}

export function resultView(results: readonly ResultOfTool[], steps: readonly Step[], at: string): ResultView {
  return {
    tools: results.map((result) => ({
      ...{ name: result.name, why: result.why, unknowns: result.unknowns },
      ...{ decision: result.decisionLabel, level: levelBeside(result.level, result.decision) },
      href: `${at}/services/${result.id}`,
      known: `${result.confidencePercent} % of what has to be known is known.`,
      ...stepsIn(result),
    })),
    open: steps.flatMap(({ words, tool, href, isDone }) =>
      tool && !isDone ? [{ words, href, tool: tool.name }] : [],
    ),
  };
}

function stepsIn({
  singles,
  nearest,
}: ResultOfTool): Pick<ResultView['tools'][number], 'steps' | 'areTogether' | 'more'> {
  const best = [...singles].sort(mostFirst).slice(0, MOST_STEPS);
  if (best.length > 0) return { steps: best.map(({ title }) => title), areTogether: false, more: 0 };
  const together = (nearest?.steps ?? []).map(({ title }) => title);
  const more = Math.max(together.length - MOST_STEPS, 0);
  return { steps: together.slice(0, MOST_STEPS), areTogether: together.length > 0, more };
}

/** As far as each leads by itself; then by the number of threats that it lowers, and by effort. */
function mostFirst(one: SingleStep, other: SingleStep): number {
  return (
    one.leadsTo.indexOutOf100 - other.leadsTo.indexOutOf100 ||
    other.lowers.length - one.lowers.length ||
    one.effort - other.effort ||
    (one.id < other.id ? -1 : 1)
  );
}
