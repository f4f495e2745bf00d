// The factors of the model as contributions tell them, made once a model: the same few stand in hundreds of contributions of every service.
import { BASES, type Basis } from '../../common/words';
import type { FreshnessCode, MetCode, ScoringModel } from './scoring-model';
import type { Contribution } from './service-result';

export interface ToldFactors {
  readonly met: Readonly<Record<MetCode, Contribution['met']>>;
  readonly assurance: Readonly<Record<Basis, Contribution['assurance']>>;
  /** of what rests on nothing */
  readonly noBasis: Contribution['assurance'];
  readonly freshness: Readonly<Record<FreshnessCode, FreshnessTold>>;
}

interface FreshnessTold {
  /** of what has no age */
  readonly ageless: Contribution['freshness'];
  /** by age in whole months, filled as ages are met */
  readonly byMonths: Contribution['freshness'][];
}

const told = new WeakMap<ScoringModel, ToldFactors>();

export function toldFactors(model: ScoringModel): ToldFactors {
  const known = told.get(model);
  if (known) return known;
  const { met, assurance, freshness } = model.points;
  const made: ToldFactors = {
    met: {
      fully: { code: 'fully', factor: met.fully },
      partly: { code: 'partly', factor: met.partly },
      not_met: { code: 'not_met', factor: met.not_met },
      unknown: { code: 'unknown', factor: met.unknown },
    },
    assurance: Object.fromEntries(
      BASES.map((basis) => [basis, { basis, factor: assurance[basis] }]),
    ) as Record<Basis, Contribution['assurance']>,
    noBasis: { basis: null, factor: 0 },
    freshness: {
      current: freshnessTold(freshness.current),
      ageing: freshnessTold(freshness.ageing),
      stale: freshnessTold(freshness.stale),
    },
  };
  told.set(model, made);
  return made;
}

export function toldFreshness(
  { freshness }: ToldFactors,
  code: FreshnessCode,
  ageMonths: number | null,
): Contribution['freshness'] {
  const { ageless, byMonths } = freshness[code];
  return ageMonths === null ? ageless : (byMonths[ageMonths] ??= { ageMonths, factor: ageless.factor });
}

function freshnessTold(factor: number): FreshnessTold {
  return { ageless: { ageMonths: null, factor }, byMonths: [] };
}
