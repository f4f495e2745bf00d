// The duties that are left of each incident, as they are kept beside it.
import type { CalendarDate } from '../common/calendar-date';
import type { BreachNotificationCatalog } from '../incidents/breach-notification-catalog';
import type { Dossier } from '../dossiers/dossier.document';
import { incidentClocks, leftToDo } from '../incidents/incident-clocks';
import { shortDate } from '../reports/security-risk-assessment/date-words';

/** Read by src/incidents/incident.tasks.ts and by the overview. */
export interface KeptDuty {
  /** "hhs_yearly", "state:IL" */
  id: string;
  /** what to do, with the last day for it where there is one */
  words: string;
  since: CalendarDate;
  dueOn: CalendarDate | null;
}

export interface DutiesOfIncident {
  key: string;
  duties: KeptDuty[];
}

/** Of a dossier without incidents none; of an incident with nothing left an empty list. */
export function keptDuties(
  { incidents, practice }: Pick<Dossier, 'incidents' | 'practice'>,
  { numbers, duties: known }: BreachNotificationCatalog,
): DutiesOfIncident[] {
  const { coveredEntity } = practice;
  const titles = new Map(known.map(({ id, title }) => [id, title]));
  return (incidents ?? []).map((incident) => {
    // What is left, and by which day, is the same on every day: any will do.
    const around = { coveredEntity, agreements: [], numbers, today: incident.knownOn };
    const left = leftToDo(incidentClocks(incident, around));
    return {
      key: incident.key,
      duties: left.map(({ duty, state, since, dueOn }) => ({
        id: state ? `${duty}:${state}` : duty,
        words: `${titles.get(duty)}${state ? ` (${state})` : ''}${dueOn ? `, at the latest on ${shortDate(dueOn)}` : ''}`,
        since: since ?? incident.knownOn,
        dueOn,
      })),
    };
  });
}
