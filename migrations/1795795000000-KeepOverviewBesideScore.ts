import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists and tasks show of a score, in a column that PostgreSQL keeps itself. A result holds every contribution to every threat, some hundred
 * kilobytes of text, which a page with twenty tools must not unpack for each of them.
 *
 * `{ decisionLabel, stoppedBy: [title], remedies: [text], threats: [{ id, title, likelihood, impact, risk }], unknowns: [{ id, task }] }`,
 * the unknowns without those that the questionnaire asks for (`unknown_answers` counts them).
 */
export class KeepOverviewBesideScore1795795000000 implements MigrationInterface {
  name = 'KeepOverviewBesideScore1795795000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function score_overview(result jsonb) returns jsonb language sql immutable strict parallel safe
      set search_path = pg_catalog as $$
        select jsonb_build_object(
          'decisionLabel', r.decision -> 'label',
          'stoppedBy', jsonb_path_query_array(r.gates, '$[*] ? (@.state == "fired").title'),
          'remedies', jsonb_path_query_array(r.gates, '$[*] ? (@.state == "fired").remedy ? (@ != null)'),
          'threats', (
            select coalesce(jsonb_agg(jsonb_build_object('id', t -> 'id', 'title', t -> 'title', 'likelihood', t #> '{residual,likelihood}',
              'impact', t #> '{residual,impact}', 'risk', t #> '{residual,risk}') order by place), '[]')
            from jsonb_array_elements(r.threats) with ordinality as threats (t, place)),
          'unknowns', (
            select coalesce(jsonb_agg(jsonb_build_object('id', u -> 'id', 'task', u -> 'task') order by place), '[]')
            from jsonb_array_elements(r.unknowns) with ordinality as unknowns (u, place)
            where u ->> 'id' not like 'answer-%'))
        from jsonb_to_record(result) as r (decision jsonb, gates jsonb, threats jsonb, unknowns jsonb)
      $$`);
    await runner.query(
      'alter table service_score add column overview jsonb not null generated always as (score_overview(result)) stored',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_score drop column overview');
    await runner.query('drop function score_overview(jsonb)');
  }
}
