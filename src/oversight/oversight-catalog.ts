// catalogs/ai-oversight.yaml as it is read: the numbers that decide and the words that pages and reports show.
import type { CalendarDate } from '../common/calendar-date';
import type { LevelMeasure } from '../service-levels/service-level.fields';
import type {
  AgendaPoint,
  AnomalyKind,
  CreditState,
  DisputeOutcome,
  EntryChoice,
  FigureKind,
  FigureScope,
  GroupDimension,
  LogKind,
  Measurer,
  OutputKind,
  OversightKind,
  PointStanding,
  Questioner,
  ReviewConclusion,
  ReviewKind,
  TrialResult,
} from './oversight-words';
import type { FigureUnit } from './performance-measurements/promise-kept';

export interface OversightNumbers {
  /** percent: the lowest rate against the highest, a rule of thumb of employment law and no measure of HIPAA */
  readonly fourFifthsPercent: number;
  /** people: the smallest group that a form offers to compare */
  readonly offeredSmallestGroup: number;
  /** people: a group of fewer is told as "fewer than" in reports, since a small count can point to a person */
  readonly countsShownFrom: number;
  /** days: the term that a form offers for an answer, and for an appeal */
  readonly offeredAnswerDays: number;
  readonly offeredAppealDays: number;
  /** months after which a tried export says little */
  readonly trialCurrentMonths: number;
}

export interface RegisterDefinition {
  readonly title: string;
  /** one of its records */
  readonly one: string;
  readonly lead: string;
  /** what it means that nothing is on record */
  readonly none: string;
  /** the obligation that its records show, whose interval is theirs too; null where the kind of record says it */
  readonly obligation: string | null;
}

export interface FigureDefinition {
  readonly title: string;
  readonly better: 'higher' | 'lower';
  readonly units: readonly FigureUnit[];
  /** the promises that it can be held against */
  readonly promisedAs: readonly LevelMeasure[];
}

export interface ReviewDefinition {
  readonly title: string;
  readonly help: string;
  readonly obligation: string;
  /** the agenda: what is gone through each time */
  readonly points: readonly AgendaPoint[];
}

export interface PointDefinition {
  readonly title: string;
  readonly asks: string;
}

export interface RuleOfThumb {
  readonly title: string;
  readonly says: string;
  readonly limits: string;
  /** how it is known, as a sentence */
  readonly evidence: string;
}

export interface OversightCatalog {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly effectiveOn: CalendarDate;
  readonly lawAsOf: CalendarDate;
  readonly numbers: OversightNumbers;
  readonly fourFifths: RuleOfThumb;
  readonly registers: Readonly<Record<OversightKind, RegisterDefinition>>;
  /** the obligation that a certificate of destruction shows */
  readonly certificateShows: string;
  readonly outputs: Readonly<Record<OutputKind, string>>;
  readonly dimensions: Readonly<Record<GroupDimension, string>>;
  readonly logs: Readonly<Record<LogKind, { readonly title: string; readonly obligation: string }>>;
  readonly entryChoices: Readonly<Record<EntryChoice, string>>;
  readonly anomalies: Readonly<Record<AnomalyKind, string>>;
  readonly questioners: Readonly<Record<Questioner, string>>;
  readonly outcomes: Readonly<Record<DisputeOutcome, string>>;
  readonly figures: Readonly<Record<FigureKind, FigureDefinition>>;
  readonly scopes: Readonly<Record<FigureScope, string>>;
  readonly measurers: Readonly<Record<Measurer, string>>;
  readonly credits: Readonly<Record<CreditState, string>>;
  readonly reviews: Readonly<Record<ReviewKind, ReviewDefinition>>;
  readonly points: Readonly<Record<AgendaPoint, PointDefinition>>;
  readonly standings: Readonly<Record<PointStanding, string>>;
  readonly conclusions: Readonly<Record<ReviewConclusion, string>>;
  readonly trialResults: Readonly<Record<TrialResult, string>>;
}
