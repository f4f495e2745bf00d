// Likelihood against impact, five by five, as NIST's Table I-2 judges each cell. Every cell says its level in words, so the
// map reads in black and white; the tints only darken with the level.
import { LEVELS, type Level, type LevelMatrix } from '../../common/level';
import { OwnMarkup } from '../../common/markup/own-markup';
import { element, image, text } from '../markup/svg';
import { levelWord } from './level-words';
import { RISK_TINTS } from './palette';

export interface HeatMapMarker {
  /** one to three characters */
  label: string;
  /** what the marker stands for, told to those who cannot see the map */
  name: string;
  likelihood: Level;
  impact: Level;
  /** the level at which a gate holds the risk, when that is above what the cell says */
  heldAt: Level | null;
}

export interface HeatMapFrame {
  /** unique in the report */
  id: string;
  title: string;
  /** a half map stands beside something else, a small one is a half map with flatter cells, a full one takes the width of the page */
  size: 'small' | 'half' | 'full';
}

interface Geometry {
  left: number;
  bottom: number;
  cellWidth: number;
  cellHeight: number;
  perRow: number;
  rows: number;
  /** diameter, and height of the first centre in its cell */
  marker: number;
  firstMarker: number;
}

const GEOMETRIES: Record<HeatMapFrame['size'], Geometry> = {
  small: {
    left: 50,
    bottom: 26,
    cellWidth: 37,
    cellHeight: 31,
    perRow: 3,
    rows: 2,
    marker: 9.8,
    firstMarker: 15.2,
  },
  half: {
    left: 50,
    bottom: 28,
    cellWidth: 38,
    cellHeight: 37,
    perRow: 3,
    rows: 2,
    marker: 11.4,
    firstMarker: 17.2,
  },
  full: {
    left: 54,
    bottom: 30,
    cellWidth: 88,
    cellHeight: 50,
    perRow: 7,
    rows: 3,
    marker: 11.4,
    firstMarker: 17.2,
  },
};

const TOP_DOWN = [...LEVELS].reverse();

export function heatMap(i2: LevelMatrix, markers: readonly HeatMapMarker[], frame: HeatMapFrame): OwnMarkup {
  const geometry = GEOMETRIES[frame.size];
  const width = geometry.left + geometry.cellWidth * 5 + 1;
  const height = geometry.cellHeight * 5 + geometry.bottom;
  const cells = TOP_DOWN.flatMap((likelihood, row) =>
    LEVELS.map((impact, column) => {
      const inCell = markers.filter((one) => one.likelihood === likelihood && one.impact === impact);
      return cell(geometry, row, column, i2[likelihood][impact], inCell);
    }),
  );
  const drawing = image(
    { id: frame.id, class: `heat-map heat-map-${frame.size}`, viewBox: `0 0 ${width} ${height}` },
    frame.title,
    describe(i2, markers),
    [...cells, ...axes(geometry)],
  );
  return new OwnMarkup(drawing);
}

function cell(
  geometry: Geometry,
  row: number,
  column: number,
  level: Level,
  markers: readonly HeatMapMarker[],
): string {
  const x = geometry.left + column * geometry.cellWidth;
  const y = row * geometry.cellHeight;
  const { fill, ink } = RISK_TINTS[level];
  return [
    element('rect', {
      x,
      y,
      width: geometry.cellWidth,
      height: geometry.cellHeight,
      fill,
      stroke: '#fff',
      'stroke-width': 1.2,
    }),
    text(
      { x: x + 3.5, y: y + geometry.firstMarker / 2, 'font-size': 6.4, 'font-weight': 600, fill: ink },
      levelWord(level),
    ),
    ...placed(geometry, markers).map(({ label, dx, dy, isHeld }) =>
      marker(label, x + dx, y + dy, geometry.marker, isHeld),
    ),
  ].join('');
}

/** As many as fit; when more fall into one cell the last place says how many are left. */
function placed(
  geometry: Geometry,
  markers: readonly HeatMapMarker[],
): { label: string; dx: number; dy: number; isHeld: boolean }[] {
  const places = geometry.perRow * geometry.rows;
  const fits = markers.length <= places;
  const shown = fits ? markers : markers.slice(0, places - 1);
  const labels = shown.map((one) => ({ label: one.label, isHeld: one.heldAt !== null }));
  if (!fits) labels.push({ label: `+${markers.length - shown.length}`, isHeld: false });
  return labels.map((one, index) => ({
    ...one,
    dx: geometry.marker / 2 + 2.7 + (index % geometry.perRow) * (geometry.marker + 0.4),
    dy: geometry.firstMarker + Math.floor(index / geometry.perRow) * (geometry.marker + 0.5),
  }));
}

function marker(label: string, x: number, y: number, diameter: number, isHeld: boolean): string {
  const half = diameter / 2;
  const look = { fill: '#fff', stroke: '#1b2126', 'stroke-width': 0.9 };
  const shape = isHeld
    ? element('rect', {
        x: x - half,
        y: y - half,
        width: diameter,
        height: diameter,
        ...look,
        'stroke-width': 1.6,
      })
    : element('circle', { cx: x, cy: y, r: half, ...look });
  const size = (label.length > 2 ? 0.44 : label.length > 1 ? 0.55 : 0.61) * diameter;
  return (
    shape +
    text(
      {
        x,
        y: y + size * 0.35,
        'font-size': size,
        'font-weight': 700,
        fill: '#1b2126',
        'text-anchor': 'middle',
      },
      label,
    )
  );
}

function axes({ left, cellWidth, cellHeight }: Geometry): string[] {
  const label = { 'font-size': 7, fill: '#4a545d' };
  const title = { 'font-size': 7.4, 'font-weight': 600, fill: '#1b2126', 'text-anchor': 'middle' };
  const middle = cellHeight * 2.5;
  return [
    ...TOP_DOWN.map((level, row) =>
      text(
        { x: left - 4, y: (row + 0.5) * cellHeight + 2.4, 'text-anchor': 'end', ...label },
        levelWord(level),
      ),
    ),
    ...LEVELS.map((level, column) =>
      text(
        { x: left + (column + 0.5) * cellWidth, y: cellHeight * 5 + 10, 'text-anchor': 'middle', ...label },
        levelWord(level),
      ),
    ),
    text({ x: left + cellWidth * 2.5, y: cellHeight * 5 + 23, ...title }, 'Impact'),
    text({ x: 8, y: middle, transform: `rotate(-90 8 ${middle})`, ...title }, 'Likelihood'),
  ];
}

function describe(i2: LevelMatrix, markers: readonly HeatMapMarker[]): string {
  if (markers.length === 0) return 'Nothing is placed on the map.';
  return markers
    .map(({ label, name, likelihood, impact, heldAt }) => {
      const held = heldAt ? `, held at ${levelWord(heldAt).toLowerCase()} by a gate` : '';
      const risk = levelWord(i2[likelihood][impact]).toLowerCase();
      return `${label}, ${name}: likelihood ${levelWord(likelihood).toLowerCase()}, impact ${levelWord(impact).toLowerCase()}, risk ${risk}${held}.`;
    })
    .join(' ');
}
