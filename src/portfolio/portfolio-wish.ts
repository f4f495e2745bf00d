// What somebody wants to see of their practices: which, in what order. It stands in the address, so that a list can be kept and sent on.
import { LEVELS, type Level } from '../common/level';

export const SORTS = ['name', 'risk', 'tools', 'gates', 'tasks', 'due', 'stale', 'sealed'] as const;
export type Sort = (typeof SORTS)[number];

export const ORDERS = ['asc', 'desc'] as const;
export type Order = (typeof ORDERS)[number];

/** For a practice without a score there is no level: none. */
export const LEVEL_CHOICES = [...LEVELS, 'none'] as const;

export const DUE_WITHIN_DAYS = 30;

export interface PortfolioWish {
  search: string | null;
  level: Level | 'none' | null;
  /** only those with open gates */
  gates: 'open' | null;
  /** only those where something is due within DUE_WITHIN_DAYS */
  due: 'soon' | null;
  /** only those with evidence that is stale or expired */
  evidence: 'stale' | null;
  sort: Sort;
  order: Order;
}

/** What is worst, most or soonest comes first; a name begins with A. */
export const USUAL_ORDER: Readonly<Record<Sort, Order>> = {
  ...{ name: 'asc', risk: 'desc', tools: 'desc', gates: 'desc', tasks: 'desc' },
  ...{ due: 'asc', stale: 'desc', sealed: 'asc' },
};

export const USUAL_SORT: Sort = 'risk';

export type Wished = { [Name in keyof PortfolioWish]?: PortfolioWish[Name] | null };

export function wishOf({ search, level, gates, due, evidence, sort, order }: Wished): PortfolioWish {
  const by = sort ?? USUAL_SORT;
  const words = search?.trim();
  return {
    ...{ search: words ? words : null, level: level ?? null, gates: gates ?? null, due: due ?? null },
    ...{ evidence: evidence ?? null, sort: by, order: order ?? USUAL_ORDER[by] },
  };
}

/** The wish as a query of the address, without what is usual; empty for the usual list. */
export function addressOfWish({ sort, order, ...filter }: PortfolioWish): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== null) query.set(name, value);
  if (sort !== USUAL_SORT || order !== USUAL_ORDER[sort]) query.set('sort', sort);
  if (order !== USUAL_ORDER[sort]) query.set('order', order);
  return query.toString();
}

export function isFiltered({ search, level, gates, due, evidence }: PortfolioWish): boolean {
  return [search, level, gates, due, evidence].some((one) => one !== null);
}
