// The incidents of a practice, in words: what is left of each, and by when.
import type { CalendarDate } from '../common/calendar-date';
import type { BreachNotificationCatalog } from '../incidents/breach-notification-catalog';
import type { DutyStanding } from '../incidents/duty-standing';
import { incidentClocks, leftToDo } from '../incidents/incident-clocks';
import { VERDICT_WORDS } from '../incidents/told-words';
import { capitalized, counted } from '../reports/security-risk-assessment/number-words';
import { byWhen, urgencyOf } from './duty-words';
import type { IncidentFactsRow, IncidentOnRecord } from './incident-facts.query';

export interface IncidentLine {
  href: string;
  number: number;
  title: string;
  knownOn: CalendarDate;
  verdict: string;
  /** tools and vendor that it is about */
  about: string;
  people: string;
  /** empty once nothing is left */
  next: { words: string; when: string; urgency: string }[];
  moreLeft: number;
  closedOn: CalendarDate | null;
}

export interface IncidentListView {
  at: string;
  open: IncidentLine[];
  closed: IncidentLine[];
  /** how many are not shown */
  hidden: number;
}

const MOST_NEXT = 3;

export function incidentListView(
  at: string,
  facts: IncidentFactsRow,
  today: CalendarDate,
  catalog: BreachNotificationCatalog,
): IncidentListView {
  const lines = facts.incidents.map((incident) => lineOf(incident, at, facts, today, catalog));
  return {
    at,
    open: lines.filter(({ closedOn }) => closedOn === null),
    closed: lines.filter(({ closedOn }) => closedOn !== null),
    hidden: facts.count - lines.length,
  };
}

function lineOf(
  incident: IncidentOnRecord,
  at: string,
  facts: IncidentFactsRow,
  today: CalendarDate,
  { numbers, duties }: BreachNotificationCatalog,
): IncidentLine {
  const { coveredEntity, agreements } = facts;
  const clocks = incidentClocks(incident, { coveredEntity, agreements, numbers, today });
  const left = leftToDo(clocks).sort(soonestFirst);
  const titleOf = ({ duty, state }: DutyStanding) => {
    const title = duties.find(({ id }) => id === duty)?.title ?? duty;
    return state ? `${title} (${state})` : title;
  };
  return {
    href: `${at}/incidents/${incident.id}`,
    number: incident.number,
    title: incident.title,
    knownOn: incident.knownOn,
    verdict: VERDICT_WORDS[clocks.standing.verdict],
    about: aboutOf(incident, facts),
    people: incident.affectedIndividuals
      ? capitalized(counted(incident.affectedIndividuals, 'person', 'people'))
      : '',
    next: left
      .slice(0, MOST_NEXT)
      .map((duty) => ({ words: titleOf(duty), when: byWhen(duty), urgency: urgencyOf(duty) })),
    moreLeft: Math.max(0, left.length - MOST_NEXT),
    closedOn: incident.closedOn ?? null,
  };
}

/** Names of the tools, or of the vendor where no tool is named. */
export function aboutOf(
  { services, vendor }: Pick<IncidentOnRecord, 'services' | 'vendor'>,
  facts: Pick<IncidentFactsRow, 'services' | 'vendors'>,
): string {
  const tools = facts.services.filter(({ key }) => services.includes(key)).map(({ name }) => name);
  if (tools.length > 0) return tools.join(', ');
  return facts.vendors.find(({ key }) => key === vendor)?.name ?? '';
}

/** What has a day before what has none. */
export function soonestFirst(first: DutyStanding, second: DutyStanding): number {
  const [left, right] = [first.dueOn ?? '9999', second.dueOn ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
}
