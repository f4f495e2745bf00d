// What does not fit within one finding: pure, the same for a file, an import and every change. What it names elsewhere is for src/dossiers/coherence.
import type { CalendarDate } from '../common/calendar-date';
import { REDACTED } from '../common/redacted-mark';
import type { FaultCode } from '../common/problems/fault-codes';
import type { CorrectiveActionFields, FindingFields, FindingReviewFields } from './finding.fields';
import { isDone } from './finding-standing';
import { SOURCES_WITHOUT_ID } from './finding-words';

export interface FindingFault {
  code: FaultCode;
  detail: string;
  at: (string | number)[];
}

/** @param today where the practice is; dates are not held against it when it is left out */
export function findingFaults(finding: FindingFields, today?: CalendarDate): FindingFault[] {
  return [
    ...sourceFaults(finding),
    ...late(finding.foundOn, today, ['foundOn']),
    ...(finding.actions ?? []).flatMap((action, place) => actionFaults(action, place, finding, today)),
    ...(finding.reviews ?? []).flatMap((review, place) => reviewFaults(review, place, finding, today)),
  ];
}

function sourceFaults({ source, sourceId }: FindingFields): FindingFault[] {
  const needsNone = SOURCES_WITHOUT_ID.includes(source);
  if (needsNone === !sourceId) return [];
  const detail = needsNone
    ? 'is for what has an id; leave it out for a review or an own observation'
    : `must name the ${source} that it comes from`;
  return [{ code: 'source-unfit', detail, at: ['sourceId'] }];
}

function actionFaults(
  { key, dueOn, startedOn, doneOn, done, evidenceKeys }: CorrectiveActionFields,
  place: number,
  { foundOn, actions }: FindingFields,
  today: CalendarDate | undefined,
): FindingFault[] {
  const at = (field: string) => ['actions', place, field];
  const isSecond = (actions ?? []).findIndex((one) => one.key === key) < place;
  const isShown = Boolean(done) || (evidenceKeys ?? []).length > 0;
  return [
    ...when(isSecond, 'duplicate-key', 'is the key of another action of this finding', at('key')),
    ...when(dueOn < foundOn, 'dates-reversed', 'lies before the day on which it was found', at('dueOn')),
    ...when(
      startedOn != null && startedOn < foundOn,
      'dates-reversed',
      'lies before the day on which it was found',
      at('startedOn'),
    ),
    ...when(
      doneOn != null && doneOn < (startedOn ?? foundOn),
      'dates-reversed',
      startedOn ? 'lies before the day on which work began' : 'lies before the day on which it was found',
      at('doneOn'),
    ),
    ...when(
      doneOn != null && !isShown,
      'proof-missing',
      'say what was done, or name the evidence that shows it',
      at('done'),
    ),
    ...when(doneOn == null && Boolean(done), 'day-missing', 'say on which day it was done', at('doneOn')),
    ...late(startedOn, today, at('startedOn')),
    ...late(doneOn, today, at('doneOn')),
  ];
}

function reviewFaults(
  { outcome, on, by, actionsSeen }: FindingReviewFields,
  place: number,
  { foundOn, actions, reviews }: FindingFields,
  today: CalendarDate | undefined,
): FindingFault[] {
  const all = actions ?? [];
  const before = place > 0 ? reviews?.[place - 1] : undefined;
  const seen = all.slice(0, actionsSeen);
  const at = (field: string) => ['reviews', place, field];
  const earliest = before && before.on > foundOn ? before.on : foundOn;
  const isOwn = seen.some(({ owner }) => samePerson(owner.name, by.name));
  // After a reopening only what was still open, or was taken on since, can have helped.
  const counting =
    before?.outcome === 'reopened'
      ? seen.filter((action, nth) => nth >= before.actionsSeen || !isDone(action, before.on))
      : seen;
  const isUndone = counting.length === 0 || seen.some((action) => !isDone(action, on));
  return [
    ...when(on < earliest, 'dates-reversed', `lies before ${earliest}; look-backs stand in order`, at('on')),
    ...late(on, today, at('on')),
    ...when(
      actionsSeen > all.length || actionsSeen < (before?.actionsSeen ?? 0),
      'actions-miscounted',
      `must be from ${before?.actionsSeen ?? 0} to ${all.length}, the number of actions`,
      at('actionsSeen'),
    ),
    ...when(
      outcome === 'works' && isUndone,
      'actions-open',
      'can be said once every action is done, and there is one',
      at('outcome'),
    ),
    ...when(
      outcome === 'works' && isOwn,
      'verified-by-owner',
      'owns one of the actions; somebody else has to look whether it works',
      ['reviews', place, 'by', 'name'],
    ),
  ];
}

/** Names are compared as people write them: without regard to case and to spaces. */
export function samePerson(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  // Two names that were taken out of the record may have been two people.
  return plain(one) === plain(other) && !plain(one).includes(REDACTED);
}

function late(
  date: CalendarDate | null | undefined,
  today: CalendarDate | undefined,
  at: (string | number)[],
): FindingFault[] {
  return when(
    date != null && today !== undefined && date > today,
    'dated-in-the-future',
    `lies after ${today}; say it once it is so`,
    at,
  );
}

function when(holds: boolean, code: FaultCode, detail: string, at: (string | number)[]): FindingFault[] {
  return holds ? [{ code, detail, at }] : [];
}
