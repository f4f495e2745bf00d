// All safeguards of a practice at a glance: how far, what is missing first, what nobody has confirmed for a year, and every entry by family for print.
import { countsOf, type ReviewedEntry, type SafeguardsReview } from '../safeguards/safeguards-review';
import type { SafeguardGroup, SafeguardQuestion } from '../safeguards/safeguard-questions';
import { addressOfEntry } from './safeguard-addresses';
import { entryView, type EntryView, type NameOf } from './entry-view';

export interface SafeguardsOverview {
  at: string;
  asOf: string;
  isGoodPractice: boolean;
  /** "5 of 72 entries open" */
  open: string;
  percent: number;
  counts: SafeguardsReview['counts'];
  groups: GroupCard[];
  gaps: PlacedEntry[];
  carried: PlacedEntry[];
  decided: PlacedEntry[];
  roleNotStated: boolean;
  families: { title: string; told: string; entries: PlacedEntry[] }[];
}

export interface GroupCard {
  id: string;
  title: string;
  intro: string;
  href: string;
  /** "9 of 12 answered" */
  answered: string;
  percent: number;
  /** "2 gaps, 1 carried"; empty where there is nothing to tell */
  told: string;
}

export type PlacedEntry = EntryView & { href: string };

export function safeguardsOverview(
  at: string,
  review: SafeguardsReview,
  { groups, questions }: { groups: readonly SafeguardGroup[]; questions: readonly SafeguardQuestion[] },
  nameOf: NameOf,
): SafeguardsOverview {
  const placed = (entry: ReviewedEntry): PlacedEntry => ({
    ...entryView(entry, nameOf),
    // What never applies to a private practice has no form.
    href: isAnswerable(entry.entry, questions) ? addressOfEntry(at, entry.entry) : '',
  });
  const { counts, entries } = review;
  return {
    ...{ at, asOf: review.asOf, isGoodPractice: review.isGoodPractice, counts },
    open: openInWords(counts),
    percent: percentOf(entries),
    groups: groups.map((group) => groupCard(at, group, entriesOf(group.id, questions, entries))),
    gaps: entries.filter(({ gap }) => gap !== null).map(placed),
    carried: entries.filter(({ carriedFrom }) => carriedFrom !== null).map(placed),
    decided: entries.filter(({ decision }) => decision !== null).map(placed),
    roleNotStated: entries.some(({ state }) => state === 'role_not_stated'),
    families: review.families.map(({ id, title }) => {
      const own = entries.filter(({ family }) => family === id);
      return { title, told: familyInWords(own), entries: own.map(placed) };
    }),
  };
}

/** "5 of 72 entries open". */
export function openInWords({ open, entries }: Pick<SafeguardsReview['counts'], 'open' | 'entries'>): string {
  return `${open} of ${entries} entries open`;
}

function isAnswerable(entry: string, questions: readonly SafeguardQuestion[]): boolean {
  return questions.some(({ entries }) => entries.includes(entry));
}

/** The entries that the questions of a group answer, in the order of the rule. */
export function entriesOf(
  group: string,
  questions: readonly SafeguardQuestion[],
  entries: readonly ReviewedEntry[],
): ReviewedEntry[] {
  const own = questions
    .filter((question) => question.group === group)
    .flatMap((question) => question.entries);
  return entries.filter(({ entry }) => own.includes(entry));
}

function groupCard(at: string, { id, title, intro }: SafeguardGroup, entries: ReviewedEntry[]): GroupCard {
  const { open, gaps, carried, notApplicable } = countsOf(entries);
  const applicable = entries.length - notApplicable;
  return {
    ...{ id, title, intro, href: `${at}/${id}`, percent: percentOf(entries) },
    answered: applicable === 0 ? 'None of it applies' : `${applicable - open} of ${applicable} answered`,
    told: [
      gaps > 0 && `${gaps} ${gaps === 1 ? 'gap' : 'gaps'}`,
      carried > 0 && `${carried} not confirmed for a year`,
    ]
      .filter(Boolean)
      .join(', '),
  };
}

/** How much is known of what may apply; whole where nothing does. */
export function percentOf(entries: readonly ReviewedEntry[]): number {
  const { open, notApplicable } = countsOf(entries);
  const applicable = entries.length - notApplicable;
  return applicable === 0 ? 100 : Math.floor((100 * (applicable - open)) / applicable);
}

function familyInWords(entries: readonly ReviewedEntry[]): string {
  const { inPlace, gaps, open, decided, notApplicable } = countsOf(entries);
  const parts: [number, string][] = [
    [inPlace, 'in place'],
    [gaps, gaps === 1 ? 'gap' : 'gaps'],
    [decided, 'decided otherwise'],
    [open, 'open'],
    [notApplicable, 'not applicable'],
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${entries.length} entries: ${told.join(', ')}`;
}
