// Lays a diagram out with Graphviz (WebAssembly, no process, no network) and makes the drawing fit a page.
import { instance, type Viz } from '@viz-js/viz';

import { OwnMarkup } from '../../../common/markup/own-markup';
import { image } from '../../markup/svg';
import type { Diagram } from './diagram';
import { graphOf, type Direction } from './graphviz-graph';

/** Lays out a graph; `errors` may be there although the status says success. */
export type GraphLayout = Pick<Viz, 'render'>;

export async function loadGraphLayout(): Promise<GraphLayout> {
  return instance();
}

export interface DrawnDiagram {
  svg: OwnMarkup;
  direction: Direction;
  /** share of the natural size at which it is printed; text of 10 pt stays readable down to about 0.65 */
  scale: number;
}

/** The room on a US Letter page, in points. */
const ROOM = { width: 493, height: 520 };
const COMFORTABLE = 0.72;

/**
 * Left to right when that is readable, otherwise whichever direction can be printed larger. Any error that Graphviz reports
 * counts as failure, whatever its status says: it draws boxes over each other and calls that success. Null when both fail.
 */
export function drawDiagram(
  layout: GraphLayout,
  diagram: Diagram,
  told: { id: string; title: string; description: string },
): DrawnDiagram | null {
  const wide = laidOut(layout, diagram, 'LR');
  if (wide && wide.scale >= COMFORTABLE) return drawn(wide, told);
  const tall = laidOut(layout, diagram, 'TB');
  const best = [wide, tall].filter((one) => one !== null).sort((one, other) => other.scale - one.scale)[0];
  return best ? drawn(best, told) : null;
}

interface LaidOut {
  direction: Direction;
  inside: string;
  viewBox: string;
  width: number;
  height: number;
  scale: number;
}

const FRAME = /<svg width="([\d.]+)pt" height="([\d.]+)pt"\s+viewBox="([^"]+)"[^>]*>([^]*)<\/svg>/;

function laidOut(layout: GraphLayout, diagram: Diagram, direction: Direction): LaidOut | null {
  const result = layout.render(graphOf(diagram, direction), { format: 'svg' });
  if (result.status !== 'success' || result.errors.some(isFailure)) return null;
  const frame = FRAME.exec(result.output);
  if (!frame) return null;
  const [width, height] = [Number(frame[1]), Number(frame[2])];
  const scale = Math.min(1, ROOM.width / width, ROOM.height / height);
  return { direction, inside: tidied(frame[4] ?? ''), viewBox: frame[3] ?? '', width, height, scale };
}

function drawn(
  { direction, inside, viewBox, width, height, scale }: LaidOut,
  told: { id: string; title: string; description: string },
): DrawnDiagram {
  const attributes = {
    id: told.id,
    class: 'data-flow-diagram',
    viewBox,
    width: `${(width * scale).toFixed(1)}pt`,
    height: `${(height * scale).toFixed(1)}pt`,
  };
  return { svg: new OwnMarkup(image(attributes, told.title, told.description, [inside])), direction, scale };
}

/** It says once per process that it does not know how wide an accented letter is: the graph's widths see to that. */
function isFailure({ message }: { message: string }): boolean {
  return !message.includes('no value for width of non-ASCII character');
}

/** Takes out what would clash between two drawings in one page (ids), tool tips that only name our ids, and the layout font. */
function tidied(svg: string): string {
  return svg
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<title>[^]*?<\/title>/g, '')
    .replace(/ id="[^"]*"/g, '')
    .replace(/ font-family="Arial"/g, '')
    .replace(/\n+/g, '\n');
}
