// Appendix A for one service: every contribution to every threat, and the gates whose floor does not hold, with the reason.
import { gatesThatRest, type RestingGate } from './gates.presenter';
import type { OrderedService } from './service-order';
import { threatView, type ThreatView } from './threat.presenter';

export interface WorkingsView {
  anchor: string;
  number: string;
  service: string;
  serviceAnchor: string;
  serviceNumber: string;
  threats: ThreatView[];
  gates: RestingGate[];
}

/** Of the service at `position`, or of its threat at `index`. */
export function workingsAnchorOf(position: number, index?: number): string {
  return index === undefined ? `workings-${position}` : `workings-${position}-${index + 1}`;
}

export function workingsView({ result, position }: OrderedService): WorkingsView {
  return {
    anchor: workingsAnchorOf(position),
    number: `A.${position}`,
    service: result.service.name,
    serviceAnchor: `service-${position}`,
    serviceNumber: `4.${position}`,
    threats: result.threats.map((threat, index) =>
      threatView(threat, result, workingsAnchorOf(position, index)),
    ),
    gates: gatesThatRest(result.gates),
  };
}
