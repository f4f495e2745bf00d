// The course of an incident: its days in an order that can be, nothing claimed without its ground, and closed only once nothing that the practice owes is left.
import type { FaultCode } from '../../common/problems/fault-codes';
import { openFactorsOf } from '../../incidents/breach-standing';
import { incidentClocks, leftToDo } from '../../incidents/incident-clocks';
import type { IncidentFields } from '../../incidents/incident.fields';
import { eachOf, fault, type CoherenceRule } from './rule';

type DayField =
  | 'happenedOn'
  | 'happenedUntil'
  | 'knownOn'
  | 'shouldHaveBeenKnownOn'
  | 'vendorDiscoveredOn'
  | 'vendorToldOn'
  | 'closedOn';

/** Pairs of days of which the first may not lie before the second; the fault points at the first. */
const IN_ORDER: readonly (readonly [later: DayField, earlier: DayField])[] = [
  ['happenedUntil', 'happenedOn'],
  ['knownOn', 'happenedOn'],
  ['shouldHaveBeenKnownOn', 'happenedOn'],
  ['vendorDiscoveredOn', 'happenedOn'],
  ['vendorToldOn', 'vendorDiscoveredOn'],
  ['closedOn', 'knownOn'],
];

const incidentDaysInOrder: CoherenceRule = ({ incidents }) =>
  eachOf(incidents, (incident, index) => {
    const at = (detail: string, ...place: (string | number)[]) =>
      fault('dates-reversed', detail, 'incidents', index, ...place);
    const { knownOn, shouldHaveBeenKnownOn, vendorToldOn, conclusion, notices, lawEnforcementDelay } =
      incident;
    return [
      ...IN_ORDER.map(
        ([later, earlier]) =>
          isBefore(incident[later], incident[earlier]) &&
          at(`lies before ${earlier}; correct one of the two`, later),
      ),
      isBefore(vendorToldOn, knownOn) &&
        at(
          'lies after vendorToldOn: what the vendor told, the practice knew; correct one of the two',
          'knownOn',
        ),
      isBefore(knownOn, shouldHaveBeenKnownOn) &&
        at('lies after knownOn; it is for an earlier day only', 'shouldHaveBeenKnownOn'),
      isBefore(conclusion?.decidedOn, knownOn) &&
        at('lies before knownOn; correct one of the two', 'conclusion', 'decidedOn'),
      ...(notices ?? []).map(
        ({ doneOn }, place) =>
          isBefore(doneOn, knownOn) &&
          at('lies before the incident was known; correct one of the two', 'notices', place, 'doneOn'),
      ),
      isBefore(lawEnforcementDelay?.until, lawEnforcementDelay?.statedOn) &&
        at('lies before statedOn; correct one of the two', 'lawEnforcementDelay', 'until'),
    ];
  });

const nothingFromTheFuture: CoherenceRule = ({ incidents }, { asOf }) =>
  eachOf(asOf ? incidents : [], (incident, index) => {
    const detail = `lies after ${asOf}, the date of the assessment; correct it, or assess for a later date`;
    const late = (date: string | null | undefined, ...place: (string | number)[]) =>
      date && date > (asOf as string) && fault('dated-in-the-future', detail, 'incidents', index, ...place);
    const { conclusion, notices, lawEnforcementDelay } = incident;
    return [
      ...DAYS.map((field) => late(incident[field], field)),
      late(conclusion?.decidedOn, 'conclusion', 'decidedOn'),
      late(lawEnforcementDelay?.statedOn, 'lawEnforcementDelay', 'statedOn'),
      ...(notices ?? []).map(({ doneOn }, place) => late(doneOn, 'notices', place, 'doneOn')),
    ];
  });

const DAYS: readonly DayField[] = [
  'happenedOn',
  'happenedUntil',
  'knownOn',
  'shouldHaveBeenKnownOn',
  'vendorDiscoveredOn',
  'vendorToldOn',
  'closedOn',
];

const claimsHaveGrounds: CoherenceRule = ({ incidents }) =>
  eachOf(incidents, (incident, index) => {
    const at = (code: FaultCode, detail: string, ...place: string[]) =>
      fault(code, detail, 'incidents', index, ...place);
    return [
      incident.exception &&
        !incident.exceptionReason &&
        at('reason-missing', 'say why the exception holds for this incident', 'exceptionReason'),
      incident.lawEnforcementDelay?.inWriting &&
        !incident.lawEnforcementDelay.until &&
        at('day-missing', 'say until which day the statement delays notices', 'lawEnforcementDelay', 'until'),
      lacksGround(incident) &&
        at(
          'factors-missing',
          'needs at least one factor that points to a low probability',
          ...['conclusion', 'probability'],
        ),
      lacksFactors(incident) &&
        at(
          'factors-missing',
          `needs all four factors, each with what was found and why; open: ${openFactorsOf(incident).join(', ')}`,
          ...['conclusion', 'probability'],
        ),
    ];
  });

/** Every factor is judged and none points to low. */
function lacksGround(incident: IncidentFields): boolean {
  const pointsToLow = (incident.factors ?? []).some(({ finding }) => finding === 'points_to_low');
  return incident.conclusion?.probability === 'low' && openFactorsOf(incident).length === 0 && !pointsToLow;
}

function lacksFactors(incident: IncidentFields): boolean {
  return incident.conclusion?.probability === 'low' && openFactorsOf(incident).length > 0;
}

const closedWithNothingLeft: CoherenceRule = ({ incidents, practice }, { breachNotification }) =>
  eachOf(breachNotification ? incidents : [], (incident, index) => {
    const { closedOn } = incident;
    if (!closedOn || !breachNotification) return [];
    const { numbers, duties } = breachNotification;
    const { coveredEntity } = practice;
    const left = leftToDo(
      incidentClocks(incident, { coveredEntity, agreements: [], numbers, today: closedOn }),
    );
    const words = left.map(({ duty, state }) => {
      const title = duties.find(({ id }) => id === duty)?.title ?? duty;
      return state ? `${title} (${state})` : title;
    });
    const detail = `cannot be given while something is left to do: ${words.join('; ')}`;
    return [left.length > 0 && fault('duties-open', detail, ...['incidents', index, 'closedOn'])];
  });

function isBefore(date?: string | null, other?: string | null): boolean {
  return Boolean(date && other && date < other);
}

export const INCIDENT_COURSE_RULES: readonly CoherenceRule[] = [
  incidentDaysInOrder,
  nothingFromTheFuture,
  claimsHaveGrounds,
  closedWithNothingLeft,
];
