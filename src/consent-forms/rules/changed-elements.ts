// What has changed under a form since it was adopted: an element whose facts are other facts now, one that has come to apply, one that applies no more. Changes of
// our wording alone are none: the practice adopted the words that it has.
import type { ConsentElementId, ConsentFactId } from '../records/consent-element-ids';
import type { BuiltForm, UsedFact } from './build-consent-form';

export interface AdoptedElement {
  readonly element: string;
  readonly title: string;
  readonly facts?: readonly { readonly fact: string; readonly value?: string | null }[] | null;
}

export interface ChangedFact {
  readonly fact: ConsentFactId;
  /** null: not on record */
  readonly was: string | null;
  readonly is: string | null;
}

export interface ChangedElement {
  readonly element: ConsentElementId;
  readonly title: string;
  readonly what: 'changed' | 'added' | 'gone';
  readonly facts: readonly ChangedFact[];
}

/** @param now the form as it would be built today, for the same kind and services */
export function changedElements(adopted: readonly AdoptedElement[], now: BuiltForm): ChangedElement[] {
  const built = now.sections.flatMap(({ elements }) => elements);
  const changed = built.flatMap((element): ChangedElement[] => {
    const { id, title, usedFacts } = element;
    const before = adopted.find((one) => one.element === id);
    if (!before) return [{ element: id, title, what: 'added', facts: [] }];
    const facts = changedFacts(before.facts ?? [], usedFacts);
    return facts.length > 0 ? [{ element: id, title, what: 'changed', facts }] : [];
  });
  const gone = adopted
    .filter(({ element }) => !built.some(({ id }) => id === element))
    .map(({ element, title }) => ({
      element: element as ConsentElementId,
      ...{ title, what: 'gone' as const, facts: [] },
    }));
  return [...changed, ...gone];
}

function changedFacts(
  before: readonly { readonly fact: string; readonly value?: string | null }[],
  now: readonly UsedFact[],
): ChangedFact[] {
  return now.flatMap(({ fact, value }) => {
    const known = before.find((one) => one.fact === fact);
    // A fact that the catalog of the day did not ask for says nothing of a change.
    if (!known) return [];
    const was = known.value ?? null;
    return was === value ? [] : [{ fact, was, is: value }];
  });
}
