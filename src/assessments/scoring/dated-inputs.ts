// Every date on which something recorded starts or stops to count. A date is the first day of the new state of things.
import { addDays, addMonths, type CalendarDate } from '../../common/calendar-date';
import type { ServiceGround } from './service-view';

export interface Turn {
  on: CalendarDate;
  because: string;
}

/** Says that something of a kind, by its name, starts or stops to count on a date; null dates are passed over. */
type Tell = (on: CalendarDate | null | undefined, kind: string, name: string, what: string) => void;

/** The turns after a date, soonest first. Several on one day are told together, in order of their words. */
export function turnsAfter(ground: ServiceGround, asOf: CalendarDate): Turn[] {
  const byDate = new Map<CalendarDate, Map<string, Set<string>>>();
  tellTurns(ground, (on, kind, name, what) => {
    if (!on || on <= asOf) return;
    const said = byDate.get(on) ?? new Map<string, Set<string>>();
    const phrase = `${kind} *: ${what}`;
    byDate.set(on, said.set(phrase, (said.get(phrase) ?? new Set<string>()).add(name)));
  });
  return [...byDate.entries()]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([on, said]) => ({ on, because: told(said) }));
}

function told(said: Map<string, Set<string>>): string {
  return [...said.entries()]
    .map(([phrase, names]) => phrase.replace('*', [...names].sort().join(', ')))
    .sort()
    .join('; ');
}

function tellTurns(ground: ServiceGround, tell: Tell): void {
  tellAgreements(ground, tell);
  tellReports(ground, tell);
  tellAnswers(ground, tell);
  const measures = ground.facts.practiceMeasures;
  for (const { kind, since } of measures?.consents ?? [])
    tell(since, 'consent', kind.replace('_', ' '), 'starts to count');
  tell(measures?.noteReview?.since, 'practice measure', 'note review', 'starts to count');
  tell(measures?.audioDeletion?.since, 'practice measure', 'audio deletion', 'starts to count');
  const { currentMonths } = ground.model.ages.adjustment;
  for (const { key, decidedOn } of ground.facts.adjustments) {
    tell(decidedOn, 'adjustment', key, 'starts to count');
    tell(
      addDays(addMonths(decidedOn, currentMonths), 1),
      'adjustment',
      key,
      `older than ${currentMonths} months, lowers no more`,
    );
  }
  for (const act of ground.model.recordingConsent.stateActs) {
    if (ground.states.includes(act.state)) tell(act.effectiveOn, 'state act', act.id, 'takes effect');
  }
}

function tellAgreements({ terms }: ServiceGround, tell: Tell): void {
  for (const { agreement, start, lapse } of terms) {
    if (!start) continue;
    tell(start, 'agreement', agreement.key, 'comes into force');
    tell(lapse, 'agreement', agreement.key, 'no longer in force');
  }
}

function tellReports({ reports, model }: ServiceGround, tell: Tell): void {
  for (const { report, currentUntil, bridgedUntil } of reports) {
    tell(report.periodEnd, 'SOC 2 report', report.key, 'its period ends');
    const what = `older than ${model.ages.soc2.currentMonths} months`;
    tell(addDays(currentUntil, 1), 'SOC 2 report', report.key, what);
    if (bridgedUntil)
      tell(addDays(bridgedUntil, 1), 'SOC 2 report', report.key, 'no bridge letter carries it further');
  }
}

function tellAnswers({ answers, model }: ServiceGround, tell: Tell): void {
  const { currentMonths, ageingMonths } = model.ages.answer;
  for (const [item, ofItem] of answers) {
    for (const { answeredOn, limits } of ofItem) {
      tell(answeredOn, 'checklist answer', item, 'starts to count');
      tell(limits.ageingFrom, 'checklist answer', item, `older than ${currentMonths} months`);
      tell(limits.staleFrom, 'checklist answer', item, `older than ${ageingMonths} months`);
    }
  }
}
