// catalogs/breach-notification.yaml as it is read: the numbers that decide and the words that pages show.
import type { CalendarDate } from '../common/calendar-date';
import type { BreachException, BreachFactor, IncidentDuty } from './incident-words';

/** The numbers of 45 CFR 164.404 to 164.412. */
export interface BreachNumbers {
  /** calendar days after discovery */
  readonly noticeDays: number;
  /** individuals: so many or more */
  readonly hhsAtOnceFrom: number;
  /** days after the end of the calendar year of discovery */
  readonly yearEndDays: number;
  /** residents of one jurisdiction: more than so many */
  readonly mediaAbove: number;
  /** days after an official said so without writing */
  readonly spokenDelayDays: number;
}

interface Known {
  readonly confidence: 'high' | 'medium' | 'low';
  /** verified: the text, or a copy or account of it, was read */
  readonly verification: 'verified' | 'partly' | 'unverified';
  /** how the entry is known, as a phrase */
  readonly evidence: string;
}

export interface DutyDefinition extends Known {
  readonly id: IncidentDuty;
  readonly title: string;
  readonly owner: 'practice' | 'vendor';
  /** who is told */
  readonly tells: string;
  readonly arises: string;
  /** the outer limit in words */
  readonly limit: string;
  readonly note: string | null;
  readonly citation: string | null;
  readonly basis: 'law' | 'state' | 'agreement';
}

export interface FactorDefinition {
  readonly id: BreachFactor;
  readonly title: string;
  readonly question: string;
  readonly help: string;
  readonly pointsToLow: string;
  readonly pointsAgainst: string;
}

export interface BreachExceptionDefinition extends Known {
  readonly id: BreachException;
  readonly title: string;
  readonly citation: string;
  readonly says: string;
  readonly limits: string;
}

export interface BreachNotificationCatalog {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly effectiveOn: CalendarDate;
  readonly lawAsOf: CalendarDate;
  readonly numbers: BreachNumbers;
  readonly duties: readonly DutyDefinition[];
  readonly factors: readonly FactorDefinition[];
  readonly exceptions: readonly BreachExceptionDefinition[];
}
