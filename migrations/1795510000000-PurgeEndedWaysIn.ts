import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions and links that have ended are removed: where somebody signed in from, and with what program, is not kept for ever. */
export class PurgeEndedWaysIn1795510000000 implements MigrationInterface {
  name = 'PurgeEndedWaysIn1795510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function purge_sessions(ended_before timestamptz) returns void
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          delete from public.session_vouch v using public.session s
          where s.id = v.session_id and least(s.ended_at, s.expires_at) < ended_before;
          delete from public.session where least(ended_at, expires_at) < ended_before;
        $$;

      create function purge_one_time_tokens(ended_before timestamptz) returns setof uuid
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          delete from public.one_time_token where least(used_at, expires_at) < ended_before returning id
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function purge_one_time_tokens(timestamptz); drop function purge_sessions(timestamptz);',
    );
  }
}
