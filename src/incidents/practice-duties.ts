// What the practice owes because of an incident (45 CFR 164.308(a)(6)(ii), 164.402, 164.404, 164.406, 164.408), each with its last day.
import type { CalendarDate } from '../common/calendar-date';
import type { CoveredEntity } from '../organizations/practice.fields';
import type { BreachNumbers } from './breach-notification-catalog';
import type { BreachStanding } from './breach-standing';
import type { DutyReason, DutyStanding } from './duty-standing';
import { notDue, owed, settled } from './duty-standing';
import type { IncidentFields } from './incident.fields';
import type { Jurisdiction, NoticeRecipient } from './incident-words';
import { delayedUntil, noticeDueBy, yearlyReportDueBy } from './notice-deadlines';

export interface IncidentOnDay {
  readonly incident: IncidentFields;
  readonly coveredEntity: CoveredEntity;
  readonly standing: BreachStanding;
  readonly discoveredOn: CalendarDate;
  readonly today: CalendarDate;
  readonly numbers: BreachNumbers;
}

export function practiceDuties(on: IncidentOnDay): DutyStanding[] {
  return [
    toRecord(on),
    toJudge(on),
    toTellIndividuals(on),
    toTellHhs(on),
    ...toTellMedia(on),
    ...toLookUp(on),
  ];
}

/** Of every incident, breach or not. It ends with an outcome in writing; no day is set for it. */
function toRecord({ incident, discoveredOn, today }: IncidentOnDay): DutyStanding {
  if (incident.outcome) return settled('record', 'outcome_recorded', discoveredOn, incident.closedOn ?? null);
  return owed({ duty: 'record', reason: 'outcome_missing', since: discoveredOn, dueOn: null }, today);
}

/** Whoever tells everybody concerned need not judge whether they had to be told. */
function toJudge({ incident, coveredEntity, standing, discoveredOn, today }: IncidentOnDay): DutyStanding {
  const { verdict } = standing;
  const duty = 'risk_assessment';
  if (verdict === 'low_probability' || verdict === 'breach') {
    const doneOn = incident.conclusion?.decidedOn;
    return owed({ duty, reason: 'concluded', since: discoveredOn, dueOn: null, doneOn }, today);
  }
  const free = freeOfNotices(coveredEntity, standing);
  if (free) return notDue(duty, free);
  if (noticeOf(incident, 'individuals')) return notDue(duty, 'told_anyway');
  return owed({ duty, reason: 'factors_open', since: discoveredOn, dueOn: null }, today);
}

function toTellIndividuals(on: IncidentOnDay): DutyStanding {
  const free = freeOfNotices(on.coveredEntity, on.standing);
  if (free) return notDue('individuals', free);
  const { dueOn, delayed } = limitOf(on);
  return owed(
    {
      ...{ duty: 'individuals', reason: delayed ?? reasonOf(on), since: on.discoveredOn, dueOn },
      doneOn: noticeOf(on.incident, 'individuals'),
    },
    on.today,
  );
}

/** One report to HHS: with the notice to the people where they are many, or where nobody knows yet; else after the end of the year. */
function toTellHhs(on: IncidentOnDay): DutyStanding {
  const { incident, numbers, discoveredOn, today } = on;
  const individuals = incident.affectedIndividuals ?? null;
  const atOnce = individuals === null || individuals >= numbers.hhsAtOnceFrom;
  const duty = atOnce ? 'hhs_at_once' : 'hhs_yearly';
  const free = freeOfNotices(on.coveredEntity, on.standing);
  if (free) return notDue(duty, free);
  const doneOn = noticeOf(incident, 'hhs');
  const since = discoveredOn;
  if (!atOnce) {
    const { dueOn, delayed } = later(yearlyReportDueBy(discoveredOn, numbers), on);
    return owed({ duty, reason: delayed ?? reasonOf(on), since, dueOn, doneOn }, today);
  }
  const { dueOn, delayed } = limitOf(on);
  const told = noticeOf(incident, 'individuals');
  const reason = individuals === null ? 'number_unknown' : (delayed ?? reasonOf(on));
  // The report goes with the notice: once the people were told, it is owed that day (45 CFR 164.408(b)).
  if (individuals !== null && told !== null && told < dueOn)
    return owed({ duty, reason: 'with_individual_notice', since, dueOn: told, doneOn }, today);
  return owed({ duty, reason, since, dueOn, doneOn }, today);
}

/** One for each state with more residents than the threshold, and one for those of whom it is not known where they live, where they could be as many. */
function toTellMedia(on: IncidentOnDay): DutyStanding[] {
  const { incident, numbers, discoveredOn, today } = on;
  const free = freeOfNotices(on.coveredEntity, on.standing);
  if (free) return [notDue('media', free)];
  const { dueOn, delayed } = limitOf(on);
  const unplaced = unplacedResidents(incident);
  const owing = (state: Jurisdiction | null, reason: DutyReason) =>
    owed(
      {
        duty: 'media',
        state,
        reason,
        since: discoveredOn,
        dueOn,
        doneOn: noticeOf(incident, 'media', state),
      },
      today,
    );
  const told = [
    ...statesOf(incident, numbers.mediaAbove + 1).map((state) => owing(state, delayed ?? reasonOf(on))),
    ...(unplaced === null ? [owing(null, 'number_unknown')] : []),
    ...(unplaced !== null && mayExceed(incident, unplaced, numbers.mediaAbove)
      ? [owing(null, 'residents_unknown')]
      : []),
  ];
  return told.length > 0 ? told : [notDue('media', 'not_above_threshold')];
}

/** Those of no known state may all live in the state that has most already. */
function mayExceed(
  { affectedByState }: IncidentOnDay['incident'],
  unplaced: number,
  mediaAbove: number,
): boolean {
  if (unplaced === 0) return false;
  const below = (affectedByState ?? [])
    .map(({ individuals }) => individuals)
    .filter((one) => one <= mediaAbove);
  return Math.max(0, ...below) + unplaced > mediaAbove;
}

/** The law of a state has a test of its own: an exception or a low probability under the federal rule does not answer it. */
function toLookUp({ incident, standing, discoveredOn, today }: IncidentOnDay): DutyStanding[] {
  const { verdict } = standing;
  if (verdict === 'no_impermissible_use' || verdict === 'data_secured') return [notDue('state', verdict)];
  const unplaced = unplacedResidents(incident);
  const states: (Jurisdiction | null)[] = statesOf(incident, 1);
  if (unplaced === null || unplaced > 0) states.push(null);
  return states.map((state) => {
    const notice = noticesOf(incident, 'state', state)[0];
    const reason = notice?.notNeededBecause
      ? 'none_needed'
      : state === null
        ? 'residents_unknown'
        : 'look_up';
    return owed(
      { duty: 'state', state, reason, since: discoveredOn, dueOn: null, doneOn: notice?.doneOn },
      today,
    );
  });
}

/** Why the federal rule asks for no notice; null where it asks. Whoever is unsure whether the rule binds them counts as bound. */
export function freeOfNotices(
  coveredEntity: CoveredEntity,
  { verdict, isBreach }: BreachStanding,
): DutyReason | null {
  if (coveredEntity === 'no') return 'not_covered_entity';
  return isBreach ? null : verdict;
}

function reasonOf({ standing }: IncidentOnDay): DutyReason {
  return standing.verdict === 'breach' ? 'breach' : 'presumed_breach';
}

function limitOf(on: IncidentOnDay): { dueOn: CalendarDate; delayed: DutyReason | null } {
  return later(noticeDueBy(on.discoveredOn, on.numbers), on);
}

/** A delay that an official asked for counts where it reaches beyond the limit. */
function later(
  limit: CalendarDate,
  { incident, numbers }: IncidentOnDay,
): { dueOn: CalendarDate; delayed: DutyReason | null } {
  const until = delayedUntil(incident.lawEnforcementDelay, numbers);
  return until !== null && until > limit
    ? { dueOn: until, delayed: 'law_enforcement_delay' }
    : { dueOn: limit, delayed: null };
}

function noticesOf(
  { notices }: IncidentFields,
  recipient: NoticeRecipient,
  state: Jurisdiction | null = null,
) {
  return (notices ?? []).filter(
    (notice) => notice.recipient === recipient && (notice.state ?? null) === state,
  );
}

function noticeOf(
  incident: IncidentFields,
  recipient: NoticeRecipient,
  state: Jurisdiction | null = null,
): CalendarDate | null {
  return noticesOf(incident, recipient, state)[0]?.doneOn ?? null;
}

/** States with at least so many of the people concerned, by name. */
function statesOf({ affectedByState }: IncidentFields, atLeast: number): Jurisdiction[] {
  return (affectedByState ?? [])
    .filter(({ individuals }) => individuals >= atLeast)
    .map(({ state }) => state)
    .sort();
}

/** How many of the people concerned stand under no state; null while it is not known how many there are. */
function unplacedResidents({ affectedIndividuals, affectedByState }: IncidentFields): number | null {
  if (affectedIndividuals === null || affectedIndividuals === undefined) return null;
  const placed = (affectedByState ?? []).reduce((sum, { individuals }) => sum + individuals, 0);
  return Math.max(0, affectedIndividuals - placed);
}
