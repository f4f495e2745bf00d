import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/**
 * Links by which vendors answer a questionnaire. What a vendor says stays in its link until it is submitted, and as it was submitted for good. Only
 * digests of tokens are stored; they are reached by two functions alone.
 */
export class CreateVendorLinks1795600000000 implements MigrationInterface {
  name = 'CreateVendorLinks1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vendor_link (
        organization_id uuid not null references organization,
        id uuid not null,
        questionnaire_id uuid not null,
        email text check (email = lower(email)),
        -- the person or API key that sent it
        created_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        -- when somebody on the vendor's side first began
        begun_at timestamptz,
        -- by id of the question: value, where it stands, note, keys of documents, date
        answers jsonb not null default '{}',
        -- what was attached: key of the evidence, title, file
        documents jsonb not null default '[]',
        submitted_at timestamptz,
        submitted_by jsonb,
        revoked_at timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, questionnaire_id) references questionnaire (organization_id, id),
        check ((submitted_at is null) = (submitted_by is null))
      );
      create index vendor_link_of_questionnaire on vendor_link (organization_id, questionnaire_id);

      create table vendor_link_digest (
        digest bytea primary key check (length(digest) = 32),
        organization_id uuid not null,
        vendor_link_id uuid not null,
        -- the link that was sent, or the cookie of a browser in which somebody began
        purpose text not null check (purpose in ('link', 'session')),
        foreign key (organization_id, vendor_link_id) references vendor_link
      );
      create index vendor_link_digest_of_link on vendor_link_digest (organization_id, vendor_link_id);

      -- What a vendor has submitted is what it said: only a redaction changes it.
      create function vendor_link_stays() returns trigger language plpgsql as $$
      begin
        if to_jsonb(new) - array['answers', 'documents', 'submitted_by', 'email']
            = to_jsonb(old) - array['answers', 'documents', 'submitted_by', 'email']
          and (to_jsonb(new) = to_jsonb(old) or to_jsonb(new)::text like '%[redacted]%')
        then return new; end if;
        raise exception 'what a vendor has submitted stays as it is' using errcode = 'insufficient_privilege';
      end $$;
      create trigger vendor_link_stays before update on vendor_link
        for each row when (old.submitted_at is not null) execute function vendor_link_stays();

      alter table audit_event drop constraint audit_event_actor_kind_check,
        add constraint audit_event_actor_kind_check check (actor_kind in ('person', 'api_key', 'vendor_link', 'system'));
    `);
    await protectTenantTable(runner, 'vendor_link');
    await runner.query(`
      create policy vendor_link_owner_lists on vendor_link for select to current_user using (true);

      create function add_vendor_link_digest(new_digest bytea, of_organization uuid, of_link uuid, new_purpose text)
        returns void language sql volatile security definer set search_path = pg_catalog, public
        as $$
          insert into public.vendor_link_digest (digest, organization_id, vendor_link_id, purpose)
          values (new_digest, of_organization, of_link, new_purpose)
        $$;

      -- Good until it is submitted, revoked or expired, or its practice is closed.
      create function authenticate_vendor_link(given_digest bytea, given_purpose text, at_moment timestamptz)
        returns table (link_id uuid, organization_id uuid, questionnaire_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select l.id, l.organization_id, l.questionnaire_id
          from public.vendor_link_digest d
          join public.vendor_link l on l.organization_id = d.organization_id and l.id = d.vendor_link_id
          where d.digest = given_digest and d.purpose = given_purpose
            and l.submitted_at is null and l.revoked_at is null and l.expires_at > at_moment
            and not public.organization_is_closed(l.organization_id)
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What vendors did keeps its line; the older schema knows no other word for somebody outside.
      alter table audit_event disable trigger user, no force row level security;
      update audit_event set actor_kind = 'system', actor_id = null where actor_kind = 'vendor_link';
      alter table audit_event enable trigger user, force row level security;
      alter table audit_event drop constraint audit_event_actor_kind_check,
        add constraint audit_event_actor_kind_check check (actor_kind in ('person', 'api_key', 'system'));

      drop function authenticate_vendor_link(bytea, text, timestamptz);
      drop function add_vendor_link_digest(bytea, uuid, uuid, text);
      drop table vendor_link_digest;
      drop table vendor_link;
      drop function vendor_link_stays();
    `);
  }
}
