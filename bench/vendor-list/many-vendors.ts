// One practice with very many vendors, a service and a score each, put straight into the tables: what is measured is reading.
import { Client } from 'pg';
import { READ_SETTING, WRITE_SETTING } from '../../src/database/tenancy.sql';
import type { ModelInForce } from '../../src/assessments/scores/service-score.query';

/** @returns the cursors of `pages` pages spread over all vendors */
export async function storeManyVendors(
  ownerUrl: string,
  organizationId: string,
  model: ModelInForce,
  { vendors, pages }: { vendors: number; pages: number },
): Promise<string[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `select set_config('${READ_SETTING}', '{' || $1 || '}', false), set_config('${WRITE_SETTING}', $1, false)`,
      [organizationId],
    );
    await owner.query(
      `insert into vendor (organization_id, id, key, name)
       select $1, gen_random_uuid(), 'many-' || n, 'Vendor ' || n || ', Inc.' from generate_series(1, $2::int) n`,
      [organizationId, vendors],
    );
    await owner.query(
      `insert into service (organization_id, id, key, vendor_key, name, functions, uses_ai)
       select $1, gen_random_uuid(), 'many-' || n, 'many-' || n, 'Service ' || n, '{scheduling}', n % 2 = 0
       from generate_series(1, $2::int) n`,
      [organizationId, vendors],
    );
    await owner.query(
      `insert into service_score (organization_id, service_key, decision, level, inherent_level, index_out_of_100,
         confidence_percent, as_of, model_id, model_version, why, result)
       select $1, 'many-' || n, 'use_with_conditions', 'moderate', 'high', n % 100, n % 100, current_date, $3, $4,
         'Worst threat moderate: a subcontractor is breached', '{}'
       from generate_series(1, $2::int) n`,
      [organizationId, vendors, model.id, model.version],
    );
    const { rows } = await owner.query<{ id: string }>(
      `select id from (select id, row_number() over (order by id) as place from vendor where organization_id = $1) v
       where place % $2 = 0 order by id limit $3`,
      [organizationId, Math.floor(vendors / (pages + 1)), pages],
    );
    return rows.map(({ id }) => Buffer.from(id).toString('base64url'));
  } finally {
    await owner.end();
  }
}
