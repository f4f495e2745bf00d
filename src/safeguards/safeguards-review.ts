// The practice against the whole Security Rule on a day: every entry with how it stands, what is open and what is a gap. Pure; the pages show it and the
// assessment keeps it as it was.
import type { CalendarDate } from '../common/calendar-date';
import type { CoveredEntity, OtherRole } from '../organizations/practice.fields';
import {
  contradictionsOf,
  speaksAgainst,
  type Contradiction,
  type RecordsBeside,
  type ShownBetween,
} from './contradictions';
import {
  applicabilityOf,
  gapOf,
  isCarried,
  isOpen,
  lastSaidOn,
  stateOf,
  type EntryGap,
  type EntryState,
} from './entry-state';
import { reasonWords } from './safeguard-words';
import type {
  AddressableDecisionFields,
  EarlierDecisionFields,
  SafeguardFields,
  SafeguardPersonFields,
} from './safeguard.fields';
import type { Designation, EntryKind, Family, FamilyOfRule, RuleEntry } from './security-rule';

export interface ReviewedEntry {
  /** bare citation, as in 164.308(a)(2) */
  entry: string;
  title: string;
  kind: EntryKind;
  designation: Designation;
  family: Family;
  state: EntryState;
  /** why it does not apply, or what has to be said first; null where it applies */
  reason: string | null;
  gap: EntryGap | null;
  /** what of the records speaks against "in place" */
  contradictions: Contradiction[];
  /** from when until when the inventory of assets shows it like a document; absent where it does not */
  shownByInventory?: ShownBetween;
  done: string | null;
  /** documents on file that show it */
  evidence: { key: string; title: string }[];
  owner: SafeguardPersonFields | null;
  since: CalendarDate | null;
  answeredOn: CalendarDate | null;
  /** the day on which somebody last said so, once that is too long ago; null while it is current */
  carriedFrom: CalendarDate | null;
  /** the decision on an addressable specification in force; null where none counts */
  decision: AddressableDecisionFields | null;
  /** decisions that were replaced or taken back, the oldest first; absent where there are none */
  earlierDecisions?: EarlierDecisionFields[];
}

export interface ReviewCounts {
  entries: number;
  /** of these, applicable or not yet known to be, and unanswered or unknown */
  open: number;
  /** without those that the practice's own records contradict: these are gaps */
  inPlace: number;
  gaps: number;
  /** addressable and answered by a decision under 45 CFR 164.306(d)(3) */
  decided: number;
  carried: number;
  notApplicable: number;
}

export interface SafeguardsReview {
  asOf: CalendarDate;
  /** the practice states that it is no covered entity: the rule does not bind it, and the review is good practice */
  isGoodPractice: boolean;
  families: { id: Family; title: string }[];
  /** every entry of the rule, in its order */
  entries: ReviewedEntry[];
  counts: ReviewCounts;
}

export type SafeguardRecord = SafeguardFields & {
  readonly entry: string;
  readonly earlierDecisions?: readonly EarlierDecisionFields[] | null;
};

export interface ReviewInput {
  readonly asOf: CalendarDate;
  readonly practice: {
    readonly coveredEntity: CoveredEntity;
    readonly otherRoles?: readonly OtherRole[] | null;
  };
  /** at most one of an entry; one of an entry that the rule does not have is passed over */
  readonly safeguards: readonly SafeguardRecord[];
  readonly evidence: readonly { readonly key: string; readonly title: string }[];
  readonly beside: RecordsBeside;
}

export interface RuleOfReview {
  readonly families: readonly FamilyOfRule[];
  readonly entries: readonly RuleEntry[];
  /** after so many months an answer counts as carried */
  readonly currentMonths: number;
}

export function safeguardsReview(input: ReviewInput, rule: RuleOfReview): SafeguardsReview {
  const records = new Map(input.safeguards.map((record) => [record.entry, record]));
  const entries = rule.entries.map((entry) =>
    reviewedEntry(entry, records.get(entry.id) ?? null, input, rule.currentMonths),
  );
  return {
    asOf: input.asOf,
    isGoodPractice: input.practice.coveredEntity === 'no',
    families: rule.families.map(({ id, title }) => ({ id, title })),
    entries,
    counts: countsOf(entries),
  };
}

function reviewedEntry(
  entry: RuleEntry,
  record: SafeguardRecord | null,
  { asOf, practice, evidence, beside }: ReviewInput,
  currentMonths: number,
): ReviewedEntry {
  const applicability = applicabilityOf(entry, practice.otherRoles);
  const state = stateOf(applicability, record);
  const { id, title, kind, designation, family } = entry;
  // What was answered of an entry that does not apply stays on record and says nothing here.
  const told = applicability === 'applies' ? record : null;
  const contradictions = state === 'in_place' ? contradictionsOf(entry, beside) : [];
  const decision = (designation === 'addressable' && told?.decision) || null;
  const shown = told && beside.inventory.find((one) => one.entry === id)?.shown;
  const standing = { isDecided: decision !== null, isContradicted: contradictions.some(speaksAgainst) };
  return {
    ...{ entry: id, title, kind, designation, family, state, contradictions },
    reason: reasonWords(applicability, entry.binds),
    gap: gapOf(entry, state, standing),
    ...(shown && { shownByInventory: shown }),
    done: told?.done ?? null,
    evidence: titlesOf(told?.evidenceKeys ?? [], evidence),
    owner: told?.owner ?? null,
    since: told?.since ?? null,
    answeredOn: told?.answeredOn ?? null,
    carriedFrom: told && isCarried(told, asOf, currentMonths) ? lastSaidOn(told) : null,
    decision: state === 'partly' || state === 'not_in_place' ? decision : null,
    ...(record?.earlierDecisions?.length && { earlierDecisions: [...record.earlierDecisions] }),
  };
}

/** In the order of keys; a key without its document is shown as it stands. */
function titlesOf(
  keys: readonly string[],
  evidence: ReviewInput['evidence'],
): { key: string; title: string }[] {
  return [...keys]
    .sort()
    .map((key) => ({ key, title: evidence.find((one) => one.key === key)?.title ?? key }));
}

/** Of the entries given: of all, of a group of questions, or of a family. */
export function countsOf(entries: readonly ReviewedEntry[]): ReviewCounts {
  const count = (is: (entry: ReviewedEntry) => boolean): number => entries.filter(is).length;
  return {
    entries: entries.length,
    open: count(({ state }) => isOpen(state)),
    inPlace: count(({ state, gap }) => state === 'in_place' && gap === null),
    gaps: count(({ gap }) => gap !== null),
    decided: count(({ decision }) => decision !== null),
    carried: count(({ carriedFrom }) => carriedFrom !== null),
    notApplicable: count(({ state }) => state === 'not_applicable'),
  };
}

/** A gap by the entry that it is a gap of, for whatever builds on gaps: `open` where nobody knows yet. */
export interface SafeguardGap {
  readonly entry: string;
  readonly designation: Designation;
  readonly gap: EntryGap | 'open';
}

/** Every entry that is not known to be met, in the order of the rule: gaps, and what is open. What was decided under 164.306(d)(3) is neither. */
export function safeguardGaps({ entries }: Pick<SafeguardsReview, 'entries'>): SafeguardGap[] {
  return entries.flatMap(({ entry, designation, gap, state }) => {
    const what = gap ?? (isOpen(state) ? 'open' : null);
    return what ? [{ entry, designation, gap: what }] : [];
  });
}

/** What the records of the practice say beside its answers, by entry. */
export interface RecordsOnAnswers {
  /** said to be in place while the records speak against it */
  readonly contradicted: ReadonlySet<string>;
  /** said to be in place while the records do not know */
  readonly doubted: ReadonlySet<string>;
  /** shown by the inventory like by a document */
  readonly shown: ReadonlyMap<string, ShownBetween>;
}

export const NOTHING_SAID: RecordsOnAnswers = {
  contradicted: new Set(),
  doubted: new Set(),
  shown: new Map(),
};

export function recordsOnAnswers({ entries }: Pick<SafeguardsReview, 'entries'>): RecordsOnAnswers {
  const keysOf = (are: readonly ReviewedEntry[]): ReadonlySet<string> =>
    new Set(are.map(({ entry }) => entry));
  return {
    contradicted: keysOf(entries.filter(({ gap }) => gap === 'contradicted')),
    doubted: keysOf(
      entries.filter(({ contradictions, gap }) => gap !== 'contradicted' && contradictions.length > 0),
    ),
    shown: new Map(
      entries.flatMap(({ entry, shownByInventory }) => (shownByInventory ? [[entry, shownByInventory]] : [])),
    ),
  };
}
