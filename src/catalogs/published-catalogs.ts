// Catalogs as the API hands them out: each by its id, with the digest of the file that it was read from.
import type { Catalogs } from './load-catalogs';

export interface PublishedCatalog {
  /** SHA-256 of the file's bytes, in hex */
  digest: string;
  content: Readonly<Record<string, unknown>>;
}

/** Every catalog that was read, by id. The scoring model comes without the catalogs that it is joined with in memory. */
export function publishedCatalogs(catalogs: Catalogs): ReadonlyMap<string, PublishedCatalog> {
  const digests = new Map(catalogs.digests.map(({ id, digest }) => [id, digest]));
  const idOf = (value: unknown) => (value as { id?: unknown } | null)?.id;
  const isCatalog = (value: unknown): value is Record<string, unknown> => {
    const id = typeof value === 'object' ? idOf(value) : undefined;
    return typeof id === 'string' && digests.has(id);
  };
  const alone = (catalog: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(catalog).filter(([, value]) => !isCatalog(value)));
  return new Map(
    Object.values(catalogs)
      .filter(isCatalog)
      .map((catalog) => {
        const id = idOf(catalog) as string;
        return [id, { digest: digests.get(id) as string, content: alone(catalog) }];
      }),
  );
}
