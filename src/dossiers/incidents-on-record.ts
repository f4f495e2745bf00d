// What a rating rests on of each incident: its number by the day on which it was known, and no word of what happened.
import type { IncidentOnRecord } from '../assessments/scoring/incident-history';
import { breachStandingOf } from '../incidents/breach-standing';
import { incidentNumbers } from '../incidents/incident-numbers';
import type { Dossier } from './dossier.document';

type Incident = NonNullable<Dossier['incidents']>[number];

/** In the order of their numbers, each with the vendor and services that it concerns: no vendor where it was at the practice itself. */
export function incidentsOnRecord(
  incidents: Dossier['incidents'],
): (Pick<Incident, 'vendor' | 'services'> & { onRecord: IncidentOnRecord })[] {
  const numbers = incidentNumbers(incidents);
  return (incidents ?? [])
    .map((incident) => {
      const { key, vendor, services, kind, knownOn, closedOn } = incident;
      const { verdict, isBreach } = breachStandingOf(incident);
      const onRecord: IncidentOnRecord = {
        number: numbers.get(key) as number,
        place: vendor == null ? 'at the practice' : 'with the vendor',
        raises: true,
        ...{ kind, knownOn, closedOn: closedOn ?? null },
        finding: isBreach ? 'breach' : verdict === 'no_impermissible_use' ? 'no_use' : 'incident',
      };
      return { vendor, services, onRecord };
    })
    .sort((first, second) => first.onRecord.number - second.onRecord.number);
}
