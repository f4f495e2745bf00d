// What has happened is likelier to begin again: an incident on record with the vendor of a service, or at the practice, raises the likelihood that the threats which it shows begin
// (NIST SP 800-30 Rev. 1, task 2-4: likelihood is judged by what is known of the past as well). By how much and for how long is data of the
// model; of several the one that raises most counts, so their number and their order change nothing.
import { addMonths, dayBefore, nextDay, type CalendarDate } from '../../common/calendar-date';
import { levelAt, rankOf, type Level } from '../../common/level';
import type { IncidentKind } from '../../incidents/incident-words';
import type { ScoringModel } from './scoring-model';
import type { RaisingIncident } from './service-result';

/** What the record of an incident comes down to for a rating: no word of what happened, and nobody it concerns. */
export interface IncidentOnRecord {
  /** its place among the practice's incidents by the day it was known: a key can hold words of what happened */
  readonly number: number;
  readonly place: 'with the vendor' | 'at the practice';
  /** false where it names other tools of the vendor alone: it raises none of their threats here, and is on record all the same */
  readonly raises: boolean;
  readonly kind: IncidentKind;
  /** the day on which anybody of the practice knew of it; before it, it is not there yet */
  readonly knownOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  /** breach: presumed or found to be one (45 CFR 164.402); no_use: nothing was used as the privacy rule does not allow */
  readonly finding: 'breach' | 'incident' | 'no_use';
}

interface History {
  readonly model: Pick<ScoringModel, 'incidentRaises' | 'incidentShows'>;
  readonly asOf: CalendarDate;
  readonly facts: { readonly incidents: readonly IncidentOnRecord[] };
}

/** The incidents that raise a threat on the date, the strongest first, then by number. */
export function incidentsRaising(
  { model, asOf, facts }: History,
  threat: string,
): readonly RaisingIncident[] {
  const { incidents } = facts;
  if (incidents.length === 0) return NONE;
  return incidents
    .flatMap((incident) => raisedBy(incident, threat, asOf, model))
    .sort((first, second) => second.levels - first.levels || first.number - second.number);
}

const NONE: readonly RaisingIncident[] = [];

/** The level above by as much as the strongest raises, never over very high. */
export function raisedLevel(level: Level, raising: readonly RaisingIncident[]): Level {
  const [strongest] = raising;
  return strongest ? levelAt(rankOf(level) + strongest.levels) : level;
}

/** The numbers of those that raise a threat by other levels than before, or no more, or only now. */
export function incidentsThatTurn(
  after: readonly RaisingIncident[],
  before: readonly RaisingIncident[],
): number[] {
  const levelsIn = (list: readonly RaisingIncident[], wanted: number) =>
    list.find(({ number }) => number === wanted)?.levels;
  return [...before, ...after]
    .map(({ number }) => number)
    .filter((number) => levelsIn(before, number) !== levelsIn(after, number));
}

/** Each day on which an incident starts to count, counts less, or counts no more, and what happens then. */
export function turnsOfIncident(
  incident: IncidentOnRecord,
  { incidentRaises, incidentContradicts }: Pick<ScoringModel, 'incidentRaises' | 'incidentContradicts'>,
): { on: CalendarDate; what: string }[] {
  const { knownOn, closedOn } = incident;
  return [
    { on: knownOn, what: 'starts to count' },
    ...(closedOn ? [{ on: closedOn, what: 'is closed' }] : []),
    ...[...incidentRaises, incidentContradicts].map(({ untilMonths }) => ({
      on: nextDay(addMonths(knownOn, untilMonths)),
      what: `older than ${untilMonths} months`,
    })),
  ];
}

function raisedBy(
  incident: IncidentOnRecord,
  threat: string,
  asOf: CalendarDate,
  { incidentRaises, incidentShows }: History['model'],
): RaisingIncident[] {
  const { number, kind, knownOn, closedOn, finding, raises } = incident;
  const shown = incidentShows.find((one) => one.kind === kind);
  if (!raises || !shown?.threats.includes(threat) || knownOn > asOf) return [];
  // closed with nothing used that must not be: no incident for what it was feared to be; what stops a service or gets in happened all the same
  const endsWhenClosed = finding === 'no_use' && !shown.countsWithoutUse;
  if (endsWhenClosed && closedOn !== null && closedOn <= asOf) return [];
  const counted = finding === 'breach' ? 'breach' : 'incident';
  const row = incidentRaises
    .filter((one) => one.finding === counted && asOf <= addMonths(knownOn, one.untilMonths))
    .reduce<History['model']['incidentRaises'][number] | null>(
      (most, one) => (!most || one.levels > most.levels ? one : most),
      null,
    );
  if (!row) return [];
  const byAge = addMonths(knownOn, row.untilMonths);
  const countsUntil = endsWhenClosed && closedOn !== null && closedOn <= byAge ? dayBefore(closedOn) : byAge;
  return [
    {
      number,
      knownOn,
      levels: row.levels,
      countsUntil,
      because: told(incident, counted, row.levels, countsUntil),
    },
  ];
}

function told(
  { number, place, kind, knownOn }: IncidentOnRecord,
  counted: 'breach' | 'incident',
  levels: number,
  countsUntil: CalendarDate,
): string {
  const what = counted === 'breach' ? 'counts as a breach' : 'does not count as a breach';
  const by = levels === 1 ? 'one level' : `${levels} levels`;
  return `Incident ${number} ${place} (${kind.replaceAll('_', ' ')}, known since ${knownOn}, ${what}) makes it likelier to begin again: ${by} up, so much until ${countsUntil}.`;
}
