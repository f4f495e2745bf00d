import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a checkpoint came to the database, by the database's own clock: what may be deleted after six years must not hang on a moment that the
 * application tells. Of those that are there already nobody knows it, so that their term begins now.
 */
export class NoteWhenCheckpointsCame1795470000000 implements MigrationInterface {
  name = 'NoteWhenCheckpointsCame1795470000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_log_checkpoint add column recorded_at timestamptz not null default now();

      create function note_when_recorded() returns trigger language plpgsql as $$
      begin
        new.recorded_at := now();
        return new;
      end $$;
      create trigger audit_log_checkpoint_recorded before insert on audit_log_checkpoint
        for each row execute function note_when_recorded();
    `);
    await runner.query(keepForItsTerm('greatest(c.signed_at, c.recorded_at)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keepForItsTerm('c.signed_at'));
    await runner.query(`
      drop trigger audit_log_checkpoint_recorded on audit_log_checkpoint;
      drop function note_when_recorded();
      alter table audit_log_checkpoint drop column recorded_at;
    `);
  }
}

function keepForItsTerm(moment: string): string {
  return `
      create or replace function keep_for_its_term() returns trigger language plpgsql as $$
      begin
        if exists (
          select from public.audit_log_checkpoint c
          where c.organization_id = old.organization_id and c.sequence >= old.sequence
            and ${moment} < now() - interval '6 years'
        ) then return old; end if;
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
      end $$;`;
}
