// What most practices have, listed with one press (catalogs/asset-inventory.yaml). Nothing is known of it yet, and that is what its record says.
import type { UsualThing } from '../assets/asset-inventory-catalog';
import type { AssetFields } from '../assets/asset.fields';
import type { LocationFields } from '../assets/location.fields';

/** In the order of the catalog; what it does not have is passed over. */
export function chosenThings(usual: readonly UsualThing[], ids: readonly string[]): UsualThing[] {
  return usual.filter(({ id }) => ids.includes(id));
}

export function recordOfThing(thing: UsualThing): AssetFields | LocationFields {
  const { name } = thing;
  return thing.of === 'asset'
    ? { name, kind: thing.kind, handlesClientData: 'unknown' }
    : { name, kind: thing.kind, access: 'unknown', sharedWith: 'unknown' };
}
