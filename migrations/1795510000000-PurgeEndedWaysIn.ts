import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions and links that have ended are removed: where somebody signed in from, and with what program, is not kept for ever. */
export class PurgeEndedWaysIn1795510000000 implements MigrationInterface {
  name = 'PurgeEndedWaysIn1795510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By the clock of the database: a process whose clock runs ahead must not sign everybody out.
      create function purge_sessions(ended_for interval) returns void
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          delete from public.session_vouch v using public.session s
          where s.id = v.session_id and least(s.ended_at, s.expires_at) < now() - ended_for;
          delete from public.session where least(ended_at, expires_at) < now() - ended_for;
        $$;

      create function purge_one_time_tokens(ended_for interval) returns setof uuid
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          delete from public.one_time_token where least(used_at, expires_at) < now() - ended_for returning id
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function purge_one_time_tokens(interval); drop function purge_sessions(interval);',
    );
  }
}
