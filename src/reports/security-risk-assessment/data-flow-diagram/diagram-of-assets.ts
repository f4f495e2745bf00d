// The inventory as a drawing: places and companies are boundaries, what holds client data and what is not protected says so in words, connections are numbered as in
// the table below. Laid out like the data-flow diagram.
import type { OwnMarkup } from '../../../common/markup/own-markup';
import type { AssetRow, ConnectionRow, PlaceRow } from '../inventory-rows';
import type { Diagram, TrustBoundary } from './diagram';
import { drawDiagram, type GraphLayout } from './draw-diagram';

const ASSETS_IN_ONE_DRAWING = 16;
const CONNECTIONS_IN_ONE_DRAWING = 16;
const READABLE_SCALE = 0.6;

export interface DrawnInventory {
  places: readonly Pick<PlaceRow, 'key' | 'name' | 'assets'>[];
  connections: readonly ConnectionRow[];
}

/** Null when there is nothing to draw, or so much that nobody could read it: the tables hold it all. */
export function drawInventory(
  layout: GraphLayout,
  { places, connections }: DrawnInventory,
  { id, title }: { id: string; title: string },
): OwnMarkup | null {
  const assets = places.flatMap((place) => place.assets);
  if (assets.length === 0 || assets.length > ASSETS_IN_ONE_DRAWING) return null;
  if (connections.length > CONNECTIONS_IN_ONE_DRAWING) return null;
  const description = [
    ...places.flatMap((place) => place.assets.map((asset) => sentence(place.name, asset))),
    ...connections.map(({ number, from, to, protection }) => `${number}: ${from} to ${to}, ${protection}.`),
  ].join(' ');
  const drawn = drawDiagram(layout, diagramOfAssets({ places, connections }), { id, title, description });
  return drawn && drawn.scale >= READABLE_SCALE ? drawn.svg : null;
}

function sentence(place: string, { name, mark }: AssetRow): string {
  return `${name}, ${place}: ${mark}.`;
}

export function diagramOfAssets({ places, connections }: DrawnInventory): Diagram {
  const ids = new Map<string, string>();
  const idOf = (end: string): string => {
    const known = ids.get(end) ?? `n${ids.size + 1}`;
    ids.set(end, known);
    return known;
  };
  const boundaries = places.flatMap((place, index): TrustBoundary[] => {
    // A connection may lead to the network of a place, not to a thing in it.
    const isEnd = connections.some(({ toEnd }) => toEnd === `location ${place.key}`);
    const own = isEnd
      ? [{ id: idOf(`location ${place.key}`), label: 'Its network', kind: 'practice' as const }]
      : [];
    const assets = place.assets.map(({ key, name, mark }) => ({
      ...{ id: idOf(`asset ${key}`), label: `${name}: ${mark}`, kind: 'practice' as const },
    }));
    const nodes = [...assets, ...own];
    return nodes.length > 0 ? [{ id: `b${index + 1}`, label: place.name, nodes }] : [];
  });
  const tools = new Map(
    connections.filter(({ toEnd }) => toEnd.startsWith('service ')).map(({ toEnd, to }) => [toEnd, to]),
  );
  if (tools.size > 0)
    boundaries.push({
      id: `b${places.length + 1}`,
      label: 'Tools on record',
      nodes: [...tools].map(([end, label]) => ({ id: idOf(end), label, kind: 'service' })),
    });
  return {
    boundaries,
    flows: connections
      .filter(({ fromEnd, toEnd }) => ids.has(fromEnd) && ids.has(toEnd))
      .map(({ fromEnd, toEnd, number, network, alarm }) => ({
        ...{ from: idOf(fromEnd), to: idOf(toEnd), number, data: network, comesBack: false },
        ...(alarm ? { kind: 'uncovered', mark: alarm } : { kind: 'covered' }),
      })),
  };
}
