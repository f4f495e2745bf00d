// The clocks of an incident as a picture: a lane for each duty with a last day, from the day on which its time began. Forms tell what colours tell, and the list of
// duties beside it tells the same in words.
import { addDays, daysBetween, type CalendarDate } from '../common/calendar-date';
import { OwnMarkup } from '../common/markup/own-markup';
import type { DutyStanding } from '../incidents/duty-standing';
import { element, image, text } from '../reports/markup/svg';
import { shortened } from '../reports/markup/shortened';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { byWhen } from './duty-words';

export interface ClockLane {
  readonly title: string;
  readonly duty: DutyStanding;
}

export interface ClockPicture {
  wide: OwnMarkup;
  narrow: OwnMarkup;
}

const WIDE = 760;
const NARROW = 330;
const TOP = 22;
const LANE = 46;
const TITLE = 18;
const BAR = 14;
const FOOT = 22;
const PAD = 8;
const LETTER = 6.6;

/** @returns null where no duty has a day */
export function incidentTimeline(lanes: readonly ClockLane[], today: CalendarDate): ClockPicture | null {
  const dated = lanes.filter(({ duty }) => duty.since !== null && duty.dueOn !== null);
  if (dated.length === 0) return null;
  return {
    wide: drawn(dated, today, 'clocks-wide', WIDE),
    narrow: drawn(dated, today, 'clocks-narrow', NARROW),
  };
}

function drawn(lanes: readonly ClockLane[], today: CalendarDate, id: string, width: number): OwnMarkup {
  const days = lanes
    .flatMap(({ duty }) => [duty.since, duty.dueOn, duty.doneOn])
    .filter((day) => day !== null);
  const from = addDays([...days, today].sort()[0] as CalendarDate, -3);
  const to = addDays([...days, today].sort().at(-1) as CalendarDate, 3);
  const x = (day: CalendarDate) =>
    Math.round((daysBetween(from, day) / daysBetween(from, to)) * width * 10) / 10;
  const height = TOP + lanes.length * LANE + FOOT;
  const foot = height - 20;
  const shapes = [
    ...lanes.flatMap((lane, place) => laneShapes(lane, TOP + place * LANE + TITLE, { x, width, today })),
    element('path', { d: `M${x(today)} 14V${foot}`, class: 'today' }),
    text(
      {
        x: Math.min(Math.max(x(today), 16), width - 16),
        y: 11,
        class: 'today-word',
        'text-anchor': 'middle',
      },
      'today',
    ),
    text({ x: 0, y: height - 6, class: 'quiet-word' }, shortDate(from)),
    text({ x: width, y: height - 6, class: 'quiet-word', 'text-anchor': 'end' }, shortDate(to)),
  ];
  const description = lanes.map(({ title, duty }) => `${title}: ${byWhen(duty)}.`).join(' ');
  const viewBox = `${-PAD} 0 ${width + 2 * PAD} ${height}`;
  return new OwnMarkup(
    image({ id, class: 'timeline', viewBox }, 'The clocks of the incident', description, shapes),
  );
}

/** The whole time outlined, full as far as it ran: to this day, or until it was done. A cross on the last day that was missed, a circle where it was done. */
function laneShapes(
  { title, duty }: ClockLane,
  y: number,
  { x, width, today }: { x: (day: CalendarDate) => number; width: number; today: CalendarDate },
): string[] {
  const [since, dueOn] = [duty.since as CalendarDate, duty.dueOn as CalendarDate];
  const middle = y + BAR / 2;
  const ranUntil = [duty.doneOn ?? today, dueOn].sort()[0] as CalendarDate;
  const bar = (until: CalendarDate) => ({
    ...{ y, height: BAR, x: x(since), width: Math.max(2, Math.round((x(until) - x(since)) * 10) / 10) },
  });
  const isLate = duty.standing === 'overdue' || duty.standing === 'done_late';
  return [
    text({ x: 0, y: y - 5, class: 'lane-word' }, shortened(title, Math.floor(width / LETTER))),
    element('path', { d: `M0 ${middle}H${width}`, class: 'lane-line' }),
    element('rect', { ...bar(dueOn), class: 'bar-to_come' }),
    element('rect', { ...bar(ranUntil), class: 'bar-in_force' }),
    isLate
      ? element('path', { d: `M${x(dueOn) - 4} ${middle - 4}l8 8m0-8l-8 8`, class: 'mark-end' })
      : element('path', { d: `M${x(dueOn)} ${y - 3}V${y + BAR + 3}`, class: 'mark-edge' }),
    ...(duty.doneOn
      ? [element('circle', { cx: x(duty.doneOn), cy: middle, r: 4.5, class: 'mark-renewal' })]
      : []),
  ];
}
