import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/**
 * The audit log as a chain per organization: a number without gaps, the digest of the entry before and of the entry itself, a head
 * that says where the log ends, and signed checkpoints. What is there already is chained in the order of its ids.
 */
export class ChainAuditLog1795430000000 implements MigrationInterface {
  name = 'ChainAuditLog1795430000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_event add column address text, add column sequence bigint,
        add column previous_digest text, add column digest text;

      create table audit_log_head (
        organization_id uuid primary key references organization,
        sequence bigint not null check (sequence >= 0),
        digest text not null check (digest ~ '^[0-9a-f]{64}$')
      );

      create table audit_log_checkpoint (
        organization_id uuid not null references organization,
        id uuid not null,
        sequence bigint not null check (sequence > 0),
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        signed_at timestamptz not null,
        public_key text not null,
        key_id text not null check (key_id ~ '^[0-9a-f]{64}$'),
        signature text not null,
        primary key (organization_id, id)
      );
      create index audit_log_checkpoint_sequence on audit_log_checkpoint (organization_id, sequence);
      create trigger audit_log_checkpoint_append_only before update or delete on audit_log_checkpoint
        for each row execute function refuse_change();
      create trigger audit_log_checkpoint_no_truncate before truncate on audit_log_checkpoint
        for each statement execute function refuse_change();
    `);
    await chainWhatIsThere(runner);
    await protectTenantTable(runner, 'audit_log_head');
    await protectTenantTable(runner, 'audit_log_checkpoint');
    // Nobody deletes an entry within six years, and later only what a checkpoint of that age has signed: all of it had happened by then.
    await runner.query(`
      alter table audit_event alter column sequence set not null, alter column previous_digest set not null,
        alter column digest set not null,
        add constraint audit_event_sequence_key unique (organization_id, sequence),
        add constraint audit_event_sequence_check check (sequence > 0),
        add constraint audit_event_digest_check check (digest ~ '^[0-9a-f]{64}$'),
        add constraint audit_event_previous_digest_check check (previous_digest ~ '^[0-9a-f]{64}$');

      drop trigger audit_event_append_only on audit_event;
      create trigger audit_event_append_only before update on audit_event
        for each row execute function refuse_change();

      create function keep_for_its_term() returns trigger language plpgsql as $$
      begin
        if exists (
          select from public.audit_log_checkpoint c
          where c.organization_id = old.organization_id and c.sequence >= old.sequence
            and c.signed_at < now() - interval '6 years'
        ) then return old; end if;
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_event_kept_for_its_term before delete on audit_event
        for each row execute function keep_for_its_term();

      create function prune_audit_log(of_organization uuid, last_sequence bigint) returns bigint
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          with deleted as (
            delete from public.audit_event where organization_id = of_organization and sequence <= last_sequence returning 1
          )
          select count(*) from deleted
        $$;

      create policy audit_event_owner_lists on audit_event for select to current_user using (true);
      create policy audit_log_checkpoint_owner_lists on audit_log_checkpoint for select to current_user using (true);

      -- For the command that verifies every log.
      create function organization_ids(after_id uuid, at_most integer) returns setof uuid
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select organization_id from public.organization
          where after_id is null or organization_id > after_id
          order by organization_id limit at_most
        $$;

      -- For the sweep: the logs whose first entry without a signature is older than the moment given.
      create function audit_logs_to_sign(unsigned_before timestamptz) returns table (organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select o.organization_id from public.organization o
          left join lateral (
            select max(c.sequence) as sequence from public.audit_log_checkpoint c where c.organization_id = o.organization_id
          ) signed on true
          join public.audit_event e on e.organization_id = o.organization_id and e.sequence = coalesce(signed.sequence, 0) + 1
          where e.occurred_at < unsigned_before
          order by o.organization_id limit 1000
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function audit_logs_to_sign(timestamptz);
      drop function organization_ids(uuid, integer);
      drop policy audit_event_owner_lists on audit_event;
      drop function prune_audit_log(uuid, bigint);
      drop trigger audit_event_kept_for_its_term on audit_event;
      drop function keep_for_its_term();
      drop trigger audit_event_append_only on audit_event;
      create trigger audit_event_append_only before update or delete on audit_event
        for each row execute function refuse_change();
      drop table audit_log_checkpoint;
      drop table audit_log_head;
      alter table audit_event drop column digest, drop column previous_digest, drop column sequence, drop column address;
    `);
  }
}

interface StoredEvent {
  organizationId: string;
  id: string;
  [field: string]: unknown;
}

const PAGE = 5_000;
const BEFORE_THE_FIRST = '0'.repeat(64);

/** The columns by their names in the digested text. A column that is not there (yet) reads as null, and null is left out. */
const NEXT_EVENTS = `
  select organization_id as "organizationId", id, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt",
    actor_kind as "actorKind", actor_id as "actorId", to_jsonb(e) ->> 'on_behalf_of' as "onBehalfOf", request_id as "requestId",
    action, subject_kind as "subjectKind", subject_id as "subjectId", data
  from audit_event e where (organization_id, id) > ($1, $2) order by organization_id, id limit ${PAGE}`;

const STORE_LINKS = `
  update audit_event e set sequence = l.sequence, previous_digest = l."previousDigest", digest = l.digest
  from jsonb_to_recordset($1::jsonb) as l ("organizationId" uuid, id uuid, sequence bigint, "previousDigest" text, digest text)
  where e.organization_id = l."organizationId" and e.id = l.id`;

/** In pages over all organizations. The owner may see and number the rows while the rules of the table rest. */
async function chainWhatIsThere(runner: QueryRunner): Promise<void> {
  await runner.query(
    'alter table audit_event disable trigger audit_event_append_only, no force row level security',
  );
  let last = { organizationId: '00000000-0000-0000-0000-000000000000', id: '', sequence: 0, digest: '' };
  last.id = last.organizationId;
  for (;;) {
    const events = (await runner.query(NEXT_EVENTS, [last.organizationId, last.id])) as StoredEvent[];
    if (events.length === 0) break;
    const links = events.map((event) => {
      const isSame = event.organizationId === last.organizationId && last.sequence > 0;
      const sequence = isSame ? last.sequence + 1 : 1;
      const previousDigest = isSame ? last.digest : BEFORE_THE_FIRST;
      last = { ...event, sequence, digest: digestOfLink({ ...event, sequence, previousDigest }) };
      return {
        organizationId: event.organizationId,
        id: event.id,
        sequence,
        previousDigest,
        digest: last.digest,
      };
    });
    await runner.query(STORE_LINKS, [JSON.stringify(links)]);
  }
  await runner.query(`
    insert into audit_log_head (organization_id, sequence, digest)
      select distinct on (organization_id) organization_id, sequence, digest from audit_event
      order by organization_id, sequence desc;
    alter table audit_event enable trigger audit_event_append_only, force row level security`);
}

/** As src/audit-log/audit-entry.ts had it when this was written; a migration does not change with the code. */
function digestOfLink(link: Record<string, unknown>): string {
  const given = Object.entries(link).filter(([, value]) => value !== null);
  const text = canonicalize({ format: 'duecare-audit-event 1', ...Object.fromEntries(given) }) ?? '';
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
