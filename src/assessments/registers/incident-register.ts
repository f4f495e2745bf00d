// The incidents of a practice as they stand on the date of the assessment: what each was, and how everything that it brought with it stands.
import type { CalendarDate } from '../../common/calendar-date';
import type { Dossier } from '../../dossiers/dossier.document';
import type { BreachNotificationCatalog } from '../../incidents/breach-notification-catalog';
import type { BreachVerdict } from '../../incidents/breach-standing';
import type { DiscoveryGround } from '../../incidents/discovery';
import type { DutyReason, DutyState } from '../../incidents/duty-standing';
import { incidentClocks } from '../../incidents/incident-clocks';
import type { IncidentDuty, Jurisdiction } from '../../incidents/incident-words';

export interface RegisteredDuty {
  duty: IncidentDuty;
  /** as the catalog of the day calls it */
  title: string;
  citation: string | null;
  owner: 'practice' | 'vendor';
  state: Jurisdiction | null;
  standing: DutyState;
  reason: DutyReason;
  dueOn: CalendarDate | null;
  doneOn: CalendarDate | null;
}

export interface RegisteredIncident {
  /** of the incident in the dossier */
  key: string;
  discoveredOn: CalendarDate;
  ground: DiscoveryGround;
  verdict: BreachVerdict;
  duties: RegisteredDuty[];
}

/** The latest discovery first; of one day by key. Depends on the order of nothing in the dossier. */
export function incidentRegister(
  { incidents, agreements, practice }: Dossier,
  asOf: CalendarDate,
  { numbers, duties: known }: BreachNotificationCatalog,
): RegisteredIncident[] {
  const { coveredEntity } = practice;
  const around = { coveredEntity, agreements: agreements ?? [], numbers, today: asOf };
  const definitions = new Map(known.map((one) => [one.id, one]));
  return (incidents ?? [])
    .map((incident): RegisteredIncident => {
      const clocks = incidentClocks(incident, around);
      return {
        key: incident.key,
        discoveredOn: clocks.discovery.on,
        ground: clocks.discovery.ground,
        verdict: clocks.standing.verdict,
        duties: [...clocks.practice, ...clocks.vendor].map(
          ({ duty, state, standing, reason, dueOn, doneOn }): RegisteredDuty => {
            const { title = duty, citation = null, owner = 'practice' } = definitions.get(duty) ?? {};
            return { duty, title, citation, owner, state, standing, reason, dueOn, doneOn };
          },
        ),
      };
    })
    .sort(
      (first, second) => inOrder(second.discoveredOn, first.discoveredOn) || inOrder(first.key, second.key),
    );
}

function inOrder(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
