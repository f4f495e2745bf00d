// Incidents and breach history: what happened, what it was found to be, and how every notice that it brought with it stood on the date of the assessment.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { RegisteredDuty, RegisteredIncident } from '../../../assessments/registers/incident-register';
import {
  FINDING_WORDS,
  GROUND_WORDS,
  KIND_WORDS,
  REASON_WORDS,
  STANDING_WORDS,
  VERDICT_WORDS,
} from '../../../incidents/told-words';
import type { IncidentFields } from '../../../incidents/incident.fields';
import { incidentNumbers } from '../../../incidents/incident-numbers';
import { BREACH_FACTORS } from '../../../incidents/incident-words';
import { shortDate } from '../date-words';
import { capitalized, counted, listed } from '../number-words';

export interface IncidentRow {
  key: string;
  /** as ratings name it */
  number: number | null;
  title: string;
  kind: string;
  verdict: string;
  /** when, with which vendor, about which tools, how many people */
  told: string[];
  discovered: string;
  /** the four factors and what followed; empty where none was judged */
  found: string[];
  what: string;
  done: string;
  outcome: string;
  duties: { title: string; citation: string; standing: string; days: string; because: string }[];
}

export interface IncidentsView {
  /** the document was drawn up before incidents were worked out */
  isNotWorkedOut: boolean;
  rows: IncidentRow[];
}

export function incidentsView({ dossier, incidentRegister }: AssessmentDocument): IncidentsView {
  if (!incidentRegister) return { isNotWorkedOut: true, rows: [] };
  const recorded = new Map((dossier.incidents ?? []).map((one) => [one.key, one]));
  const numbers = incidentNumbers(dossier.incidents);
  const rows = incidentRegister.flatMap((registered) => {
    const incident = recorded.get(registered.key);
    const number = numbers.get(registered.key) ?? null;
    return incident ? [{ number, ...rowOf(registered, incident, dossier) }] : [];
  });
  return { isNotWorkedOut: false, rows };
}

function rowOf(
  { key, verdict, discoveredOn, ground, duties }: RegisteredIncident,
  incident: IncidentFields,
  dossier: AssessmentDocument['dossier'],
): Omit<IncidentRow, 'number'> {
  const { title, kind, summary, mitigation, outcome } = incident;
  return {
    ...{ key, title, kind: KIND_WORDS[kind], verdict: VERDICT_WORDS[verdict] },
    told: toldOf(incident, dossier),
    discovered: `Counts as discovered on ${shortDate(discoveredOn)}, ${GROUND_WORDS[ground]}.`,
    found: foundOf(incident),
    ...{ what: summary ?? '', done: mitigation ?? '', outcome: outcome ?? '' },
    duties: duties.map(dutyRow),
  };
}

function toldOf(incident: IncidentFields, { services, vendors }: AssessmentDocument['dossier']): string[] {
  const { happenedOn, knownOn, closedOn, affectedIndividuals, affectedByState } = incident;
  const tools = services.filter(({ key }) => incident.services.includes(key)).map(({ name }) => name);
  const vendor = vendors.find(({ key }) => key === incident.vendor)?.name;
  const states = (affectedByState ?? []).map(({ state, individuals }) => `${state} ${individuals}`).sort();
  return [
    ...(happenedOn ? [`Happened on ${shortDate(happenedOn)}`] : []),
    `known since ${shortDate(knownOn)}`,
    ...(vendor ? [`at ${vendor}`] : []),
    ...(tools.length > 0 ? [`about ${listed(tools)}`] : []),
    affectedIndividuals == null
      ? 'number of people not known'
      : `${counted(affectedIndividuals, 'person', 'people')}${states.length > 0 ? ` (${states.join(', ')})` : ''}`,
    closedOn ? `closed on ${shortDate(closedOn)}` : 'open',
  ];
}

function foundOf({ factors, conclusion, exceptionReason }: IncidentFields): string[] {
  return [
    ...(exceptionReason ? [`Exception: ${exceptionReason}`] : []),
    ...BREACH_FACTORS.flatMap((id) => factors?.find(({ factor }) => factor === id) ?? []).map(
      ({ factor, finding, reason }) =>
        `${capitalized(factor.replaceAll('_', ' '))}: ${FINDING_WORDS[finding].toLowerCase()}. ${reason}`,
    ),
    ...(conclusion
      ? [
          `Conclusion of ${shortDate(conclusion.decidedOn)}: ${conclusion.probability === 'low' ? 'a low probability' : 'not shown to be low'}. ${conclusion.reason}`,
        ]
      : []),
  ];
}

function dutyRow({ title, citation, state, standing, reason, dueOn, doneOn }: RegisteredDuty) {
  const days = [
    ...(doneOn ? [`done on ${shortDate(doneOn)}`] : []),
    ...(dueOn ? [`last day ${shortDate(dueOn)}`] : []),
  ];
  return {
    title: state ? `${title} (${state})` : title,
    citation: citation ?? '',
    standing: STANDING_WORDS[standing],
    days: capitalized(days.join('; ')),
    because: REASON_WORDS[reason],
  };
}
