// One entry of the Security Rule answered apart from the others of its question.
import { noteFindingAt } from '../findings/note-finding';
import type { ReviewedEntry } from '../safeguards/safeguards-review';
import type { SafeguardQuestion } from '../safeguards/safeguard-questions';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import type { Values } from '../web/form-view';
import { entryView, type EntryView } from './entry-view';
import { storedOf, type GroupInput } from './group.presenter';
import { addressOfEntry } from './safeguard-addresses';
import { safeguardForm, shownVersions, storedTogether, type SafeguardForm } from './safeguard-form';

export interface EntryInput extends GroupInput {
  entry: ReviewedEntry;
  question: SafeguardQuestion;
}

export interface EntryPage {
  entry: EntryView;
  question: string;
  back: { href: string; title: string };
  action: string;
  shown: string;
  isPassed: boolean;
  /** where a finding about it is noted */
  note: string;
  form: SafeguardForm;
}

/** @param again as it was typed; `shown` is null where the page now shows what is stored */
export function entryForm(
  { at, entry, question, facts, groups, nameOf }: EntryInput,
  again: { values: Values; faults: ShownFaults; shown: string | null } | null,
): EntryPage {
  const stored = storedOf(facts, [entry.entry]);
  const group = groups.find(({ id }) => id === question.group);
  const values = again?.values ?? storedTogether('', stored).values;
  return {
    entry: entryView(entry, nameOf),
    question: question.question,
    back: { href: `${at}/${question.group}#${question.id}`, title: group?.title ?? '' },
    action: addressOfEntry(at, entry.entry),
    shown: again?.shown ?? shownVersions(stored),
    note: noteFindingAt(at.replace(/\/safeguards$/, ''), {
      ...{ source: 'safeguard', sourceId: entry.entry, title: entry.title },
    }),
    isPassed: entry.state === 'not_applicable',
    form: safeguardForm('', [entry], facts.evidence ?? [], values, again?.faults ?? NO_FAULTS),
  };
}
