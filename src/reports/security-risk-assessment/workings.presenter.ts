// The workings of one service, or of the practice itself: every contribution to every threat, and the gates whose floor does not
// hold, with the reason.
import { gatesThatRest, type RestingGate } from './gates.presenter';
import type { PracticeResult } from '../../assessments/scoring/practice-result';
import type { Section } from './sections';
import type { OrderedService } from './service-order';
import { threatView, type ThreatView } from './threat.presenter';
import { unknownRows, type UnknownRow } from './unknowns.presenter';

/** Numbers of the sections that the workings belong to and stand in. */
export interface WorkingsPlace {
  workings: Section | null;
  services: Section | null;
  practice: Section | null;
}

export interface WorkingsView {
  anchor: string;
  number: string;
  service: string;
  serviceAnchor: string;
  /** how a sentence refers to the decision and levels */
  serviceCalled: string;
  threats: ThreatView[];
  gates: RestingGate[];
  /** every fact that is not known */
  unknowns: UnknownRow[];
}

/** Of the service at `position`, or of its threat at `index`. */
export function workingsAnchorOf(position: number, index?: number): string {
  return index === undefined ? `workings-${position}` : `workings-${position}-${index + 1}`;
}

export function workingsView(
  { result, position }: OrderedService,
  { workings, services }: WorkingsPlace,
): WorkingsView {
  return {
    anchor: workingsAnchorOf(position),
    number: `${workings?.number}.${position}`,
    service: result.service.name,
    serviceAnchor: `service-${position}`,
    serviceCalled: `section ${services?.number}.${position}`,
    threats: result.threats.map((threat, index) =>
      threatView(threat, result, workingsAnchorOf(position, index)),
    ),
    gates: gatesThatRest(result.gates),
    unknowns: unknownRows(result.unknowns),
  };
}

export function practiceWorkingsAnchor(index?: number): string {
  return index === undefined ? 'workings-practice' : `workings-practice-${index + 1}`;
}

export function workingsOfPractice(
  result: PracticeResult,
  name: string,
  position: number,
  { workings, practice }: WorkingsPlace,
): WorkingsView {
  return {
    anchor: practiceWorkingsAnchor(),
    number: `${workings?.number}.${position}`,
    service: name,
    serviceAnchor: practice?.anchor ?? '',
    serviceCalled: practice?.called ?? '',
    threats: result.threats.map((threat, index) =>
      threatView(threat, { gates: [] }, practiceWorkingsAnchor(index)),
    ),
    gates: [],
    unknowns: [],
  };
}
