// Numbered flows as one drawing, with the same told in sentences to those who do not see it. Reports and pages draw by this.
import type { OwnMarkup } from '../../../common/markup/own-markup';
import type { DossierVendor } from '../../../dossiers/dossier.document';
import { flowView, type FlowView, type NumberedFlow } from '../flows.presenter';
import { diagramOf } from './diagram-of-flows';
import { drawDiagram, type GraphLayout } from './draw-diagram';

const SERVICES_IN_ONE_DRAWING = 5;
const FLOWS_IN_ONE_DRAWING = 14;
const READABLE_SCALE = 0.62;

/** Whether the flows of so many services are few enough for one drawing. */
export function isOneDrawing(services: number, flows: readonly NumberedFlow[]): boolean {
  return services <= SERVICES_IN_ONE_DRAWING && flows.length <= FLOWS_IN_ONE_DRAWING;
}

/** Null when there is nothing to draw, or the drawing would be too small to read. */
export function drawFlows(
  layout: GraphLayout,
  flows: readonly NumberedFlow[],
  vendors: readonly Pick<DossierVendor, 'key' | 'name'>[],
  practiceName: string,
  { id, title }: { id: string; title: string },
): OwnMarkup | null {
  if (flows.length === 0) return null;
  const description = flows.map((one) => flowSentence(flowView(one, practiceName))).join(' ');
  const drawn = drawDiagram(layout, diagramOf(flows, vendors, practiceName), { id, title, description });
  return drawn && drawn.scale >= READABLE_SCALE ? drawn.svg : null;
}

function flowSentence({ number, data, from, to, isUncovered, agreement }: FlowView): string {
  return `${number}: ${data.toLowerCase()} from ${from} to ${to}. ${isUncovered ? 'No agreement in force' : agreement}.`;
}
