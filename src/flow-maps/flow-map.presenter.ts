// Where data goes, as pages tell it: a drawing where it can be read, and every flow in plain words.
import { isWayUnknown, ownSystems } from '../assets/own-systems';
import type { CalendarDate } from '../common/calendar-date';
import type { OwnMarkup } from '../common/markup/own-markup';
import type { GraphLayout } from '../reports/security-risk-assessment/data-flow-diagram/draw-diagram';
import { drawFlows, isOneDrawing } from '../reports/security-risk-assessment/data-flow-diagram/draw-flows';
import {
  flowView,
  numberedFlows,
  type FlowView,
  type NumberedFlow,
} from '../reports/security-risk-assessment/flows.presenter';
import { counted, listed } from '../reports/security-risk-assessment/number-words';
import { drawFlowLanes } from './draw-flow-lanes';
import { flowLanes } from './flow-lanes';
import type { FlowFactsRow } from './flow-facts.query';

export interface FlowLine extends FlowView {
  /** the flow's own id, for the way to its form */
  id: string;
  key: string;
  serviceId: string;
  serviceName: string;
  since: CalendarDate | null;
}

/** The flows of one tool by themselves. */
export interface ToolLanes {
  name: string;
  serviceId: string;
  drawing: OwnMarkup;
  /** "No agreement covers F2."; empty where all is covered */
  uncovered: string;
}

export interface FlowMap {
  flows: FlowLine[];
  /** all in one, for wide screens; null where that could not be read */
  drawing: OwnMarkup | null;
  /** tool by tool: for phones, and where one drawing would be too much. Those with something uncovered first */
  lanes: ToolLanes[];
  /** those that are folded where there are very many */
  moreLanes: ToolLanes[];
  /** "2 of 5 flows go to or from a vendor without an agreement in force: F2, F4."; empty where each has what it needs */
  uncovered: string;
  /** the practice's own systems to which neither a connection nor a flow leads; empty where there is none */
  wayUnknown: string;
}

/** @param id of the drawing within its page */
export function flowMap(facts: FlowFactsRow, asOf: CalendarDate, layout: GraphLayout, id: string): FlowMap {
  const { practiceName, vendors, services, flowsBefore } = facts;
  const keys = services.map(({ key }) => key);
  const ids = new Map(services.map((service) => [service.key, service.id]));
  const numbered = numberedFlows({ dossier: facts, asOf }, keys, flowsBefore);
  const flows = numbered.map((one): FlowLine => {
    const view = flowView(one, practiceName);
    return {
      ...view,
      ...{ id: one.flow.id, key: one.flow.key },
      agreement: one.coverage.state === 'covered' ? `Covered by ${view.agreement}` : view.agreement,
      serviceId: ids.get(one.service.key) as string,
      serviceName: one.service.name,
      since: one.flow.since ?? null,
    };
  });
  const told = { id, title: 'Where data goes' };
  const drawing = isOneDrawing(new Set(numbered.map(({ service }) => service.key)).size, numbered)
    ? drawFlows(layout, numbered, vendors, practiceName, told)
    : null;
  const lanes = lanesByTool(numbered, flows, practiceName, id);
  return {
    ...{ flows, drawing, lanes: lanes.slice(0, MOST_LANES), moreLanes: lanes.slice(MOST_LANES) },
    uncovered: uncoveredWords(flows),
    wayUnknown: listed(
      ownSystems(facts)
        .filter(isWayUnknown)
        .map(({ name }) => name),
    ),
  };
}

function uncoveredWords(flows: readonly FlowLine[]): string {
  const numbers = flows.filter(({ isUncovered }) => isUncovered).map(({ number }) => number);
  if (numbers.length === 0) return '';
  const go = numbers.length === 1 ? 'goes' : 'go';
  return `${numbers.length} of ${counted(flows.length, 'flow')} ${go} to or from a vendor without an agreement in force: ${numbers.join(', ')}.`;
}

/** So many drawings are shown at once. */
const MOST_LANES = 6;

function lanesByTool(
  numbered: readonly NumberedFlow[],
  lines: readonly FlowLine[],
  practiceName: string,
  id: string,
): ToolLanes[] {
  const byTool = new Map<string, { of: NumberedFlow[]; lines: FlowLine[] }>();
  numbered.forEach((one, place) => {
    const tool = byTool.get(one.service.key) ?? { of: [], lines: [] };
    tool.of.push(one);
    tool.lines.push(lines[place] as FlowLine);
    byTool.set(one.service.key, tool);
  });
  const drawn = [...byTool.values()].map(({ of, lines: ofTool }, place): ToolLanes => {
    const { serviceName: name, serviceId } = ofTool[0] as FlowLine;
    const without = ofTool.filter(({ isUncovered }) => isUncovered).map(({ number }) => number);
    const told = {
      id: `${id}-${place + 1}`,
      title: `Where data goes with ${name}`,
      description: ofTool.map(sentence).join(' '),
    };
    return {
      ...{ name, serviceId, drawing: drawFlowLanes(flowLanes(of, practiceName), told) },
      uncovered: without.length > 0 ? `No agreement in force covers ${listed(without)}.` : '',
    };
  });
  return [...drawn].sort((one, other) => Number(one.uncovered === '') - Number(other.uncovered === ''));
}

function sentence({ number, data, from, to, agreement }: FlowLine): string {
  return `${number}: ${data.toLowerCase()} from ${from} to ${to}. ${agreement}.`;
}
