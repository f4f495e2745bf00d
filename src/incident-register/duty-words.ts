// How a duty stands, in words: by when, why, and how many days are left.
import type { DutyStanding } from '../incidents/duty-standing';
import { counted } from '../reports/security-risk-assessment/number-words';
import { shortDate } from '../reports/security-risk-assessment/date-words';

/** "20 days left", "last day today", "3 days overdue"; empty where nothing runs. */
export function timeLeft({ daysLeft }: Pick<DutyStanding, 'daysLeft'>): string {
  if (daysLeft === null) return '';
  if (daysLeft === 0) return 'last day today';
  return daysLeft > 0 ? `${counted(daysLeft, 'day')} left` : `${counted(-daysLeft, 'day')} overdue`;
}

/** "by Dec 12, 2026 at the latest: 20 days left", "on Oct 26, 2026; last day Dec 12, 2026", "no number of days is set". */
export function byWhen(duty: DutyStanding): string {
  const { standing, dueOn, doneOn } = duty;
  if (standing === 'not_due') return '';
  if (standing === 'done' || standing === 'done_late') {
    const days = [doneOn && `on ${shortDate(doneOn)}`, dueOn && `last day ${shortDate(dueOn)}`];
    return days.filter(Boolean).join('; ');
  }
  return dueOn ? `by ${shortDate(dueOn)} at the latest: ${timeLeft(duty)}` : 'no number of days is set';
}

/** How pressing it is, as a class of the style sheet; the words say it too. */
export function urgencyOf({ standing, daysLeft }: DutyStanding): 'late' | 'soon' | 'open' | 'done' | 'none' {
  if (standing === 'not_due') return 'none';
  if (standing === 'done') return 'done';
  if (standing === 'overdue' || standing === 'done_late') return 'late';
  return daysLeft !== null && daysLeft <= SOON_DAYS ? 'soon' : 'open';
}

const SOON_DAYS = 14;
