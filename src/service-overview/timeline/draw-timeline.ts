// The timeline as SVG: forms and words tell everything, colour only helps. Its colours are classes of the style sheet, so that it is right in light,
// in dark and on paper.
import { OwnMarkup } from '../../common/markup/own-markup';
import { element, image, text } from '../../reports/markup/svg';
import { shortened } from '../../reports/markup/shortened';
import { BAR_HEIGHT, type Lane, type Mark, type TimelineLayout } from './timeline-layout';

/** Width of a letter of a title, in units of the drawing. */
const LETTER = 6.6;
const PAD = 8;

/** @param told title and what is to be seen, for those who do not see it */
export function drawTimeline(
  layout: TimelineLayout,
  { id, title, description }: { id: string; title: string; description: string },
): OwnMarkup {
  const { width, height, years, todayX, lanes } = layout;
  const foot = height - 20;
  const shapes = [
    element('defs', {}, [
      element('pattern', { id: `${id}-hatch`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, [
        element('rect', { width: 6, height: 6, class: 'gap-ground' }),
        element('path', { d: 'M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3', class: 'gap-hatch' }),
      ]),
    ]),
    ...years.flatMap(({ x, label }) => [
      element('path', { d: `M${x} 6V${foot}`, class: 'year' }),
      ...(label ? [text({ x: x + 3, y: height - 6, class: 'quiet-word' }, label)] : []),
    ]),
    ...lanes.flatMap((lane) => laneShapes(lane, width, `${id}-hatch`)),
    element('path', { d: `M${todayX} 14V${foot}`, class: 'today' }),
    text(
      { x: Math.min(Math.max(todayX, 16), width - 16), y: 11, class: 'today-word', 'text-anchor': 'middle' },
      'today',
    ),
  ];
  const viewBox = `${-PAD} 0 ${width + 2 * PAD} ${height}`;
  return new OwnMarkup(image({ id, class: 'timeline', viewBox }, title, description, shapes));
}

function laneShapes({ title, y, bars, marks, gaps }: Lane, width: number, hatch: string): string[] {
  return [
    text({ x: 0, y: y - 5, class: 'lane-word' }, shortened(title, Math.floor(width / LETTER))),
    element('path', { d: `M0 ${y + BAR_HEIGHT / 2}H${width}`, class: 'lane-line' }),
    ...bars.map((bar) =>
      element('rect', { x: bar.x, y, width: bar.width, height: BAR_HEIGHT, class: `bar-${bar.kind}` }),
    ),
    ...gaps.flatMap((gap) => [
      element('rect', {
        x: gap.x,
        y: y - 2,
        width: gap.width,
        height: BAR_HEIGHT + 4,
        class: 'gap',
        fill: `url(#${hatch})`,
      }),
      ...gapWords(gap, y),
    ]),
    ...marks.map((mark) => markShape(mark, y)),
  ];
}

function gapWords({ wordsX, words }: Lane['gaps'][number], y: number): string[] {
  if (words === '') return [];
  return [text({ x: wordsX, y: y + BAR_HEIGHT + 14, class: 'gap-word', 'text-anchor': 'middle' }, words)];
}

/** Each kind has a form of its own. */
function markShape({ x, kind }: Mark, y: number): string {
  const middle = y + BAR_HEIGHT / 2;
  switch (kind) {
    case 'start':
      return element('path', { d: `M${x} ${y - 3}V${y + BAR_HEIGHT + 3}`, class: 'mark-edge' });
    case 'end':
      return element('path', { d: `M${x - 4} ${middle - 4}l8 8m0-8l-8 8`, class: 'mark-end' });
    case 'amendment':
      return element('path', { d: `M${x} ${middle - 6}l6 6-6 6-6-6z`, class: 'mark-amendment' });
    case 'renewal':
      return element('circle', { cx: x, cy: middle, r: 4.5, class: 'mark-renewal' });
    case 'notice':
      return element('path', { d: `M${x} ${y + BAR_HEIGHT + 3}V${y - 4}l8 3.5-8 3.5`, class: 'mark-notice' });
    case 'flow':
    case 'gap':
    case 'step':
      return element('circle', { cx: x, cy: middle, r: 2.5, class: 'mark-step' });
  }
}
