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
}

/** The turns after a date, soonest first; each is looked for when it is asked for, since the first or second mostly settles it. */
export function* turnsAfter(ground: ServiceGround, date: CalendarDate): Generator<Turn> {
  for (let turn = turnAfter(ground, date); turn; turn = turnAfter(ground, turn.on)) yield turn;
}

function turnAfter(ground: ServiceGround, date: CalendarDate): Turn | null {
  let soonest = '';
  const records: DatedRecord[] = [];
  tellChanges(ground, (on, record) => {
    if (on <= date || (soonest !== '' && on > soonest)) return;
    if (on !== soonest) {
      soonest = on;
      records.length = 0;
    }
    if (!records.includes(record)) records.push(record);
  });
  return soonest === '' ? null : { on: soonest, records };
}

/** What happens on a day in words: things of one kind to which the same happens are told together, in order of their words. */
export function tellTurn(ground: ServiceGround, { on }: Turn): string {
  const names = new Map<string, Set<string>>();
  tellChanges(ground, (date, _record, kind, name, what) => {
    if (date !== on) return;
    const phrase = `${kind} *: ${what}`;
    const told = names.get(phrase);
    if (told) told.add(name);
    else names.set(phrase, new Set([name]));
  });
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
  for (const { key, decidedOn } of facts.adjustments) {
    tell(decidedOn, 'adjustments', 'adjustment', key, 'starts to count');
    tell(nextDay(addMonths(decidedOn, currentMonths)), 'adjustments', 'adjustment', key, lapses);
  }
}
