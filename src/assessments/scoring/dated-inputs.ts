// Every date on which something recorded starts or stops to count. A date is the first day of the new state of things.
import { addMonths, nextDay, type CalendarDate } from '../../common/calendar-date';
import { turnsOfAttestation } from './attestation-term';
import type { DatedRecord } from './dated-records';
import { turnsOfReport } from './report-term';
import type { ServiceGround } from './service-view';

/** One day on which something starts or stops to count. */
export interface Turn {
  on: CalendarDate;
  /** the kinds of records that turn on the day */
  records: readonly DatedRecord[];
  changes: readonly DatedChange[];
}

export interface DatedChange {
  /** what it is, by its name, and what happens to it */
  kind: string;
  name: string;
  what: string;
}

/** The turns after a date, soonest first. */
export function turnsAfter(ground: ServiceGround, asOf: CalendarDate): Turn[] {
  const turns = new Map<CalendarDate, { on: CalendarDate; records: DatedRecord[]; changes: DatedChange[] }>();
  tellChanges(ground, (on, record, kind, name, what) => {
    if (on <= asOf) return;
    let turn = turns.get(on);
    if (!turn) turns.set(on, (turn = { on, records: [], changes: [] }));
    turn.changes.push({ kind, name, what });
    if (!turn.records.includes(record)) turn.records.push(record);
  });
  return [...turns.values()].sort((first, second) => (first.on < second.on ? -1 : 1));
}

/** What happens on the day in words: things of one kind to which the same happens are told together, in order of their words. */
export function tellTurn({ changes }: Turn): string {
  const names = new Map<string, Set<string>>();
  for (const { kind, name, what } of changes) {
    const phrase = `${kind} *: ${what}`;
    const told = names.get(phrase);
    if (told) told.add(name);
    else names.set(phrase, new Set([name]));
  }
  return [...names]
    .map(([phrase, told]) => phrase.replace('*', [...told].sort().join(', ')))
    .sort()
    .join('; ');
}

/** Says that something of a kind, by its name, starts or stops to count on a date. */
type Tell = (on: CalendarDate, record: DatedRecord, kind: string, name: string, what: string) => void;

function tellChanges(ground: ServiceGround, tell: Tell): void {
  tellAgreements(ground, tell);
  tellReports(ground, tell);
  tellAnswers(ground, tell);
  tellQuestionAnswers(ground, tell);
  tellVendorRecords(ground, tell);
  tellMeasures(ground, tell);
  tellAdjustments(ground, tell);
  for (const act of ground.model.recordingConsent.stateActs) {
    if (ground.states.includes(act.state))
      tell(act.effectiveOn, 'state_acts', 'state act', act.id, 'takes effect');
  }
}

/** A renewal is no turn: one that renews by itself says and covers the day after what it did the day before. */
function tellAgreements({ terms }: ServiceGround, tell: Tell): void {
  for (const { agreement, editions, awaitingPlan } of terms) {
    for (const stretches of [editions, awaitingPlan]) {
      stretches.forEach(({ from, until }, place) => {
        const goesOn = stretches[place - 1]?.until === from;
        const what = goesOn ? 'is amended' : 'comes into force';
        tell(from, 'agreements', 'agreement', agreement.key, what);
        if (until && stretches[place + 1]?.from !== until)
          tell(until, 'agreements', 'agreement', agreement.key, 'no longer in force');
      });
    }
  }
}

function tellReports({ reports, attestations, model }: ServiceGround, tell: Tell): void {
  for (const term of reports) {
    for (const { on, what } of turnsOfReport(term, model.ages))
      tell(on, 'soc2_reports', 'SOC 2 report', term.report.key, what);
  }
  for (const term of attestations) {
    for (const { on, what } of turnsOfAttestation(term))
      tell(on, 'attestations', 'attestation', term.attestation.key, what);
  }
}

function tellAnswers({ answers, model }: ServiceGround, tell: Tell): void {
  const { currentMonths, ageingMonths } = model.ages.answer;
  const ageing = `older than ${currentMonths} months`;
  const stale = `older than ${ageingMonths} months`;
  for (const [item, ofItem] of answers) {
    for (const { answeredOn, limits } of ofItem) {
      tell(answeredOn, 'checklist_answers', 'checklist answer', item, 'starts to count');
      tell(limits.ageingFrom, 'checklist_answers', 'checklist answer', item, ageing);
      tell(limits.staleFrom, 'checklist_answers', 'checklist answer', item, stale);
    }
  }
}

function tellQuestionAnswers({ questionAnswers, model }: ServiceGround, tell: Tell): void {
  const { currentMonths, ageingMonths } = model.ages.answer;
  for (const [question, answers] of questionAnswers) {
    const says = (on: CalendarDate, what: string) =>
      tell(on, 'questionnaire_answers', 'answer to', question, what);
    for (const { answeredOn, limits, disputedOn } of answers) {
      says(answeredOn, 'starts to count');
      says(limits.ageingFrom, `older than ${currentMonths} months`);
      says(limits.staleFrom, `older than ${ageingMonths} months`);
      if (disputedOn) says(disputedOn, 'is disputed');
    }
  }
}

/** Cards, studies, standings and tried exports: from their date, and when they grow old. */
function tellVendorRecords({ facts, model }: ServiceGround, tell: Tell): void {
  const { currentMonths, ageingMonths } = model.ages.answer;
  const ages = (date: CalendarDate, kind: string, name: string) => {
    tell(date, 'vendor_records', kind, name, 'starts to count');
    tell(
      nextDay(addMonths(date, currentMonths)),
      'vendor_records',
      kind,
      name,
      `older than ${currentMonths} months`,
    );
    tell(
      nextDay(addMonths(date, ageingMonths)),
      'vendor_records',
      kind,
      name,
      `older than ${ageingMonths} months`,
    );
  };
  for (const { key, datedOn } of facts.modelCards) ages(datedOn, 'model card', key);
  for (const { key, publishedOn } of facts.clinicalValidations)
    tell(publishedOn, 'vendor_records', 'clinical validation', key, 'starts to count');
  const { financialStanding: standing, exitTerms: terms } = facts;
  if (standing) ages(standing.asOf, 'financial standing', standing.key);
  if (terms?.exportTestedOn) ages(terms.exportTestedOn, 'tried export of', terms.key);
}

function tellMeasures({ facts }: ServiceGround, tell: Tell): void {
  const measures = facts.practiceMeasures;
  if (!measures) return;
  const starts = (since: CalendarDate, kind: string, name: string) =>
    tell(since, 'practice_measures', kind, name, 'starts to count');
  for (const { kind, since } of measures.consents ?? []) starts(since, 'consent', kind.replace('_', ' '));
  if (measures.noteReview) starts(measures.noteReview.since, 'practice measure', 'note review');
  if (measures.audioDeletion) starts(measures.audioDeletion.since, 'practice measure', 'audio deletion');
}

function tellAdjustments({ facts, model }: ServiceGround, tell: Tell): void {
  const { currentMonths } = model.ages.adjustment;
  const lapses = `older than ${currentMonths} months, lowers no more`;
  for (const { key, decidedOn } of facts.adjustments) {
    tell(decidedOn, 'adjustments', 'adjustment', key, 'starts to count');
    tell(nextDay(addMonths(decidedOn, currentMonths)), 'adjustments', 'adjustment', key, lapses);
  }
}
