// The adjustments about a tool as its page lists them: those that stand with what they do today, then those that were withdrawn.
import { addMonths, type CalendarDate } from '../../common/calendar-date';
import type { ThreatResult } from '../../assessments/scoring/service-result';
import { shortDate } from '../../reports/security-risk-assessment/date-words';
import { levelView, type LevelView } from '../../reports/security-risk-assessment/level-words';
import type { StoredAdjustment } from '../tool-facts.query';
import { TARGET_WORDS } from './adjustment-words';

export interface AdjustmentLine {
  threat: string;
  /** of the threat on the page; empty where it does not apply today */
  anchor: string;
  figure: string;
  level: LevelView;
  /** before it, where it counts today; null else */
  from: LevelView | null;
  by: string;
  on: CalendarDate;
  reason: string;
  /** what it does today */
  state: string;
  stands: boolean;
  withdrawn: string;
  edit: string;
  withdraw: string;
}

/** @param months for which one that lowers holds */
export function adjustmentsSection(
  adjustments: readonly StoredAdjustment[],
  threats: readonly ThreatResult[],
  { at, today, months }: { at: string; today: CalendarDate; months: number },
): AdjustmentLine[] {
  const lines = adjustments.map((one): AdjustmentLine => {
    const threat = threats.find(({ id }) => id === one.threat);
    const applied = threat?.adjustments.find(({ key }) => key === one.key);
    const { withdrawal } = one;
    const here = `${at}/adjustments/${one.id}`;
    return {
      threat: threat?.title ?? `A threat that does not apply today (${one.threat})`,
      anchor: threat ? `#${threat.id}` : '',
      figure: TARGET_WORDS[one.target].told,
      level: levelView(one.level),
      from: applied ? levelView(applied.from) : null,
      by: `${one.assessor.name}, ${one.assessor.role}`,
      on: one.decidedOn,
      reason: one.reason,
      state: stateOf(threat, applied !== undefined, one, today, months),
      stands: !withdrawal,
      withdrawn: withdrawal
        ? `Withdrawn on ${shortDate(withdrawal.on)} by ${withdrawal.by.name}, ${withdrawal.by.role}: ${withdrawal.reason}`
        : '',
      edit: `${here}/edit`,
      withdraw: `${here}/withdrawal`,
    };
  });
  return [...lines.filter(({ stands }) => stands), ...lines.filter(({ stands }) => !stands)];
}

function stateOf(
  threat: ThreatResult | undefined,
  isApplied: boolean,
  { decidedOn, withdrawal }: StoredAdjustment,
  today: CalendarDate,
  months: number,
): string {
  if (withdrawal) return 'Withdrawn';
  if (!threat) return 'Changes nothing: the threat does not apply today';
  const ends = addMonths(decidedOn, months);
  if (isApplied) {
    const held = threat.gateFloor !== null && threat.heldByGates.length > 0;
    return held ? 'Counts, but what stops the tool holds the risk where it is' : 'Counts';
  }
  if (today > ends) return `Older than ${months} months: it lowers nothing any more; judge it anew`;
  return 'Changes nothing: the figure is the same as worked out';
}
