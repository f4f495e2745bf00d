// From numbered flows to a diagram: one boundary each for clients, the practice, every vendor and those behind it.
import type { DossierVendor } from '../../../dossiers/dossier.document';
import type { Party } from '../../../data-flows/data-flow.fields';
import { flowView, type NumberedFlow } from '../flows.presenter';
import type { Diagram, DiagramFlow, DiagramNode, TrustBoundary } from './diagram';

export function diagramOf(
  flows: readonly NumberedFlow[],
  vendors: readonly Pick<DossierVendor, 'key' | 'name'>[],
  practiceName: string,
): Diagram {
  const boundaries = new Map<string, TrustBoundary>();
  const ids = new Map<string, string>();

  function place(
    boundaryKey: string,
    boundaryLabel: string,
    node: Omit<DiagramNode, 'id'>,
    nodeKey: string,
  ): string {
    const known = ids.get(nodeKey);
    if (known) return known;
    const boundary = boundaries.get(boundaryKey) ?? {
      id: `b${boundaries.size + 1}`,
      label: boundaryLabel,
      nodes: [],
    };
    boundaries.set(boundaryKey, boundary);
    const id = `n${ids.size + 1}`;
    ids.set(nodeKey, id);
    boundary.nodes.push({ id, ...node });
    return id;
  }

  function endOf({ flow, service }: NumberedFlow, end: 'from' | 'to', name: string): string {
    const { party, subcontractor } = flow[end];
    const vendor = vendors.find((one) => one.key === service.vendor)?.name ?? service.vendor;
    switch (party) {
      case 'clients':
        return place('clients', 'Outside the practice', { label: name, kind: 'clients' }, 'clients');
      case 'practice':
        return place('practice', 'The practice', { label: name, kind: 'practice' }, 'practice');
      case 'service':
        return place(
          `vendor ${service.vendor}`,
          `Vendor: ${vendor}`,
          { label: name, kind: 'service' },
          `service ${service.key}`,
        );
      case 'subcontractor':
        return place(
          `behind ${service.vendor}`,
          `Subcontractors of ${vendor}`,
          { label: name, kind: 'subcontractor' },
          `behind ${service.vendor} ${subcontractor ?? ''}`,
        );
    }
  }

  const drawnFlows = flows.map((one): DiagramFlow => {
    const view = flowView(one, practiceName);
    return {
      from: endOf(one, 'from', view.from),
      to: endOf(one, 'to', view.to),
      number: one.number,
      data: view.data,
      kind: kindOf(one.coverage.state),
      comesBack: DEPTH[one.flow.from.party] > DEPTH[one.flow.to.party],
    };
  });
  return { boundaries: [...boundaries.values()], flows: drawnFlows };
}

/** How far from the practice a party is. */
const DEPTH: Record<Party, number> = { clients: 0, practice: 0, service: 1, subcontractor: 2 };

function kindOf(state: NumberedFlow['coverage']['state']): DiagramFlow['kind'] {
  if (state === 'covered' || state === 'uncovered' || state === 'exception') return state;
  return 'plain';
}
