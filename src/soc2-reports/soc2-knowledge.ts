// catalogs/soc2.yaml as parsed: what each field, opinion, topic and red flag means, and how sure that is.
import type { ControlTopic, Soc2Kind, Soc2Opinion } from './soc2-words';

/** How a document counts: a `soc2_plus` by whether it states a period; what counts as `none` earns nothing as a SOC 2 report. */
export const COUNTS_AS = ['type_1', 'type_2', 'by_period', 'none'] as const;
export type CountsAs = (typeof COUNTS_AS)[number];

export const RED_FLAG_IDS = [
  'SOC-RF01',
  'SOC-RF02',
  'SOC-RF03',
  'SOC-RF04',
  'SOC-RF05',
  'SOC-RF06',
  'SOC-RF07',
  'SOC-RF08',
  'SOC-RF09',
  'SOC-RF10',
  'SOC-RF11',
  'SOC-RF12',
  'SOC-RF13',
  'SOC-RF14',
  'SOC-RF15',
  'SOC-RF16',
  'SOC-RF17',
  'SOC-RF18',
] as const;
export type RedFlagId = (typeof RED_FLAG_IDS)[number];

/** Worst first. */
export const RED_FLAG_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type RedFlagSeverity = (typeof RED_FLAG_SEVERITIES)[number];

export interface Soc2FieldDefinition {
  /** SOC-F01 to SOC-F24 */
  readonly id: string;
  /** the fields of a report that hold it */
  readonly fields: readonly string[];
  readonly title: string;
  readonly help: string;
  readonly basis: string;
}

export interface RedFlagDefinition {
  readonly id: RedFlagId;
  readonly severity: RedFlagSeverity;
  readonly flag: string;
  readonly ask: string;
  readonly basis: string;
}

export interface TopicDefinition {
  readonly topic: ControlTopic;
  readonly name: string;
  /** criteria that a user entity control of the topic is taken to serve where the report does not say; none: all of them */
  readonly criteria: readonly string[];
  readonly task: string;
}

export interface Soc2Knowledge {
  /** the longest stretch that one bridge letter carries, in months: good practice, not law */
  readonly bridgeLetterMonths: number;
  /** where that bound comes from, in words */
  readonly bridgeLetterSource: string;
  /** from so many exceptions on, they are many (house suggestion) */
  readonly manyExceptions: number;
  readonly fields: readonly Soc2FieldDefinition[];
  readonly kinds: readonly {
    readonly kind: Soc2Kind;
    readonly name: string;
    readonly countsAs: CountsAs;
    readonly meaning: string;
  }[];
  readonly opinions: readonly {
    readonly opinion: Soc2Opinion;
    readonly meaning: string;
    readonly judgement: string;
    readonly basis: string;
  }[];
  readonly redFlags: readonly RedFlagDefinition[];
  readonly topics: readonly TopicDefinition[];
  readonly criteria: readonly {
    readonly criteria: readonly string[];
    readonly topic: string;
    readonly why: string;
  }[];
}
