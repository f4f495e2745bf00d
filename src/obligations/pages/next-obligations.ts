// The next few obligations, for the first page of a practice: what is overdue and due, then what comes up. Pure.
import type { CalendarDate } from '../../common/calendar-date';
import type { ObligationsOfPractice } from '../obligations.service';
import { STATE_WORDS } from '../rules/obligation-words';
import { listAddress, pageOf } from './obligation-addresses';

export interface NextObligations {
  /** address of all */
  href: string;
  rows: { on: CalendarDate; words: string; href: string; state: string; stateWords: string }[];
  /** so many are overdue or due beyond those shown */
  more: number;
}

export function nextObligations(
  organizationId: string,
  { occurrences, definitions }: Pick<ObligationsOfPractice, 'occurrences' | 'definitions'>,
  most: number,
): NextObligations {
  const at = listAddress(organizationId);
  const dated = occurrences.filter(({ state, dueOn }) => state !== 'done' && dueOn !== null);
  const pressing = dated.filter(({ state }) => state !== 'upcoming').length;
  return {
    href: at,
    rows: dated.slice(0, most).map((one) => {
      const title = definitions.get(one.obligation)?.title ?? '';
      return {
        on: one.dueOn as CalendarDate,
        words: one.subject ? `${title}: ${one.subjectName}` : title,
        href: pageOf(at, one),
        state: one.state,
        stateWords: STATE_WORDS[one.state],
      };
    }),
    more: Math.max(0, pressing - most),
  };
}
