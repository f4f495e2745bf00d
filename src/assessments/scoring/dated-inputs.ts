// Every date on which something recorded starts or stops to count. A date is the first day of the new state of things.
import { addMonths, nextDay, type CalendarDate } from '../../common/calendar-date';
import { bitOf, type DatedRecord } from './dated-records';
import type { LimitsByDate } from './evidence-age';
import { turnsOfIncident } from './incident-history';
import type { ServiceGround } from './service-view';

/** One day on which something starts or stops to count. */
export interface Turn {
  readonly on: CalendarDate;
  /** the kinds of records that turn on the day, as bits */
  readonly records: number;
  /** everything dated but answers, whatever its day */
  readonly dated: readonly Dated[];
}

/** Something of a kind, by its name, starts or stops to count on a date. */
interface Dated {
  readonly on: CalendarDate;
  readonly record: DatedRecord;
  readonly kind: string;
  readonly name: string;
  readonly what: string;
}

/** The turns after a date, soonest first; each is looked for when it is asked for, since the first or second mostly settles it. */
export function* turnsAfter(ground: ServiceGround, date: CalendarDate): Generator<Turn> {
  const dated = datedIn(ground);
  for (let turn = turnAfter(ground, dated, date); turn; turn = turnAfter(ground, dated, turn.on)) yield turn;
}

function turnAfter(ground: ServiceGround, dated: readonly Dated[], date: CalendarDate): Turn | null {
  let soonest = '';
  let records = 0;
  const note: Note = (on, record) => {
    if (on <= date || (soonest !== '' && on > soonest)) return;
    if (on !== soonest) {
      soonest = on;
      records = 0;
    }
    records |= bitOf(record);
  };
  noteAnswers(ground, note);
  for (const { on, record } of dated) note(on, record);
  return soonest === '' ? null : { on: soonest, records, dated };
}

/** What happens on a day in words: things of one kind to which the same happens are told together, in order of their words. */
export function tellTurn(ground: ServiceGround, { on, records, dated }: Turn): string {
  const names = new Map<string, Set<string>>();
  const tell: Tell = (date, _record, kind, name, what) => {
    if (date !== on) return;
    const phrase = `${kind} *: ${what}`;
    const told = names.get(phrase);
    if (told) told.add(name);
    else names.set(phrase, new Set([name]));
  };
  if (records & bitOf('checklist_answers')) tellAnswers(ground, tell);
  if (records & bitOf('questionnaire_answers')) tellQuestionAnswers(ground, tell);
  for (const one of dated) tell(one.on, one.record, one.kind, one.name, one.what);
  return [...names]
    .map(([phrase, told]) => phrase.replace('*', [...told].sort().join(', ')))
    .sort()
    .join('; ');
}

/** Says that something of a kind, by its name, starts or stops to count on a date. */
type Tell = (on: CalendarDate, record: DatedRecord, kind: string, name: string, what: string) => void;

/** Says the date alone. */
type Note = (on: CalendarDate, record: DatedRecord) => void;

/** Answers are many and their dates few, so each date is noted once. */
function noteAnswers({ answerDates, disputed }: ServiceGround, note: Note): void {
  noteDates(answerDates.checklist, 'checklist_answers', note);
  noteDates(answerDates.questionnaires, 'questionnaire_answers', note);
  for (const answers of disputed) {
    for (const { disputedOn } of answers) if (disputedOn !== null) note(disputedOn, 'questionnaire_answers');
  }
}

function noteDates(dates: LimitsByDate, record: DatedRecord, note: Note): void {
  for (const [answeredOn, { ageingFrom, staleFrom }] of dates) {
    note(answeredOn, record);
    note(ageingFrom, record);
    note(staleFrom, record);
  }
}

/** All but answers. */
function datedIn(ground: ServiceGround): Dated[] {
  const dated: Dated[] = [];
  const tell: Tell = (on, record, kind, name, what) => dated.push({ on, record, kind, name, what });
  tellAgreements(ground, tell);
  tellReports(ground, tell);
  tellVendorRecords(ground, tell);
  tellMeasures(ground, tell);
  tellAdjustments(ground, tell);
  for (const incident of ground.facts.incidents)
    for (const { on, what } of turnsOfIncident(incident, ground.model))
      tell(on, 'incidents', 'incident', String(incident.number), what);
  for (const act of ground.model.recordingConsent.stateActs) {
    if (ground.states.includes(act.state))
      tell(act.effectiveOn, 'state_acts', 'state act', act.id, 'takes effect');
  }
  return dated;
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

function tellReports({ reports, attestations }: ServiceGround, tell: Tell): void {
  for (const { report, turns } of reports)
    for (const { on, what } of turns) tell(on, 'soc2_reports', 'SOC 2 report', report.key, what);
  for (const { attestation, turns } of attestations)
    for (const { on, what } of turns) tell(on, 'attestations', 'attestation', attestation.key, what);
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
  const ageing = `older than ${currentMonths} months`;
  const stale = `older than ${ageingMonths} months`;
  for (const answers of questionAnswers) {
    for (const { question, answeredOn, limits, disputedOn } of answers ?? []) {
      tell(answeredOn, 'questionnaire_answers', 'answer to', question.id, 'starts to count');
      tell(limits.ageingFrom, 'questionnaire_answers', 'answer to', question.id, ageing);
      tell(limits.staleFrom, 'questionnaire_answers', 'answer to', question.id, stale);
      if (disputedOn) tell(disputedOn, 'questionnaire_answers', 'answer to', question.id, 'is disputed');
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
  for (const { key, decidedOn, withdrawal } of facts.adjustments) {
    tell(decidedOn, 'adjustments', 'adjustment', key, 'starts to count');
    tell(nextDay(addMonths(decidedOn, currentMonths)), 'adjustments', 'adjustment', key, lapses);
    if (withdrawal) tell(withdrawal.on, 'adjustments', 'adjustment', key, 'is withdrawn');
  }
}
