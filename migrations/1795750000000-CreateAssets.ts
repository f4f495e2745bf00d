import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

const YES_NO_UNKNOWN = `in ('yes', 'no', 'unknown')`;
const HEAD = `
        organization_id uuid not null references organization,
        id uuid not null,
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),`;

/**
 * Places, assets and the connections between them. Which asset holds the copy of another is held by the rules of the dossier alone: a list is written in one
 * statement, and one may name another that comes after it. `undone` is what is open about an asset, worked out in the transaction of every change: lists of
 * tasks read it, no dossier holds it.
 */
export class CreateAssets1795750000000 implements MigrationInterface {
  name = 'CreateAssets1795750000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table location (${HEAD}
        name text not null,
        kind text not null,
        responsible text,
        access text not null,
        shared_with text not null,
        hazards text[],
        excluded_because text,
        closed_on date,
        reviewed_on date,
        primary key (organization_id, id),
        unique (organization_id, key)
      );

      create table asset (${HEAD}
        name text not null,
        kind text not null,
        responsible text,
        location_key text,
        hosted_by_key text,
        handles_client_data text not null check (handles_client_data ${YES_NO_UNKNOWN}),
        data_classes text[],
        client_volume text,
        encrypted_at_rest text check (encrypted_at_rest ${YES_NO_UNKNOWN}),
        locks_itself text check (locks_itself ${YES_NO_UNKNOWN}),
        managed text check (managed ${YES_NO_UNKNOWN}),
        personally_owned text check (personally_owned ${YES_NO_UNKNOWN}),
        supported_until date,
        backed_up text check (backed_up ${YES_NO_UNKNOWN}),
        backed_up_to_key text,
        disposal jsonb,
        excluded_because text,
        reviewed_on date,
        undone jsonb not null default '[]',
        primary key (organization_id, id),
        unique (organization_id, key),
        foreign key (organization_id, location_key) references location (organization_id, key),
        foreign key (organization_id, hosted_by_key) references vendor (organization_id, key),
        constraint asset_excluded_without_client_data check (excluded_because is null or handles_client_data = 'no')
      );
      create index asset_location on asset (organization_id, location_key);
      create index asset_hosted_by on asset (organization_id, hosted_by_key);

      create table asset_connection (${HEAD}
        from_asset_key text not null,
        to_asset_key text,
        to_location_key text,
        to_service_key text,
        purpose text,
        network text not null,
        carries_client_data text not null check (carries_client_data ${YES_NO_UNKNOWN}),
        encrypted_in_transit text not null check (encrypted_in_transit ${YES_NO_UNKNOWN}),
        remote_access text not null check (remote_access ${YES_NO_UNKNOWN}),
        second_factor text check (second_factor ${YES_NO_UNKNOWN}),
        ended_on date,
        reviewed_on date,
        primary key (organization_id, id),
        unique (organization_id, key),
        foreign key (organization_id, from_asset_key) references asset (organization_id, key),
        foreign key (organization_id, to_asset_key) references asset (organization_id, key),
        foreign key (organization_id, to_location_key) references location (organization_id, key),
        foreign key (organization_id, to_service_key) references service (organization_id, key),
        constraint asset_connection_one_end check (num_nonnulls(to_asset_key, to_location_key, to_service_key) = 1)
      );
      create index asset_connection_from on asset_connection (organization_id, from_asset_key);
      create index asset_connection_to_asset on asset_connection (organization_id, to_asset_key);
      create index asset_connection_to_location on asset_connection (organization_id, to_location_key);
      create index asset_connection_to_service on asset_connection (organization_id, to_service_key);
    `);
    for (const table of ['location', 'asset', 'asset_connection']) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table asset_connection; drop table asset; drop table location;');
  }
}
