// The diagram as Graphviz wants it. It is handed over as an object, not as DOT text, and typed text only ever enters a label,
// with the signs escaped that Graphviz would read as more than letters.
import type { Graph } from '@viz-js/viz';

import { ACCENT, ALARM, INK, MUTED } from '../palette';
import type { Diagram, DiagramFlow, DiagramNode, TrustBoundary } from './diagram';
import { wrapped } from './wrapped-label';

export type Direction = 'LR' | 'TB';

/** Widths are reckoned with Arial's, a little wider than those of the embedded face, so that no label outgrows its box. */
const LAYOUT_FONT = 'Arial';
const LABEL_CHARACTERS = 17;
const FLOW_CHARACTERS = 16;

export function graphOf(diagram: Diagram, direction: Direction): Graph {
  return {
    directed: true,
    graphAttributes: {
      rankdir: direction,
      newrank: true, // without it Graphviz 16 draws clusters over each other and still reports success
      splines: true,
      nodesep: 0.34,
      ranksep: direction === 'LR' ? 0.3 : 0.6,
      fontname: LAYOUT_FONT,
      fontsize: 9,
      pad: 0.08,
      bgcolor: 'transparent',
    },
    nodeAttributes: {
      shape: 'box',
      fontname: LAYOUT_FONT,
      fontsize: 10,
      fontcolor: INK,
      margin: '0.12,0.09',
      penwidth: 1,
    },
    edgeAttributes: { fontname: LAYOUT_FONT, fontsize: 8.5, arrowsize: 0.75 },
    subgraphs: diagram.boundaries.map(clusterOf),
    edges: diagram.flows.map(edgeOf),
  };
}

function clusterOf(boundary: TrustBoundary): NonNullable<Graph['subgraphs']>[number] {
  return {
    name: `cluster_${boundary.id}`,
    graphAttributes: {
      label: label(wrapped(boundary.label, 22, 4)),
      labeljust: 'l',
      style: 'rounded,filled',
      color: '#b9c0c6',
      fillcolor: '#f7f6f2',
      fontcolor: MUTED,
      fontsize: 9,
      margin: 10,
    },
    nodes: boundary.nodes.map((node) => ({ name: node.id, attributes: nodeAttributes(node) })),
  };
}

function nodeAttributes({ label: text, kind }: DiagramNode): Record<string, string | number> {
  const lines = wrapped(text, LABEL_CHARACTERS, 5);
  const shown = { label: label(lines), width: Math.max(0.9, ...lines.map(widthInInches)) };
  if (kind === 'service')
    return { ...shown, style: 'filled', fillcolor: ACCENT, color: ACCENT, fontcolor: '#ffffff' };
  if (kind === 'subcontractor')
    return { ...shown, style: 'filled,dashed', fillcolor: '#ffffff', color: ACCENT };
  return { ...shown, style: 'filled,rounded', fillcolor: '#ffffff', color: INK };
}

function edgeOf(flow: DiagramFlow): NonNullable<Graph['edges']>[number] {
  const data = wrapped(flow.data, FLOW_CHARACTERS, 4);
  const lines: Record<DiagramFlow['kind'], string[]> = {
    covered: [flow.number, ...data],
    plain: [flow.number, ...data],
    uncovered: [`${flow.number}: ${flow.mark ?? 'NO AGREEMENT'}`, ...data],
    exception: [`${flow.number}: exception`, ...data],
  };
  const attributes = { label: label(lines[flow.kind]), ...LINES[flow.kind] };
  // What comes back from a vendor is laid out as if it went there: practice and clients stay on one side, vendors on the other.
  if (flow.comesBack) return { tail: flow.to, head: flow.from, attributes: { ...attributes, dir: 'back' } };
  return { tail: flow.from, head: flow.to, attributes };
}

const LINES: Record<DiagramFlow['kind'], Record<string, string | number>> = {
  covered: { color: ACCENT, fontcolor: INK, penwidth: 1.1 },
  plain: { color: MUTED, fontcolor: INK, penwidth: 0.9 },
  exception: { color: INK, fontcolor: INK, penwidth: 1.1, style: 'dotted' },
  uncovered: { color: ALARM, fontcolor: ALARM, penwidth: 2.4, style: 'dashed' },
};

/**
 * Graphviz takes a letter outside ASCII for as wide as a space. For lines that have one the box is given its width by us:
 * 0.075 in for a letter of 10 pt, 0.15 in for one of the wide scripts, 0.3 in for the margins. Others are left to Graphviz.
 */
function widthInInches(line: string): number {
  if (/^[\x20-\x7e]*$/.test(line)) return 0;
  return [...line].reduce((width, sign) => width + (sign > '\u2e7f' ? 0.15 : 0.075), 0.3);
}

/** Graphviz reads backslashes (\N is the node's name) and entities in a label: both are made plain letters. */
function label(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/&/g, '&amp;').replace(/\\/g, '\\\\')).join('\n');
}
