// What the inventory of assets may do to the practice's own register, over generated inventories: to forget is never better than to know.
import * as fc from 'fast-check';
import { aDossier } from '../../test/factories/dossier.factory';
import { anyInventory, type GeneratedInventory } from '../../test/factories/inventory.arbitrary';
import { goodSafeguards } from '../../test/factories/safeguards.factory';
import { MODEL } from '../../test/factories/scored';
import { scorePractice } from '../assessments/scoring/score-practice';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { rankOf } from '../common/level';
import { keyOfEntry } from '../safeguards/security-rule';
import { recordsOnAnswers } from '../safeguards/safeguards-review';
import { gatherPracticeFacts } from './gather-practice-facts';
import { reviewSafeguards } from './review-safeguards';

const ASOF = '2026-11-22';
const RUNS = { numRuns: 300 };
const catalogs = loadCatalogs();
/** All said to be in place, with nothing on file: only the inventory can show anything. */
const SAFEGUARDS = goodSafeguards('2026-10-01').map(({ entry, status, answeredOn }) => ({
  ...{ key: keyOfEntry(entry), entry, status, answeredOn },
}));

const BLANK = { services: [], adjustments: [], locations: [], assets: [], assetConnections: [] };

function rated(inventory: Partial<GeneratedInventory>, evidenceKeys: string[] | null = null) {
  const safeguards = SAFEGUARDS.map((one) => ({ ...one, evidenceKeys }));
  const dossier = aDossier({ ...BLANK, safeguards, ...inventory });
  const review = reviewSafeguards(dossier, ASOF, catalogs);
  return scorePractice(gatherPracticeFacts(dossier, ASOF, [], recordsOnAnswers(review)), [], MODEL);
}
type Rated = ReturnType<typeof rated>;

/** Threats of which a level, or the points behind it, are better in `after`. */
function betterIn(after: Rated, before: Rated): string[] {
  return before.threats
    .filter(({ id, residual, bandings }) => {
      const now = after.threats.find((one) => one.id === id);
      if (!now) return true;
      const points = (of: typeof bandings) => of.reduce((sum, one) => sum + one.points, 0);
      return rankOf(now.residual.risk) < rankOf(residual.risk) || points(now.bandings) > points(bandings);
    })
    .map(({ id }) => id);
}

type Forget = (inventory: GeneratedInventory) => GeneratedInventory;
const ofAssets =
  (changes: object): Forget =>
  (inventory) => ({ ...inventory, assets: inventory.assets.map((one) => ({ ...one, ...changes })) });
const ofConnections =
  (changes: object): Forget =>
  (inventory) => ({
    ...inventory,
    assetConnections: inventory.assetConnections.map((one) => ({ ...one, ...changes })),
  });
const FORGETTING: readonly Forget[] = [
  ofAssets({ encryptedAtRest: null }),
  ofAssets({ encryptedAtRest: 'unknown' }),
  ofAssets({ locksItself: null }),
  ofAssets({ backedUp: 'unknown' }),
  ofAssets({ handlesClientData: 'unknown' }),
  ofAssets({ responsible: null }),
  ofAssets({ location: null }),
  ofAssets({ reviewedOn: null }),
  (inventory) => ({
    ...inventory,
    assets: inventory.assets.map((one) => ({
      ...one,
      disposal: one.disposal &&
        one.disposal.method !== 'entered_by_mistake' && {
          ...one.disposal,
          method: 'unknown',
          evidenceKey: null,
        },
    })) as GeneratedInventory['assets'],
  }),
  ofConnections({ encryptedInTransit: 'unknown' }),
  ofConnections({ carriesClientData: 'unknown' }),
  ofConnections({ reviewedOn: null }),
  (inventory) => ({
    ...inventory,
    locations: inventory.locations.map((one) => ({ ...one, access: 'unknown' as const })),
  }),
];

describe('an inventory', () => {
  it('never makes a level better by what is forgotten of it', () => {
    fc.assert(
      fc.property(anyInventory(ASOF), fc.constantFrom(...FORGETTING), (inventory, forget) => {
        const mistaken = inventory.assets.some(({ disposal }) => disposal?.method === 'entered_by_mistake');
        fc.pre(!mistaken);
        expect(betterIn(rated(forget(inventory)), rated(inventory))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('adds nothing to a document that shows the same: never counted twice', () => {
    const shown = rated({}, ['security-policies']);
    fc.assert(
      fc.property(anyInventory(ASOF), (inventory) => {
        expect(betterIn(rated(inventory, ['security-policies']), shown)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is the same in whatever order it is listed', () => {
    fc.assert(
      fc.property(anyInventory(ASOF), ({ locations, assets, assetConnections }) => {
        const turned = {
          locations: [...locations].reverse(),
          assets: [...assets].reverse(),
          assetConnections: [...assetConnections].reverse(),
        };
        expect(rated(turned)).toEqual(rated({ locations, assets, assetConnections }));
      }),
      { numRuns: 100 },
    );
  });
});
