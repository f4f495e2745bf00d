// An assessor's adjustment sets one figure of one threat. One that lowers holds for twelve months and then lapses; one that raises
// stays until another is made. One that was withdrawn holds no more from that day. No adjustment goes below a gate's floor: the floor is laid on the risk after it.
import type { AdjustmentTarget } from '../../adjustments/adjustment.fields';
import { addMonths, type CalendarDate } from '../../common/calendar-date';
import { higherOf, rankOf, type Level } from '../../common/level';
import type { AppliedAdjustment } from './service-result';
import type { ServiceFacts } from './service-facts';
import type { RatingView } from './rating-view';

type Adjustment = ServiceFacts['adjustments'][number];

/** The figure after the adjustment that counts, and that adjustment when it changes the figure. */
export function adjusted(
  view: RatingView,
  threat: string,
  target: AdjustmentTarget,
  computed: Level,
): { level: Level; applied: AppliedAdjustment | null } {
  const adjustment = countingAdjustment(view, threat, target);
  if (!adjustment) return { level: computed, applied: null };
  const { currentMonths } = view.model.ages.adjustment;
  const mayLower = view.asOf <= addMonths(adjustment.decidedOn, currentMonths);
  const level = mayLower ? adjustment.level : higherOf(computed, adjustment.level);
  if (level === computed) return { level, applied: null };
  const { key, assessor, reason, decidedOn } = adjustment;
  const { name, role } = assessor;
  return {
    level,
    applied: { key, target, from: computed, to: level, assessor: { name, role }, reason, decidedOn },
  };
}

/** The newest decision made by the date; of two on one day the higher level, then the first key. */
function countingAdjustment(
  view: RatingView,
  threat: string,
  target: AdjustmentTarget,
): Adjustment | undefined {
  let counting: Adjustment | undefined;
  for (const candidate of view.facts.adjustments) {
    if (candidate.threat !== threat || candidate.target !== target || !standsOn(candidate, view.asOf))
      continue;
    if (!counting || precedes(candidate, counting)) counting = candidate;
  }
  return counting;
}

function standsOn({ decidedOn, withdrawal }: Adjustment, date: CalendarDate): boolean {
  return decidedOn <= date && (withdrawal == null || withdrawal.on > date);
}

function precedes(first: Adjustment, second: Adjustment): boolean {
  if (first.decidedOn !== second.decidedOn) return first.decidedOn > second.decidedOn;
  if (first.level !== second.level) return rankOf(first.level) > rankOf(second.level);
  return first.key < second.key;
}
