// The whole Security Rule in one picture: an entry a cell, family by family. Each cell says in a word how the entry stands, with a tint and a pattern
// of its own, so that it reads in black and white.
import { OwnMarkup } from '../../common/markup/own-markup';
import type { ReviewedEntry, SafeguardsReview } from '../../safeguards/safeguards-review';
import { element, image, text } from '../markup/svg';
import { counted } from './number-words';
import { INK, MUTED, RISK_TINTS } from './palette';

export const CELL_LOOKS = [
  'in_place',
  'decided',
  'contradicted',
  'partly',
  'not_in_place',
  'open',
  'not_applicable',
] as const;
export type CellLook = (typeof CELL_LOOKS)[number];

export const LOOK_WORDS: Readonly<Record<CellLook, { cell: string; told: string }>> = {
  in_place: { cell: 'in place', told: 'in place' },
  decided: { cell: 'decided', told: 'addressable, decided otherwise' },
  contradicted: { cell: 'doubtful', told: 'contradicted by the records' },
  partly: { cell: 'partly', told: 'partly in place' },
  not_in_place: { cell: 'missing', told: 'not in place' },
  open: { cell: 'open', told: 'open' },
  not_applicable: { cell: 'n/a', told: 'does not apply' },
};

interface Look {
  fill: string;
  ink: string;
  /** strokes over the tint, in a square of six; none for a plain one */
  strokes: string | null;
  dashed?: boolean;
}

const PALE = '#d9e4ea';
const LOOKS: Readonly<Record<CellLook, Look>> = {
  in_place: { fill: PALE, ink: INK, strokes: null },
  decided: { fill: PALE, ink: INK, strokes: 'M0 6L6 0' },
  contradicted: { ...RISK_TINTS.moderate, strokes: 'M1 1H2M4 4H5' },
  partly: { ...RISK_TINTS.moderate, strokes: null },
  not_in_place: { ...RISK_TINTS.high, strokes: null },
  open: { fill: '#ffffff', ink: INK, strokes: null, dashed: true },
  not_applicable: { fill: '#ffffff', ink: MUTED, strokes: null },
};

const CELL = { width: 40, height: 21, perRow: 12 } as const;
const HEAD = 13;
const KEY_HEIGHT = 14;

export function lookOf({ state, gap, decision }: ReviewedEntry): CellLook {
  if (gap === 'contradicted') return 'contradicted';
  if (decision) return 'decided';
  if (state === 'unknown' || state === 'not_answered' || state === 'role_not_stated') return 'open';
  return state;
}

export function safeguardGrid({ families, entries }: SafeguardsReview, id: string): OwnMarkup {
  const drawn: string[] = [];
  let y = 0;
  for (const { id: family, title } of families) {
    const own = entries.filter((entry) => entry.family === family);
    const section = own[0]?.entry.split('(')[0] ?? '';
    const heading = `${title}, 45 CFR ${section}`;
    drawn.push(text({ x: 0, y: y + 9, 'font-size': 7.4, 'font-weight': 600, fill: INK }, heading));
    y += HEAD;
    drawn.push(...own.map((entry, place) => cell(entry, place, y, id)));
    y += Math.ceil(own.length / CELL.perRow) * CELL.height + 4;
  }
  const shown = CELL_LOOKS.filter((look) => entries.some((entry) => lookOf(entry) === look));
  drawn.push(...key(shown, y + 4, id));
  const height = y + 4 + Math.ceil(shown.length / KEYS_PER_ROW) * KEY_HEIGHT;
  return new OwnMarkup(
    image(
      { id, class: 'safeguard-grid', viewBox: `0 0 ${CELL.width * CELL.perRow + 1} ${height}` },
      'Every entry of the Security Rule by how it stands',
      described(families, entries),
      [element('defs', {}, patterns(id)), ...drawn],
    ),
  );
}

function cell(entry: ReviewedEntry, place: number, top: number, id: string): string {
  const look = lookOf(entry);
  const x = (place % CELL.perRow) * CELL.width + 0.5;
  const y = top + Math.floor(place / CELL.perRow) * CELL.height;
  const { ink } = LOOKS[look];
  const label = entry.entry.replace(/^164\.\d+/, '');
  const middle = x + CELL.width / 2 - 0.75;
  const words = { x: middle, 'text-anchor': 'middle', fill: ink };
  return [
    box(look, x, y, CELL.width - 1.5, CELL.height - 1.5, id),
    text({ ...words, y: y + 8.2, 'font-size': label.length > 11 ? 5.6 : 6.4, 'font-weight': 600 }, label),
    text({ ...words, y: y + 16, 'font-size': 6.2 }, LOOK_WORDS[look].cell),
  ].join('');
}

function box(look: CellLook, x: number, y: number, width: number, height: number, id: string): string {
  const { fill, strokes, dashed } = LOOKS[look];
  const at = { x, y, width, height };
  const edge = { stroke: MUTED, 'stroke-width': 0.5, ...(dashed ? { 'stroke-dasharray': '2 1.4' } : {}) };
  return [
    element('rect', { ...at, fill, ...edge }),
    ...(strokes ? [element('rect', { ...at, fill: `url(#${id}-${look})` })] : []),
  ].join('');
}

function patterns(id: string): string[] {
  return CELL_LOOKS.flatMap((look) => {
    const { strokes } = LOOKS[look];
    if (!strokes) return [];
    const line = element('path', {
      d: strokes,
      stroke: INK,
      'stroke-width': 0.5,
      opacity: 0.55,
      fill: 'none',
    });
    const square = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
    return [element('pattern', { id: `${id}-${look}`, ...square }, [line])];
  });
}

const KEYS_PER_ROW = 3;

function key(looks: readonly CellLook[], top: number, id: string): string[] {
  const width = (CELL.width * CELL.perRow) / KEYS_PER_ROW;
  return looks.map((look, place) => {
    const x = (place % KEYS_PER_ROW) * width + 0.5;
    const y = top + Math.floor(place / KEYS_PER_ROW) * KEY_HEIGHT;
    const { cell: short, told } = LOOK_WORDS[look];
    const words = short === told ? told : `${short}: ${told}`;
    return box(look, x, y, 12, 8, id) + text({ x: x + 16, y: y + 6.6, 'font-size': 6.6, fill: INK }, words);
  });
}

/** "Administrative safeguards: 12 in place, 3 partly in place." For those who cannot see the picture; the table says it entry by entry. */
function described(families: SafeguardsReview['families'], entries: readonly ReviewedEntry[]): string {
  return families
    .map(({ id, title }) => {
      const own = entries.filter(({ family }) => family === id);
      const told = CELL_LOOKS.flatMap((look) => {
        const count = own.filter((entry) => lookOf(entry) === look).length;
        return count > 0 ? [`${count} ${LOOK_WORDS[look].told}`] : [];
      });
      return `${title}, ${counted(own.length, 'entry', 'entries')}: ${told.join(', ')}.`;
    })
    .join(' ');
}
