// Which days may be asked about: the last six years, up to today.
import { addMonths, type CalendarDate } from '../common/calendar-date';
import { DomainError, type Fault } from '../common/problems/domain.error';

const YEARS_KEPT = 6;

export interface AskedRange {
  from: CalendarDate;
  to: CalendarDate;
}

/** The earliest day that may be asked about: what was agreed is kept for six years (45 CFR 164.316(b)(2)(i)). */
export function earliestDay(today: CalendarDate): CalendarDate {
  return addMonths(today, -12 * YEARS_KEPT);
}

/** @throws DomainError request-invalid, with a fault at each date that cannot be asked about */
export function askedRange(
  asked: { from?: CalendarDate; to?: CalendarDate },
  today: CalendarDate,
): AskedRange {
  const earliest = earliestDay(today);
  const { from = earliest, to = today } = asked;
  const faults: Fault[] = [];
  if (from < earliest)
    faults.push({
      pointer: '/from',
      code: 'invalid-field',
      detail: `must not lie before ${earliest}: records are kept for ${YEARS_KEPT} years`,
    });
  if (to > today)
    faults.push({ pointer: '/to', code: 'invalid-field', detail: `must not lie after today, ${today}` });
  if (to < from) faults.push({ pointer: '/to', code: 'dates-reversed', detail: 'must not lie before from' });
  if (faults.length > 0)
    throw new DomainError('request-invalid', 'These days cannot be asked about.', faults);
  return { from, to };
}
