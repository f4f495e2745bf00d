// Every date on which something recorded starts or stops to count. A date is the first day of the new state of things.
import { addDays, addMonths, type CalendarDate } from '../../common/calendar-date';
import type { ServiceGround } from './service-view';

export interface Turn {
  on: CalendarDate;
  because: string;
}

/** The turns after a date, soonest first; several on one day are told together, in order of their words. */
export function turnsAfter(ground: ServiceGround, asOf: CalendarDate): Turn[] {
  const byDate = new Map<CalendarDate, Set<string>>();
  for (const { on, because } of allTurns(ground)) {
    if (on <= asOf) continue;
    const said = byDate.get(on);
    if (said) said.add(because);
    else byDate.set(on, new Set([because]));
  }
  return [...byDate.entries()]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([on, said]) => ({ on, because: [...said].sort().join('; ') }));
}

function allTurns(ground: ServiceGround): Turn[] {
  const turns: Turn[] = [];
  const add = (on: CalendarDate | null | undefined, because: string) => on && turns.push({ on, because });
  const { facts, model, answers } = ground;
  for (const { agreement, start, lapse } of ground.terms) {
    add(start, `agreement ${agreement.key} comes into force`);
    if (start) add(lapse, `agreement ${agreement.key} is no longer in force`);
  }
  for (const { report, currentUntil, bridgedUntil } of ground.reports) {
    add(report.periodEnd, `the period of SOC 2 report ${report.key} ends`);
    add(
      addDays(currentUntil, 1),
      `SOC 2 report ${report.key} is older than ${model.ages.soc2.currentMonths} months`,
    );
    if (bridgedUntil)
      add(addDays(bridgedUntil, 1), `no bridge letter carries SOC 2 report ${report.key} any further`);
  }
  const { currentMonths, ageingMonths } = model.ages.answer;
  for (const [item, ofItem] of answers) {
    for (const { answeredOn, currentUntil, ageingUntil } of ofItem) {
      add(answeredOn, `checklist answer ${item} starts to count`);
      add(addDays(currentUntil, 1), `checklist answer ${item} is older than ${currentMonths} months`);
      add(addDays(ageingUntil, 1), `checklist answer ${item} is older than ${ageingMonths} months`);
    }
  }
  const measures = facts.practiceMeasures;
  for (const { kind, since } of measures?.consents ?? [])
    add(since, `consent ${kind.replace('_', ' ')} starts to count`);
  add(measures?.noteReview?.since, 'note review starts to count');
  add(measures?.audioDeletion?.since, 'audio deletion starts to count');
  for (const { key, decidedOn } of facts.adjustments) {
    const { currentMonths: months } = model.ages.adjustment;
    add(decidedOn, `adjustment ${key} starts to count`);
    add(
      addDays(addMonths(decidedOn, months), 1),
      `adjustment ${key} is older than ${months} months and lowers no more`,
    );
  }
  for (const act of model.recordingConsent.stateActs) {
    if (ground.states.includes(act.state)) add(act.effectiveOn, `${act.name} (${act.state}) takes effect`);
  }
  return turns;
}
