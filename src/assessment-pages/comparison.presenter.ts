// Two assessments side by side: what was decided about each tool then and now, and what the difference comes from.
import type { Comparison, ServiceComparison } from '../assessments/registers/comparison';
import { rankOf } from '../common/level';
import { inNameOrder } from '../common/name-order';
import { levelBeside, type ServiceLevelView } from '../reports/security-risk-assessment/level-words';
import { capitalized, counted, listed } from '../reports/security-risk-assessment/number-words';

interface StandingThen {
  label: string;
  level: ServiceLevelView;
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
  /** those of which something is different */
  tools: ComparedTool[];
  /** names of those that are as they were */
  unchanged: string;
  hasChanged: boolean;
  /** how many tools changed, came, went and are as they were, in a sentence */
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
  ].sort((left, right) => inNameOrder(left.name, right.name));
  return {
    tools: tools.filter((tool) => !isAsItWas(tool)),
    unchanged: listed(tools.filter(isAsItWas).map(({ name }) => name)),
    hasChanged: !tools.every(isAsItWas),
    told: toldOf(tools),
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
    change: changeOf(
      before,
      now,
      causes.some(({ list }) => list.length > 0),
    ),
    causes: causes
      .filter(({ list }) => list.length > 0)
      .map((cause) => ({ name: cause.name, list: cause.list.map(capitalized) })),
  };
}

function changeOf(
  before: ServiceComparison['before'],
  now: ServiceComparison['now'],
  hasCauses: boolean,
): string {
  const difference = rankOf(now.level) - rankOf(before.level);
  if (difference < 0) return 'Risk lower';
  if (difference > 0) return 'Risk higher';
  if (before.decision !== now.decision) return 'Decided otherwise';
  return hasCauses ? 'Same result, other facts' : AS_IT_WAS;
}

function standing({
  label,
  level,
  decision,
}: Pick<ServiceComparison['now'], 'label' | 'level' | 'decision'>): StandingThen {
  return { label, level: levelBeside(level, decision) };
}

/** "2 tools are new, one is no longer there, 3 changed and one is as it was." */
function toldOf(tools: readonly ComparedTool[]): string {
  const count = (is: (tool: ComparedTool) => boolean): number => tools.filter(is).length;
  const [gained, gone] = [count(({ before }) => !before), count(({ now }) => !now)];
  const same = count(isAsItWas);
  const changed = tools.length - gained - gone - same;
  if (same === tools.length) return 'Nothing has changed for any tool.';
  const parts: [number, string, string][] = [
    [changed, 'changed', 'changed'],
    [gained, 'is new', 'are new'],
    [gone, 'is no longer there', 'are no longer there'],
    [same, 'is as it was', 'are as they were'],
  ];
  const words = parts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${counted(number, 'tool')} ${number === 1 ? one : many}`);
  return `${listed(words)}.`;
}

function isAsItWas({ change }: ComparedTool): boolean {
  return change === AS_IT_WAS;
}
