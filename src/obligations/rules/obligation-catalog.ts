// What the catalogs of obligations hold, as types: the words are data (catalogs/obligations.yaml, catalogs/proposed-security-rule.yaml).
import type { CatalogHead } from '../../assessments/scoring/scoring-model';
import type { CalendarDate } from '../../common/calendar-date';
import type { ObligationOwner } from '../records/obligation-ids';
import type { ObligationSource } from './obligation-sources';

/**
 * How binding an obligation is. `law_event`: the rule sets the event or the deadline; `law_duty_interval_free`: the rule asks for it and sets no interval;
 * `seed_good_practice`: a source document suggests it; `good_practice`: we suggest it.
 */
export const LEGAL_STATUSES = [
  'law_event',
  'law_duty_interval_free',
  'seed_good_practice',
  'good_practice',
] as const;
export type LegalStatus = (typeof LEGAL_STATUSES)[number];

/** Whose an interval or a deadline is: the law's, ours, a source document's, or what is usual in the market. */
export const CADENCE_ORIGINS = ['law', 'house', 'seed', 'market'] as const;
export type CadenceOrigin = (typeof CADENCE_ORIGINS)[number];

export type Cadence =
  | { readonly kind: 'months'; readonly months: number }
  /** each calendar year, so many days after its end */
  | { readonly kind: 'after_year_end'; readonly days: number }
  /** before the first use of what it is about */
  | { readonly kind: 'before_use' }
  /** once, after the end of what it is about */
  | { readonly kind: 'after_end' }
  /** every note, every recording; a proof of it may be asked for every so many months */
  | {
      readonly kind: 'each_time';
      readonly each: 'note' | 'recording';
      readonly proofEveryMonths: number | null;
    }
  /** whenever what `alsoWhen` names happens */
  | { readonly kind: 'event' }
  /** all the time, for so many years each */
  | { readonly kind: 'keep'; readonly years: number };

export interface ObligationDeadline {
  readonly words: string;
  /** days after the event; null where no number of days is set */
  readonly days: number | null;
  readonly from: CadenceOrigin;
}

export interface ObligationDefinition {
  readonly id: string;
  readonly title: string;
  readonly whatToDo: string;
  readonly legalStatus: LegalStatus;
  readonly cadence: Cadence;
  /** null where there is no interval */
  readonly cadenceFrom: CadenceOrigin | null;
  /** what else makes it due, or what alone does: reads after "when" */
  readonly alsoWhen: string | null;
  readonly deadline: ObligationDeadline | null;
  readonly citation: string | null;
  /** law that is no citation of a rule that we know, such as "State law" */
  readonly otherLaw: string | null;
  readonly usualOwner: ObligationOwner;
  readonly proof: string;
  /** how the entry is known, by its name in `bases` */
  readonly basis: string;
  readonly sourceIds: readonly string[];
  readonly note: string | null;
  readonly arisesFrom: readonly ObligationSource[];
}

export interface ObligationsCatalog extends CatalogHead {
  /** what falls due within so many days is due; before that it is coming up */
  readonly dueWithinDays: number;
  /** the obligation that a sealed assessment shows to be done */
  readonly sealedAssessmentShows: string;
  /** how entries are known, in words, by name */
  readonly bases: Readonly<Record<string, string>>;
  readonly obligations: readonly ObligationDefinition[];
}

/** An item of the proposed rule. It has no cadence that anything is worked out from: nothing in it is ever due. */
export interface ProposedItem {
  readonly id: string;
  readonly title: string;
  /** what it would ask for; begins with "Would" */
  readonly would: string;
  readonly limit: string | null;
  readonly proposedCitation: string;
  readonly basis: string;
}

export interface ProposedRuleCatalog extends CatalogHead {
  readonly title: string;
  readonly citation: string;
  readonly published: CalendarDate;
  readonly status: 'PROPOSED';
  readonly standing: string;
  readonly bases: Readonly<Record<string, string>>;
  readonly items: readonly ProposedItem[];
}

/** The basis of entries that nobody has checked against a text. */
export const UNCHECKED_BASIS = 'knowledge';

export const isLaw = ({ legalStatus }: Pick<ObligationDefinition, 'legalStatus'>): boolean =>
  legalStatus === 'law_event' || legalStatus === 'law_duty_interval_free';

/** After how many months it comes again, as the catalog has it; null where it does not come again by the calendar. */
export function monthsOf(cadence: Cadence): number | null {
  if (cadence.kind === 'months') return cadence.months;
  return cadence.kind === 'each_time' ? cadence.proofEveryMonths : null;
}
