// The provisions of an agreement as pages of a few each, group after group in the order of the catalog. Pure.
import type {
  ProvisionDefinition,
  ProvisionGroupDefinition,
  ProvisionsAndGroups,
} from '../assessments/scoring/agreement-provisions-catalog';
import type { ProvisionId, ProvisionVerdictFields } from '../business-associate-agreements/provision.fields';
import { evenParts } from '../common/even-parts';

/** More than these are too many at once. */
const MOST_ON_A_PAGE = 6;

export interface ClausePage {
  group: ProvisionGroupDefinition;
  /** 1 for the first */
  part: number;
  parts: number;
  provisions: readonly ProvisionDefinition[];
}

export interface PlaceAmongClauses {
  page: ClausePage;
  before: ClausePage | null;
  after: ClausePage | null;
}

export type ClauseCatalog = Pick<ProvisionsAndGroups, 'groups' | 'provisions'>;

export function clausePages({ groups, provisions }: ClauseCatalog): ClausePage[] {
  return groups.flatMap((group) =>
    evenParts(
      provisions.filter((provision) => provision.group === group.id),
      MOST_ON_A_PAGE,
    ).map((part, index, { length }) => ({ group, part: index + 1, parts: length, provisions: part })),
  );
}

/** The page of a group and its part, with its neighbours; undefined where there is none. */
export function clausesAt(
  pages: readonly ClausePage[],
  group: string,
  part: number,
): PlaceAmongClauses | undefined {
  const index = pages.findIndex((page) => page.group.id === group && page.part === part);
  const page = pages[index];
  return page && { page, before: pages[index - 1] ?? null, after: pages[index + 1] ?? null };
}

/** Where somebody who comes back goes on: the first page with a clause that was not read, else the first of all. */
export function pageToReadOn(
  pages: readonly ClausePage[],
  stored: readonly ProvisionVerdictFields[],
): ClausePage | undefined {
  const read = new Set(stored.map(({ provision }) => provision));
  return pages.find(({ provisions }) => provisions.some(({ id }) => !read.has(id))) ?? pages[0];
}

/** Where the clauses of an agreement are listed. @param tool address of the tool */
export function addressOfClauses(tool: string, agreementId: string): string {
  return `${tool}/agreements/${agreementId}/provisions`;
}

/** @param at address of the clauses of the agreement */
export function addressOfPage(at: string, { group, part }: Pick<ClausePage, 'group' | 'part'>): string {
  return `${at}/${group.id}${part > 1 ? `?part=${part}` : ''}`;
}

/** Straight to one clause. @throws when the catalog has no such provision */
export function addressOfClause(at: string, catalog: ClauseCatalog, provision: ProvisionId): string {
  const page = clausePages(catalog).find(({ provisions }) => provisions.some(({ id }) => id === provision));
  if (!page) throw new Error(`the catalog of provisions has no ${provision}`);
  return `${addressOfPage(at, page)}#${provision}`;
}

/** @param wanted what the pressed button says: next, back, or anything else for the list of groups */
export function whereNext(wanted: string, at: string, { before, after }: PlaceAmongClauses): string {
  if (wanted === 'next' && after) return addressOfPage(at, after);
  if (wanted === 'back' && before) return addressOfPage(at, before);
  return at;
}
