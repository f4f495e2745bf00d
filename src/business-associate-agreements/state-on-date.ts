// The state of an agreement on a day, worked out from its dates and never typed in.
import { addDays, addMonths, type CalendarDate } from '../common/calendar-date';
import type { AgreementFields } from './agreement.fields';
import {
  editionOn,
  editionsOf,
  endedByActOn,
  heldSince,
  startOf,
  type AgreementTerms,
} from './agreement-editions';

export const AGREEMENT_STATES = [
  'requested',
  'sent',
  'negotiating',
  'signed',
  'in_force',
  'expiring',
  'lapsed',
  'terminated',
  'superseded',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** How an agreement stands on a day. */
export interface AgreementStanding {
  readonly asOf: CalendarDate;
  /** null when nothing on record had happened by then */
  readonly state: AgreementState | null;
  /** first day of the unbroken time in force; null when it is not in force */
  readonly inForceSince: CalendarDate | null;
  /** last day of the term that runs; null when none runs, or without end */
  readonly termEndsOn: CalendarDate | null;
  /** last day on which notice to leave is in time, when it renews by itself */
  readonly leaveNoticeBy: CalendarDate | null;
  /** what it says on that day, amendments included; null when it is not in force */
  readonly terms: AgreementTerms | null;
}

/**
 * @param expiringWithinDays an agreement in force that ends in at most so many days, and does not renew by itself, is `expiring`
 */
export function standingOn(
  agreement: AgreementFields,
  date: CalendarDate,
  expiringWithinDays: number,
): AgreementStanding {
  // What was signed later was not known on the date: it says nothing of how long the agreement would last.
  const editions = editionsOf({
    ...agreement,
    amendments: agreement.amendments?.filter(({ signedOn }) => happened(signedOn, date)),
  });
  const edition = editionOn(editions, date);
  if (!edition) return notInForce(agreement, date);
  const since = heldSince(editions, edition);
  const termEndsOn = endOfTerm(agreement, edition.terms, date);
  let last = edition;
  for (const next of editions) if (next.from === last.until) last = next;
  const expiring = last.until !== null && last.until <= addDays(date, expiringWithinDays + 1);
  return {
    asOf: date,
    state: expiring ? 'expiring' : 'in_force',
    inForceSince: since,
    termEndsOn,
    leaveNoticeBy: leaveNoticeBy(agreement, termEndsOn),
    terms: edition.terms,
  };
}

/** The state alone. */
export function stateOn(
  agreement: AgreementFields,
  date: CalendarDate,
  expiringWithinDays: number,
): AgreementState | null {
  return standingOn(agreement, date, expiringWithinDays).state;
}

function notInForce(agreement: AgreementFields, date: CalendarDate): AgreementStanding {
  return {
    asOf: date,
    state: stateOutOfForce(agreement, date),
    inForceSince: null,
    termEndsOn: null,
    leaveNoticeBy: null,
    terms: null,
  };
}

function stateOutOfForce(agreement: AgreementFields, date: CalendarDate): AgreementState | null {
  const { supersededOn, signedOn, negotiatingSince, sentOn, requestedOn } = agreement;
  const ended = endedByActOn(agreement);
  if (ended !== null && ended <= date) return ended === supersededOn ? 'superseded' : 'terminated';
  const start = startOf(agreement);
  if (start !== null && start <= date) return 'lapsed';
  if (happened(signedOn, date)) return 'signed';
  if (happened(negotiatingSince, date)) return 'negotiating';
  if (happened(sentOn, date)) return 'sent';
  return happened(requestedOn, date) ? 'requested' : null;
}

function happened(on: CalendarDate | null | undefined, date: CalendarDate): boolean {
  return Boolean(on && on <= date);
}

/** The last day of the term that runs on a date. Renewals are counted from the first end, so the 31st stays the 31st where it can. */
function endOfTerm(
  { autoRenews, renewalTermMonths }: AgreementFields,
  { endsOn }: AgreementTerms,
  date: CalendarDate,
): CalendarDate | null {
  if (endsOn === null || !autoRenews || !renewalTermMonths) return endsOn;
  let end = endsOn;
  for (let renewals = 1; end < date; renewals += 1) end = addMonths(endsOn, renewals * renewalTermMonths);
  return end;
}

function leaveNoticeBy(
  { autoRenews, noticeDaysToLeave }: AgreementFields,
  termEndsOn: CalendarDate | null,
): CalendarDate | null {
  if (!autoRenews || termEndsOn === null || noticeDaysToLeave == null) return null;
  return addDays(termEndsOn, -noticeDaysToLeave);
}
