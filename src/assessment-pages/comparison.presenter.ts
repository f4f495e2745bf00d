// Two assessments side by side: what was decided about each tool then and now, and what the difference comes from.
import type { Comparison, ServiceComparison } from '../assessments/registers/comparison';
import { rankOf } from '../common/level';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';
import { capitalized, listed } from '../reports/security-risk-assessment/number-words';

interface StandingThen {
  label: string;
  level: LevelView;
}

export interface ComparedTool {
  name: string;
  /** null where the assessment has no result for the tool */
  before: StandingThen | null;
  now: StandingThen | null;
  /** "risk lower", "as it was", "new", ... */
  change: string;
  causes: { name: string; list: string[] }[];
}

export interface ComparisonView {
  tools: ComparedTool[];
  hasChanged: boolean;
  /** how many tools are as they were, and how many are not, in a sentence */
  told: string;
  /** rules of which another version was used; empty where none */
  rules: string;
}

export function comparisonView({
  services,
  newServices,
  goneServices,
  catalogs,
}: Comparison): ComparisonView {
  const tools: ComparedTool[] = [
    ...services.map(comparedTool),
    ...newServices.map(({ name, ...now }) => ({
      ...{ name, before: null, now: standing(now), change: 'New', causes: [] },
    })),
    ...goneServices.map(({ name, ...before }) => ({
      ...{ name, before: standing(before), now: null, change: 'No longer there', causes: [] },
    })),
  ];
  const changed = tools.filter(({ change, causes }) => change !== AS_IT_WAS || causes.length > 0).length;
  return {
    tools: [...tools].sort((left, right) => compared(left.name, right.name)),
    hasChanged: changed > 0,
    told: toldOf(changed, tools.length - changed),
    rules: listed(catalogs.map(({ id, before, now }) => `${id} (${before ?? 'not used'}, then ${now})`)),
  };
}

const AS_IT_WAS = 'As it was';

function comparedTool({ name, before, now, ...lists }: ServiceComparison): ComparedTool {
  const causes = [
    { name: 'Stops it now and did not before', list: lists.gatesNew },
    { name: 'Stopped it before and no longer does', list: lists.gatesGone },
    { name: 'Known since', list: lists.unknownResolved },
    { name: 'Open now and not before', list: lists.unknownNew },
  ];
  return {
    name,
    before: standing(before),
    now: standing(now),
    change: changeOf(before, now),
    causes: causes
      .filter(({ list }) => list.length > 0)
      .map((cause) => ({ name: cause.name, list: cause.list.map(capitalized) })),
  };
}

function changeOf(before: ServiceComparison['before'], now: ServiceComparison['now']): string {
  const difference = rankOf(now.level) - rankOf(before.level);
  if (difference < 0) return 'Risk lower';
  if (difference > 0) return 'Risk higher';
  return before.decision === now.decision ? AS_IT_WAS : 'Decided otherwise';
}

function standing({ label, level }: Pick<ServiceComparison['now'], 'label' | 'level'>): StandingThen {
  return { label, level: levelView(level) };
}

function toldOf(changed: number, same: number): string {
  if (changed === 0) return 'Nothing has changed for any tool.';
  const sameWords =
    same === 0 ? '' : same === 1 ? '; one tool is as it was' : `; ${same} tools are as they were`;
  return `${changed === 1 ? 'One tool is' : `${changed} tools are`} different${sameWords}.`;
}

/** By code unit, so that the order is the same everywhere. */
function compared(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
