// Six years of one service as a strip: days on which every flow was covered by an agreement, days on which one was not, days before
// any data flowed. Told apart by form, so that it reads in black and white.
import type { ServiceAgreementDays } from '../../../assessments/registers/agreement-register';
import { daysBetween, type CalendarDate } from '../../../common/calendar-date';
import { OwnMarkup } from '../../../common/markup/own-markup';
import { element, image, text } from '../../markup/svg';
import { longDate } from '../date-words';
import { counted } from '../number-words';

const WIDTH = 480;
const BAR = { top: 3, height: 11 };
const HEIGHT = 29;
const INK = '#1b2126';

export interface StripFrame {
  id: string;
  name: string;
  /** the days shown, both included */
  from: CalendarDate;
  to: CalendarDate;
}

export function coveredDaysStrip(days: ServiceAgreementDays, { id, name, from, to }: StripFrame): OwnMarkup {
  const whole = daysBetween(from, to) + 1;
  const x = (day: CalendarDate) => round((daysBetween(from, day) / whole) * WIDTH);
  const width = (first: CalendarDate, last: CalendarDate) =>
    round(Math.max(1.2, ((daysBetween(first, last) + 1) / whole) * WIDTH));
  const pattern = `gap-${id}`;
  const shapes = [
    element('defs', {}, [
      element('pattern', { id: pattern, width: 4, height: 4, patternUnits: 'userSpaceOnUse' }, [
        element('rect', { width: 4, height: 4, fill: '#fff' }),
        element('path', { d: 'M-1 1l2-2M0 4l4-4M3 5l2-2', stroke: '#8c2318', 'stroke-width': 1.1 }),
      ]),
    ]),
    element('path', {
      d: `M0 ${BAR.top + BAR.height / 2}H${WIDTH}`,
      stroke: '#c9ced3',
      'stroke-width': 1,
    }),
  ];
  if (days.dataFlowsFrom !== null) {
    shapes.push(bar(x(days.dataFlowsFrom), width(days.dataFlowsFrom, to), { fill: '#14425a' }));
    for (const gap of days.gaps)
      shapes.push(
        bar(x(gap.from), width(gap.from, gap.to), {
          fill: `url(#${pattern})`,
          stroke: '#8c2318',
          'stroke-width': 0.9,
        }),
      );
  }
  shapes.push(...yearMarks(from, to, x));
  return new OwnMarkup(
    image(
      { id, class: 'covered-days', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: '100%' },
      `${name}: days with and without an agreement in force`,
      inWords(days, from, to),
      shapes,
    ),
  );
}

function bar(left: number, wide: number, attributes: Record<string, string | number>): string {
  return element('rect', { x: left, y: BAR.top, width: wide, height: BAR.height, ...attributes });
}

/** A mark at each New Year's Day. */
function yearMarks(from: CalendarDate, to: CalendarDate, x: (day: CalendarDate) => number): string[] {
  const years: string[] = [];
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year += 1) {
    const at = x(`${year}-01-01`);
    years.push(
      element('path', { d: `M${at} ${BAR.top - 2}v${BAR.height + 4}`, stroke: '#fff', 'stroke-width': 1.4 }),
      element('path', { d: `M${at} ${BAR.top - 2}v${BAR.height + 4}`, stroke: INK, 'stroke-width': 0.4 }),
      text(
        { x: Math.min(at + 2, WIDTH - 18), y: HEIGHT - 2, 'font-size': 7.6, fill: '#5b656e' },
        String(year),
      ),
    );
  }
  return years;
}

function inWords(
  { dataFlowsFrom, gaps }: ServiceAgreementDays,
  from: CalendarDate,
  to: CalendarDate,
): string {
  if (dataFlowsFrom === null) return 'No client data flowed to a business associate.';
  const without = gaps.map(
    (gap) => `${longDate(gap.from)} to ${longDate(gap.to)}, ${counted(gap.days, 'day')}`,
  );
  return (
    `From ${longDate(from)} to ${longDate(to)}; data flowed from ${longDate(dataFlowsFrom)} on. ` +
    (without.length > 0
      ? `Without an agreement in force: ${without.join('; ')}.`
      : 'An agreement covered every day.')
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
