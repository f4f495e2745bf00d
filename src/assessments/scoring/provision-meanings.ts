// What a verdict on a provision counts as: the catalog says it by group. A permission that is granted is no safeguard.
import type { ProvisionId } from '../../business-associate-agreements/provision.fields';
import type { ProvisionGroupDefinition, ProvisionsAndGroups } from './agreement-provisions-catalog';

type GroupByProvision = ReadonlyMap<ProvisionId, ProvisionGroupDefinition>;

/** Worked out once a catalog: every reading of a clause asks. */
const known = new WeakMap<ProvisionsAndGroups, GroupByProvision>();

/** The group of a provision, with what each verdict means in it. @throws when the catalog has no such provision */
export function groupOf(catalog: ProvisionsAndGroups, provision: ProvisionId): ProvisionGroupDefinition {
  let groups = known.get(catalog);
  if (!groups) known.set(catalog, (groups = groupsByProvision(catalog)));
  const group = groups.get(provision);
  if (!group) throw new Error(`the catalog of provisions has no ${provision}`);
  return group;
}

const required = new WeakMap<ProvisionsAndGroups, readonly ProvisionId[]>();

/** The provisions that the contract must hold (45 CFR 164.504(e)(2), 164.314(a)(2)). */
export function requiredProvisions(catalog: ProvisionsAndGroups): readonly ProvisionId[] {
  const found = required.get(catalog);
  if (found) return found;
  const made = catalog.provisions.filter(({ status }) => status === 'required').map(({ id }) => id);
  required.set(catalog, made);
  return made;
}

function groupsByProvision({ groups, provisions }: ProvisionsAndGroups): GroupByProvision {
  const byId = new Map(groups.map((group) => [group.id, group]));
  return new Map(
    provisions.flatMap(({ id, group }) => {
      const found = byId.get(group);
      return found ? [[id, found] as const] : [];
    }),
  );
}
