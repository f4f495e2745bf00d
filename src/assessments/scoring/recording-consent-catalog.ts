// The catalog of what states ask about recording and about AI in therapy, as parsed from catalogs/recording-consent.yaml.
import type { CalendarDate } from '../../common/calendar-date';
import type { UsState } from '../../common/us-states';
import type { CatalogHead, Confidence } from './model-words';

export const RECORDING_RULES = ['one_party', 'all_party', 'unclear'] as const;
export type RecordingRule = (typeof RECORDING_RULES)[number];

/** The ways of holding a session that the law on recording tells apart. */
export const RECORDING_WAYS = ['in_person', 'electronic'] as const;
export type RecordingWay = (typeof RECORDING_WAYS)[number];

export interface StateRecordingRule {
  readonly code: UsState;
  readonly name: string;
  readonly inPerson: RecordingRule;
  readonly electronic: RecordingRule;
  readonly inPersonAsRead: string | null;
  readonly electronicAsRead: string | null;
  readonly treatAs: 'one_party' | 'all_party';
  readonly citation: string;
  readonly confidence: Confidence;
  readonly evidence: string;
  /** the ways for which the rule was read in the text of the law: what is known otherwise is told to no client */
  readonly textRead: readonly RecordingWay[];
  readonly note: string;
}

/**
 * What scoring can check of an act. Consent and notice on recorded or transcribed sessions; notice wherever AI has a part in care; words to
 * clients, and the working out of feelings, left to people; drafts reviewed; records kept in the United States.
 */
export const STATE_ACT_REQUIREMENTS = [
  'written_consent',
  'consent',
  'notice',
  'notice_of_ai_in_care',
  'no_talk_with_clients',
  'no_reading_of_feelings',
  'note_review',
  'records_in_united_states',
] as const;
export type StateActRequirement = (typeof STATE_ACT_REQUIREMENTS)[number];

export interface StateAct {
  readonly id: string;
  readonly state: UsState;
  readonly name: string;
  readonly citation: string;
  readonly effectiveOn: CalendarDate;
  readonly requires: readonly StateActRequirement[];
  readonly confidence: Confidence;
  readonly evidence: string;
  /** whether its text, or an official text of it, was read; a digest is none */
  readonly isTextRead: boolean;
  readonly summary: string;
}

export interface RecordingConsentCatalog extends CatalogHead {
  readonly states: readonly StateRecordingRule[];
  readonly stateActs: readonly StateAct[];
}
