// The practice against the whole Security Rule, as the review was frozen: the picture, the gaps, the decisions, what is open, and every entry in the appendix.
import { nameOfThing } from '../../assets/inventory-names';
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type { OwnMarkup } from '../../common/markup/own-markup';
import { isOpen } from '../../safeguards/entry-state';
import {
  contradictionWords,
  type NameOfRecord,
  DESIGNATION_WORDS,
  gapWords,
  OUTCOME_WORDS,
  STATE_WORDS,
} from '../../safeguards/safeguard-words';
import type { ReviewedEntry } from '../../safeguards/safeguards-review';
import { citationOf } from '../../safeguards/security-rule';
import { evidenceNumbers } from './appendices/evidence-list.presenter';
import { longDate, shortDate } from './date-words';
import { counted, listed } from './number-words';
import { safeguardGrid } from './safeguard-grid';

export interface SafeguardsView {
  lead: string;
  /** that the rule does not bind the practice; empty where it does, or may */
  goodPractice: string;
  grid: OwnMarkup;
  gaps: {
    citation: string;
    title: string;
    designation: string;
    state: string;
    words: string;
    /** what the practice does so far; empty where nothing is on record */
    done: string;
    /** who answers for it; empty where nobody is named */
    who: string;
  }[];
  decisions: DecisionRow[];
  /** replaced or taken back, in the order of the rule, the oldest first */
  earlierDecisions: DecisionRow[];
  open: { state: string; entries: string }[];
  carried: string;
  families: { title: string; entries: EntryRow[] }[];
}

export interface DecisionRow {
  citation: string;
  title: string;
  outcome: string;
  whyNotReasonable: string;
  instead: string;
  decided: string;
}

export interface EntryRow {
  citation: string;
  title: string;
  designation: string;
  state: string;
  /** why it does not apply, from when it is carried, what is wrong with it */
  notes: string[];
  how: string;
  owner: string;
  /** "E3", or the title of a document that the evidence of this report does not list */
  evidence: string;
  since: string;
}

/** null: it was not worked out when the assessment was drawn up */
export function safeguardsView(document: AssessmentDocument): SafeguardsView | null {
  const { safeguardsReview: review, dossier } = document;
  if (!review) return null;
  const { entries, counts, families } = review;
  const numbers = evidenceNumbers(dossier);
  const nameOf: NameOfRecord = (kind, key) =>
    kind === 'agreement'
      ? (dossier.agreements?.find((one) => one.key === key)?.title ?? key)
      : nameOfThing(dossier, kind, key);
  const contradicted = (entry: ReviewedEntry): string[] =>
    entry.contradictions.map((one) => contradictionWords(one, nameOf));
  return {
    lead:
      `${counts.open} of ${counts.entries} entries open. ${counted(counts.inPlace, 'entry is', 'entries are')} in place, ` +
      `${counted(counts.gaps, 'is a gap', 'are gaps')}, ${counted(counts.decided, 'addressable one was', 'addressable ones were')} decided otherwise, ` +
      `and ${counted(counts.notApplicable, 'does', 'do')} not apply.`,
    goodPractice: review.isGoodPractice
      ? 'The practice states that it is no covered entity. The Security Rule does not bind it then, and this review is good practice.'
      : '',
    grid: safeguardGrid(review, 'safeguard-grid'),
    gaps: entries.flatMap((entry) =>
      entry.gap
        ? [
            {
              ...headOf(entry),
              state: STATE_WORDS[entry.state],
              words: [gapWords(entry.gap, entry.designation), ...contradicted(entry)].join(' '),
              done: entry.done ?? '',
              who: entry.owner ? `${entry.owner.name}, ${entry.owner.role}` : '',
            },
          ]
        : [],
    ),
    decisions: entries.flatMap((entry) => (entry.decision ? [decisionRow(entry, entry.decision)] : [])),
    earlierDecisions: entries.flatMap((entry) =>
      (entry.earlierDecisions ?? []).map((one) => {
        const row = decisionRow(entry, one);
        return { ...row, decided: `${row.decided}; in effect until ${shortDate(one.replacedOn)}` };
      }),
    ),
    open: openByState(entries),
    carried: carriedWords(entries),
    families: families.map(({ id, title }) => ({
      title,
      entries: entries
        .filter(({ family }) => family === id)
        .map((entry) => entryRow(entry, contradicted(entry), numbers)),
    })),
  };
}

function headOf({ entry, title, designation }: ReviewedEntry): {
  citation: string;
  title: string;
  designation: string;
} {
  return { citation: citationOf(entry), title, designation: DESIGNATION_WORDS[designation] };
}

function decisionRow(entry: ReviewedEntry, decision: NonNullable<ReviewedEntry['decision']>): DecisionRow {
  const { outcome, whyNotReasonable, alternative, alternativeSince, whyNoAlternative } = decision;
  const since = alternativeSince ? ` (since ${shortDate(alternativeSince)})` : '';
  const { name, role } = decision.decidedBy;
  return {
    ...{
      citation: citationOf(entry.entry),
      title: entry.title,
      outcome: OUTCOME_WORDS[outcome],
      whyNotReasonable,
    },
    instead: alternative ? `${alternative}${since}` : (whyNoAlternative ?? ''),
    decided: `${shortDate(decision.decidedOn)}, ${name}, ${role}`,
  };
}

/** What is open, by why: nobody knows, nobody answered, a role is not stated. */
function openByState(entries: readonly ReviewedEntry[]): SafeguardsView['open'] {
  const states = [...new Set(entries.map(({ state }) => state).filter(isOpen))];
  return states.map((state) => ({
    state: STATE_WORDS[state],
    entries: entries
      .filter((entry) => entry.state === state)
      .map(({ entry, title }) => `${entry} ${title}`)
      .join('; '),
  }));
}

function carriedWords(entries: readonly ReviewedEntry[]): string {
  const carried = entries.flatMap(({ entry, carriedFrom }) => (carriedFrom ? [{ entry, carriedFrom }] : []));
  if (carried.length === 0) return '';
  const [oldest = ''] = carried.map(({ carriedFrom }) => carriedFrom).sort();
  const which = listed(carried.map(({ entry }) => entry));
  return `${counted(carried.length, 'answer is', 'answers are')} carried, the oldest from ${longDate(oldest)}, and not confirmed since: ${which}.`;
}

function entryRow(
  entry: ReviewedEntry,
  contradicted: readonly string[],
  numbers: ReadonlyMap<string, string>,
): EntryRow {
  const { reason, gap, carriedFrom, owner, decision, since } = entry;
  const instead = decision
    ? `${OUTCOME_WORDS[decision.outcome]}: ${decision.alternative ?? decision.whyNoAlternative}`
    : '';
  return {
    ...headOf(entry),
    // what the gap is stands in the section itself
    state:
      gap === 'contradicted'
        ? 'Contradicted: gap'
        : gap
          ? `${STATE_WORDS[entry.state]}: gap`
          : STATE_WORDS[entry.state],
    notes: [
      ...(reason ? [reason] : []),
      ...contradicted,
      ...(carriedFrom ? [`Carried from ${shortDate(carriedFrom)}, not confirmed since.`] : []),
    ],
    how: [entry.done ?? '', instead].filter(Boolean).join(' '),
    owner: owner ? `${owner.name}, ${owner.role}` : '',
    evidence: entry.evidence.map(({ key, title }) => numbers.get(key) ?? title).join(', '),
    since: since ? shortDate(since) : '',
  };
}
