// The form by which entries of the Security Rule are answered, together or one apart: what is shown in it, and what is stored of it.
import type { CalendarDate } from '../common/calendar-date';
import type { Constructor } from '../common/fields';
import type { FormBody } from '../common/http/form-body';
import {
  AddressableDecisionFields,
  SafeguardFields,
  SafeguardPersonFields,
  SAFEGUARD_STATUSES,
} from '../safeguards/safeguard.fields';
import { keyOfEntry, type KnownEntry } from '../safeguards/security-rule';
import type { ShownFaults } from '../web/form-faults';
import {
  fieldViews,
  labelsOf,
  storedIn,
  type FieldView,
  type FieldWords,
  type Values,
} from '../web/form-view';
import { recordFromForm } from '../web/record-from-form';
import { ANSWER_WORDS, DECIDER_WORDS, DECISION_WORDS, MORE_WORDS, OWNER_WORDS } from './safeguard-form-words';
import type { StoredSafeguard } from './safeguard-facts.query';

export interface SafeguardForm {
  status: FieldView;
  done: FieldView;
  /** who, since when, what shows it */
  more: FieldView[];
  isMoreOpen: boolean;
  /** empty where nothing that is answered is addressable */
  decision: FieldView[];
  isDecisionOpen: boolean;
}

/** The parts of the form by where their names begin. */
const PARTS = (
  at: string,
): readonly { at: string; type: Constructor; words: Readonly<Record<string, FieldWords>> }[] => [
  { at, type: SafeguardFields, words: { ...ANSWER_WORDS, ...MORE_WORDS } },
  { at: `${at}owner/`, type: SafeguardPersonFields, words: OWNER_WORDS },
  { at: `${at}decision/`, type: AddressableDecisionFields, words: DECISION_WORDS },
  { at: `${at}decision/decidedBy/`, type: SafeguardPersonFields, words: DECIDER_WORDS },
];

/** What each field is called, by its name in the form. */
export function labelsOfForm(at: string): Record<string, string> {
  return Object.assign({}, ...PARTS(at).map((part) => labelsOf(part.words, part.at))) as Record<
    string,
    string
  >;
}

/** @param at what stands before the names of the form's fields: a page has several forms */
export function safeguardForm(
  at: string,
  entries: readonly Pick<KnownEntry, 'designation'>[],
  evidence: readonly { key: string; title: string }[],
  values: Values,
  faults: ShownFaults,
): SafeguardForm {
  const [own, owner, decision, decidedBy] = PARTS(at).map((part) =>
    Object.values(fieldViews(part.type, part.words, values, faults, part.at)),
  ) as [FieldView[], FieldView[], FieldView[], FieldView[]];
  const [status, done, since, shownBy] = own as [FieldView, FieldView, FieldView, FieldView];
  const isAddressable = entries.some(({ designation }) => designation === 'addressable');
  const more = [...owner.map(neededWithOthers), since, ...evidenceField(shownBy, evidence, values)];
  const decided = isAddressable ? [...decision, ...decidedBy].map(neededWithOthers) : [];
  const isOpen = (views: readonly FieldView[]): boolean =>
    views.some(({ name, fault }) => fault !== '' || values(name).length > 0);
  return {
    status: { ...status, options: inOrderOfReading(status) },
    done,
    more,
    isMoreOpen: more.some(({ fault }) => fault !== ''),
    decision: decided,
    isDecisionOpen: isOpen(decided),
  };
}

/** Strongest first, as one reads; not known stays last. */
function inOrderOfReading({ options }: FieldView): FieldView['options'] {
  const order = [...SAFEGUARD_STATUSES].reverse();
  return [...options].sort(
    (first, second) =>
      order.findIndex((status) => status === first.value) -
      order.findIndex((status) => status === second.value),
  );
}

/** Needed once something else of its part is said; the server tells so. */
function neededWithOthers(view: FieldView): FieldView {
  const limits = view.limits ? { limits: { ...view.limits, required: false } } : {};
  return { ...view, ...limits, required: false };
}

/** Documents are ticked by their titles. Without any on file the question is none. */
function evidenceField(
  view: FieldView,
  evidence: readonly { key: string; title: string }[],
  values: Values,
): FieldView[] {
  const chosen = values(view.name);
  if (evidence.length === 0 && chosen.length === 0) return [];
  const options = evidence.map(({ key, title }) => ({
    ...{ value: key, label: title, help: '', isChosen: chosen.includes(key) },
  }));
  return [{ ...view, kind: 'choices', options }];
}

/** What was typed, as the body that the API would take; parts in which nothing stands are null. */
export function answerFromForm(form: FormBody, at: string, today: CalendarDate): Record<string, unknown> {
  const { owner, decision, ...typed } = recordFromForm(SafeguardFields, form, at);
  return {
    ...typed,
    owner: partOrNull(owner),
    decision: isPassed(typed.status) ? null : partOrNull(decision),
    // Whoever saves the form says it anew today.
    answeredOn: today,
    confirmedOn: null,
  };
}

/** Once it is in place, or nobody knows, there is nothing left to decide; what was decided stays on record as an earlier decision. */
function isPassed(status: unknown): boolean {
  return status === 'in_place' || status === 'unknown';
}

function partOrNull(part: unknown): unknown {
  return isEmpty(part) ? null : part;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** The record about one entry of what was typed for several: a decision is kept for those that are addressable. */
export function recordOf<T extends { decision?: unknown }>(
  { id, designation }: Pick<KnownEntry, 'id' | 'designation'>,
  answer: T,
): T & { key: string; entry: string } {
  const own = designation === 'addressable' ? {} : { decision: null };
  return { ...answer, ...own, key: keyOfEntry(id), entry: id };
}

export interface StoredTogether {
  values: Values;
  /** some entries were answered otherwise than others: saving answers all of them anew */
  isMixed: boolean;
}

/** What stands in the form at first: what is stored, where all that was answered was answered alike. */
export function storedTogether(at: string, records: readonly StoredSafeguard[]): StoredTogether {
  const said = new Set(records.map((record) => JSON.stringify(answerOf(record))));
  const [first] = records;
  if (!first || said.size > 1) return { values: () => [], isMixed: said.size > 1 };
  const decision = records.find((record) => record.decision)?.decision ?? null;
  const stored = storedIn({ ...answerOf(first), decision });
  return { values: (name) => (name.startsWith(at) ? stored(name.slice(at.length)) : []), isMixed: false };
}

/** What was said, without when, and without the decision, which only addressable entries have. */
function answerOf({ status, done, owner, since, evidenceKeys }: StoredSafeguard): object {
  return {
    status,
    done: done ?? null,
    owner: owner ? { name: owner.name, role: owner.role } : null,
    since: since ?? null,
    evidenceKeys: [...(evidenceKeys ?? [])].sort(),
  };
}

/** Beside the form stands what was stored when it was shown: `key:version`, a space between. */
export function shownVersions(records: readonly Pick<StoredSafeguard, 'key' | 'version'>[]): string {
  return records
    .map(({ key, version }) => `${key}:${version}`)
    .sort()
    .join(' ');
}
