// Where data goes, as pages tell it: a drawing where it can be read, and every flow in plain words.
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
import { counted } from '../reports/security-risk-assessment/number-words';
import type { FlowFactsRow } from './flow-facts.query';

export interface FlowLine extends FlowView {
  /** the flow's own id, for the way to its form */
  id: string;
  key: string;
  serviceId: string;
  serviceName: string;
  since: CalendarDate | null;
}

export interface FlowMap {
  flows: FlowLine[];
  drawing: OwnMarkup | null;
  /** why there is no drawing, where there are flows */
  noDrawing: string;
  /** "2 of 5 flows go to or from a vendor without an agreement in force: F2, F4."; empty where each has what it needs */
  uncovered: string;
}

/** @param id of the drawing within its page */
export function flowMap(facts: FlowFactsRow, asOf: CalendarDate, layout: GraphLayout, id: string): FlowMap {
  const { practiceName, vendors, services } = facts;
  const keys = services.map(({ key }) => key);
  const ids = new Map(services.map((service) => [service.key, service.id]));
  const numbered = numberedFlows({ dossier: facts, asOf }, keys);
  const flows = numbered.map((one): FlowLine => ({
    ...flowView(one, practiceName),
    ...{ id: one.flow.id, key: one.flow.key },
    agreement: agreementWords(one, practiceName),
    serviceId: ids.get(one.service.key) as string,
    serviceName: one.service.name,
    since: one.flow.since ?? null,
  }));
  const told = { id, title: 'Where data goes' };
  const drawing = isOneDrawing(new Set(numbered.map(({ service }) => service.key)).size, numbered)
    ? drawFlows(layout, numbered, vendors, practiceName, told)
    : null;
  const noDrawing = 'There are too many flows for one drawing that can be read. The list has them all.';
  return {
    flows,
    drawing,
    noDrawing: drawing || flows.length === 0 ? '' : noDrawing,
    uncovered: uncoveredWords(flows),
  };
}

function agreementWords(one: NumberedFlow, practiceName: string): string {
  const { agreement } = flowView(one, practiceName);
  return one.coverage.state === 'covered' ? `Covered by ${agreement}` : agreement;
}

function uncoveredWords(flows: readonly FlowLine[]): string {
  const numbers = flows.filter(({ isUncovered }) => isUncovered).map(({ number }) => number);
  if (numbers.length === 0) return '';
  if (flows.length === 1) return 'The one flow goes to or from a vendor without an agreement in force.';
  const go = numbers.length === 1 ? 'goes' : 'go';
  return `${numbers.length} of ${counted(flows.length, 'flow')} ${go} to or from a vendor without an agreement in force: ${numbers.join(', ')}.`;
}
