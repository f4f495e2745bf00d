// When a risk cannot be accepted (decision 0039): pure. A rule of law is not the practice's to accept away, what is not known cannot be weighed, and a very high risk is to be
// lowered first.
import { addMonths, type CalendarDate } from '../common/calendar-date';
import type { FaultCode } from '../common/problems/fault-codes';
import type { RatedRisk } from './rated-risk';

export interface Refusal {
  code: FaultCode;
  detail: string;
  /** the field that it is about */
  at: string;
}

/** A house rule: after a year at most somebody looks again. */
export const LONGEST_MONTHS = 12;

/** @param risk null when the threat is not rated for the subject */
export function riskRefusals(risk: RatedRisk | null): Refusal[] {
  if (!risk)
    return [
      {
        code: 'threat-not-rated',
        detail: 'is not rated for this; only a rated risk has a level',
        at: 'threat',
      },
    ];
  const law = risk.gates.filter(({ kind }) => kind === 'law');
  return [
    ...law.map(({ title, citation }): Refusal => {
      const rule = citation ? `${title} (${citation})` : title;
      return {
        code: 'law-not-accepted',
        detail: `is held up by a rule of law, which nobody accepts away: ${rule}`,
        at: 'threat',
      };
    }),
    ...(risk.isEnoughKnown
      ? []
      : [
          {
            code: 'not-enough-known',
            detail: 'cannot be weighed yet: too little is known. Find out what is open first',
            at: 'threat',
          } as const,
        ]),
    ...(risk.level === 'very_high'
      ? [
          {
            code: 'level-too-high',
            detail: 'is very high. Lower it first, or stop what brings it; then accept what is left',
            at: 'threat',
          } as const,
        ]
      : []),
  ];
}

export function termRefusals(acceptedOn: CalendarDate, until: CalendarDate): Refusal[] {
  const last = addMonths(acceptedOn, LONGEST_MONTHS);
  if (until < acceptedOn)
    return [{ code: 'dates-reversed', detail: 'lies before the day of the acceptance', at: 'until' }];
  if (until > last)
    return [{ code: 'term-too-long', detail: `must be at most a year on: ${last} or earlier`, at: 'until' }];
  return [];
}
