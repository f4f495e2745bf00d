// The shape of the catalog of the Security Rule, and what holds it together: parents that are there, designations that fit the kind, counts, and for each
// entry what it says in the catalog of citations.
import type { AgreementProvisionsCatalog, CatalogHead } from '../assessments/scoring/scoring-model';
import { integer, listOf, nullable, oneOf, record, ShapeError, text } from '../common/catalog-files/shape';
import type { CitationCatalog, CitationKind } from '../explanations/citation-catalog';
import {
  BOUND_PARTIES,
  citationOf,
  DESIGNATIONS,
  ENTRY_KINDS,
  FAMILIES,
  keyOfEntry,
  type Designation,
  type EntryKind,
  type FamilyOfRule,
  type RuleEntry,
} from '../safeguards/security-rule';
import { ENTRY_PATTERN } from '../safeguards/safeguard.fields';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';

/** How many entries there are in all, of a kind, and of a designation. */
interface RuleCounts {
  readonly entries: number;
  readonly standards: number;
  readonly specifications: number;
  readonly elements: number;
  readonly provisions: number;
  readonly required: number;
  readonly addressable: number;
}

export interface SecurityRuleCatalog extends CatalogHead {
  readonly families: readonly FamilyOfRule[];
  readonly counts: RuleCounts;
  readonly entries: readonly RuleEntry[];
}

const many = integer(0, 1000);

export const securityRuleShape = record<SecurityRuleCatalog>({
  ...headShapes,
  families: listOf(
    record<FamilyOfRule>({ id: oneOf(FAMILIES), title: text, section: text }),
    FAMILIES.length,
  ),
  counts: record<RuleCounts>({
    ...{ entries: many, standards: many, specifications: many, elements: many, provisions: many },
    ...{ required: many, addressable: many },
  }),
  entries: listOf(
    record<RuleEntry>({
      id: text,
      kind: oneOf(ENTRY_KINDS),
      parent: nullable(text),
      title: text,
      designation: oneOf(DESIGNATIONS),
      family: oneOf(FAMILIES),
      binds: oneOf(BOUND_PARTIES),
      contradictedBy: nullable(oneOf(['flow_without_agreement'] as const)),
      promises: nullable(listOf(text, 1)),
    }),
    1,
  ),
});

/** Kinds by the designations that they can have: a standard is binding as such, all else says for itself. */
const DESIGNATIONS_OF: Readonly<Record<EntryKind, readonly Designation[]>> = {
  standard: ['standard'],
  specification: ['required', 'addressable'],
  element: ['required', 'addressable'],
  provision: ['of_business_associate'],
};

/** How the catalog of citations calls a designation: what a business associate may do is a rule like others there. */
const CITATION_KIND_OF: Readonly<Record<Designation, CitationKind>> = {
  standard: 'standard',
  required: 'required',
  addressable: 'addressable',
  of_business_associate: 'rule',
};

/** @throws ShapeError naming the entry that does not hold together */
export function checkSecurityRule(
  { families, counts, entries }: SecurityRuleCatalog,
  citations: Pick<CitationCatalog, 'find'>,
  { provisions }: Pick<AgreementProvisionsCatalog, 'provisions'>,
): void {
  uniqueIds(families, 'families');
  uniqueIds(entries, 'entries');
  uniqueIds(
    entries.map(({ id }) => ({ id: keyOfEntry(id) })),
    'entries',
  );
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  entries.forEach((entry, index) => {
    const fault = (field: string, what: string): ShapeError =>
      new ShapeError(`entries[${index}].${field}`, `${what}: ${entry.id}`);
    if (!new RegExp(ENTRY_PATTERN).test(entry.id)) throw fault('id', 'is no citation of an entry');
    if (!DESIGNATIONS_OF[entry.kind].includes(entry.designation))
      throw fault('designation', `does not fit a ${entry.kind}`);
    checkParent(entry, byId, fault);
    const { section } = families.find(({ id }) => id === entry.family) as FamilyOfRule;
    if (!citationOf(entry.id).startsWith(`${section}(`)) throw fault('family', `is of ${section}`);
    const said = citations.find(citationOf(entry.id));
    if (!said) throw fault('id', 'has no entry in citations.yaml');
    if (said.kind !== CITATION_KIND_OF[entry.designation])
      throw fault('designation', `is "${said.kind}" in citations.yaml`);
    const unknown = entry.promises?.find((promise) => !provisions.some(({ id }) => id === promise));
    if (unknown) throw fault('promises', `name no provision "${unknown}"`);
  });
  checkCounts(counts, entries);
}

/** A standard stands by itself; all else is part of an entry that stands before it and is of its section. */
function checkParent(
  { kind, parent, family, id }: RuleEntry,
  byId: ReadonlyMap<string, RuleEntry>,
  fault: (field: string, what: string) => ShapeError,
): void {
  if ((kind === 'standard') !== (parent === null))
    throw fault('parent', 'stands with all but standards, and only there');
  if (parent === null) return;
  const above = byId.get(parent);
  if (!above) throw fault('parent', `"${parent}" is no entry`);
  const isBefore = [...byId.keys()].indexOf(parent) < [...byId.keys()].indexOf(id);
  if (!isBefore || above.family !== family) throw fault('parent', 'must stand before, in the same family');
  if (kind !== 'element' && above.kind !== 'standard') throw fault('parent', 'must be a standard');
}

function checkCounts(counts: RuleCounts, entries: readonly RuleEntry[]): void {
  const ofKind = (kind: EntryKind): number => entries.filter((entry) => entry.kind === kind).length;
  const designated = (designation: Designation): number =>
    entries.filter((entry) => entry.designation === designation).length;
  const found: RuleCounts = {
    entries: entries.length,
    standards: ofKind('standard'),
    specifications: ofKind('specification'),
    elements: ofKind('element'),
    provisions: ofKind('provision'),
    required: designated('required'),
    addressable: designated('addressable'),
  };
  for (const [name, count] of Object.entries(counts) as [keyof RuleCounts, number][]) {
    if (found[name] !== count)
      throw new ShapeError(`counts.${name}`, `says ${count}, but there are ${found[name]}`);
  }
}
