// Flow lanes as SVG. What is not covered is dashed and says so in words; colours are classes of the style sheet.
import { OwnMarkup } from '../common/markup/own-markup';
import { element, image, text } from '../reports/markup/svg';
import { HEAD, type FlowLanes, type LaneArrow, type LaneColumn } from './flow-lanes';

const LINE = 13;
const TIP = 7;

/** @param told for those who do not see it */
export function drawFlowLanes(
  { width, height, columns, arrows }: FlowLanes,
  { id, title, description }: { id: string; title: string; description: string },
): OwnMarkup {
  const shapes = [
    ...columns.flatMap((column) => columnShapes(column, height)),
    ...arrows.flatMap(arrowShapes),
  ];
  return new OwnMarkup(
    image(
      { id, class: 'flow-lanes', viewBox: `0 0 ${width} ${height}`, width, height },
      title,
      description,
      shapes,
    ),
  );
}

function columnShapes({ x, width, boundary, party, name, country }: LaneColumn, height: number): string[] {
  const middle = x + width / 2;
  const word = (y: number, of: string, words: string): string =>
    text({ x: middle, y, class: of, 'text-anchor': 'middle' }, words);
  return [
    element('rect', {
      x: x + 2,
      y: 1,
      width: width - 4,
      height: height - 2,
      rx: 6,
      class: `boundary boundary-${party}`,
    }),
    word(15, 'boundary-word', boundary),
    ...name.map((line, place) => word(32 + place * LINE, 'party-word', line)),
    ...country.map((line, place) => word(HEAD - 8 - (country.length - 1 - place) * LINE, 'quiet-word', line)),
    element('path', { d: `M${middle} ${HEAD}V${height - 6}`, class: 'lane-line' }),
  ];
}

function arrowShapes({ from, to, y, words, isUncovered }: LaneArrow): string[] {
  const direction = to >= from ? 1 : -1;
  const of = isUncovered ? 'uncovered' : 'covered';
  const head = `M${to} ${y}l${-direction * TIP} -4v8z`;
  const line = from === to ? `M${from} ${y}h-14v8h14` : `M${from} ${y}H${to - direction * TIP}`;
  return [
    element('path', { d: line, class: `arrow ${of}` }),
    element('path', { d: head, class: `tip ${of}` }),
    text({ x: (from + to) / 2, y: y - 5, class: `arrow-word ${of}`, 'text-anchor': 'middle' }, words),
  ];
}
