import type { QueryConfig } from 'pg';
import { META, selectListOf } from '../records/record-kind';
import { USES_AI, VENDOR } from './vendor.record';

export interface VendorPage {
  after: string;
  limit: number;
  key: string | null;
  text: string | null;
  usesAi: boolean | null;
}

/** A page of vendors by key, text and use of AI, in one statement; one row more than asked for says that there is a next page. */
export function vendorPage(organizationId: string, page: VendorPage): QueryConfig {
  return {
    name: 'vendor-page-filtered',
    text: `select ${META}, ${selectListOf(VENDOR)} from vendor r
      where r.organization_id = $1 and r.id > $2 and ($3::text is null or r.key = $3)
        and ($4::text is null or strpos(lower(r.name), lower($4)) > 0 or strpos(r.key, lower($4)) > 0)
        and ($5::boolean is null or ${USES_AI} = $5)
      order by r.id limit $6`,
    values: [organizationId, page.after, page.key, page.text, page.usesAi, page.limit + 1],
  };
}
