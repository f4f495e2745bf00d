import type { QueryConfig } from 'pg';

const COLUMNS = `r.id, r.digest, r.bytes, r.media_type as "mediaType", r.name, r.uploaded_at as "uploadedAt",
  r.destroyed_at as "destroyedAt", r.destroyed_because as "destroyedBecause"`;

export function fileById(organizationId: string, id: string): QueryConfig {
  return {
    name: 'file-by-id',
    text: `select ${COLUMNS} from stored_file r where r.organization_id = $1 and r.id = $2`,
    values: [organizationId, id],
  };
}

export function filePage(
  organizationId: string,
  page: { after: string; limit: number; digest: string | null },
): QueryConfig {
  return {
    name: 'file-page',
    text: `select ${COLUMNS} from stored_file r
      where r.organization_id = $1 and r.id > $2 and ($3::text is null or r.digest = $3)
      order by r.id limit $4`,
    values: [organizationId, page.after, page.digest, page.limit + 1],
  };
}

/** With the key to its bytes. */
export function fileWithKey(organizationId: string, id: string): QueryConfig {
  return {
    name: 'file-with-key',
    text: `select ${COLUMNS}, r.wrapped_key as "wrappedKey" from stored_file r where r.organization_id = $1 and r.id = $2`,
    values: [organizationId, id],
  };
}

/** The file that holds these bytes readably, if there is one. */
export function readableFileOf(organizationId: string, digest: string): QueryConfig {
  return {
    name: 'readable-file-of-digest',
    text: `select r.id from stored_file r where r.organization_id = $1 and r.digest = $2 and r.destroyed_at is null`,
    values: [organizationId, digest],
  };
}

/** Which of these ids are files that can be read. */
export function readableFiles(organizationId: string, ids: readonly string[]): QueryConfig {
  return {
    name: 'readable-files',
    text: `select r.id from stored_file r
      where r.organization_id = $1 and r.id = any ($2::uuid[]) and r.destroyed_at is null`,
    values: [organizationId, `{${ids.join(',')}}`],
  };
}
