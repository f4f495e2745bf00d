// Scores of all services of a practice, stored in the transaction that changed a fact, and again when the stored ones no longer hold.
// Lists and clearance read these rows.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordEvents } from '../../audit-log/audit-log';
import { CATALOGS, type Catalogs } from '../../catalogs/catalogs.module';
import { dateInTimeZone } from '../../common/calendar-date';
import { CLOCK, type Clock } from '../../common/clock';
import { timed } from '../../common/timings';
import { DossierCheck } from '../../dossiers/dossier-check';
import type { Dossier } from '../../dossiers/dossier.document';
import { storedDossier } from '../../dossiers/dossier.query';
import { gatherServiceFacts } from '../../dossiers/gather-service-facts';
import { SYSTEM_CALLER } from '../../identity/caller';
import { scoreService } from '../scoring/score-service';
import type { ServiceResult } from '../scoring/service-result';

/** A service whose result is the same is not written again: results are large, and most changes touch one service. */
const UPSERT = `
  insert into service_score (organization_id, service_key, decision, level, inherent_level, index_out_of_100,
    confidence_percent, as_of, holds_until, model_id, model_version, why, plan, result, scored_at)
  select $1, s.service_key, s.decision, s.level, s.inherent_level, s.index_out_of_100, s.confidence_percent, $2,
    s.holds_until, $3, $4, s.why, s.plan, s.result, $5
  from jsonb_to_recordset($6::jsonb) as s (service_key text, decision text, level text, inherent_level text,
    index_out_of_100 integer, confidence_percent integer, holds_until date, why text, plan text, result jsonb)
  on conflict (organization_id, service_key) do update set
    decision = excluded.decision, level = excluded.level, inherent_level = excluded.inherent_level,
    index_out_of_100 = excluded.index_out_of_100, confidence_percent = excluded.confidence_percent, as_of = excluded.as_of,
    holds_until = excluded.holds_until, model_id = excluded.model_id, model_version = excluded.model_version,
    why = excluded.why, plan = excluded.plan, result = excluded.result, scored_at = excluded.scored_at
  where (service_score.as_of, service_score.model_id, service_score.model_version, service_score.result)
    is distinct from (excluded.as_of, excluded.model_id, excluded.model_version, excluded.result)`;

@Injectable()
export class ScoreServices implements OnModuleInit {
  constructor(
    private readonly dossierCheck: DossierCheck,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.dossierCheck.afterwards(async (manager, organizationId, dossier) => {
      await this.scoreAll(manager, organizationId, dossier);
    });
  }

  /** Scores a practice again from the facts as they stand, for today and with the model in force, and says so in the audit log. */
  async renew(manager: EntityManager, organizationId: string): Promise<void> {
    const results = await this.scoreAll(
      manager,
      organizationId,
      await storedDossier(manager, organizationId),
    );
    const { id, version } = this.catalogs.scoringModel;
    const data = { model: id, modelVersion: version, services: results.map(({ service }) => service.key) };
    const event = { subjectKind: 'organization', subjectId: organizationId, data };
    await recordEvents(manager, organizationId, SYSTEM_CALLER, this.clock.now(), [
      { action: 'service-scores.renewed', ...event },
    ]);
  }

  private async scoreAll(
    manager: EntityManager,
    organizationId: string,
    dossier: Dossier,
  ): Promise<ServiceResult[]> {
    const now = this.clock.now();
    const asOf = dateInTimeZone(now, dossier.practice.timeZone);
    const { scoringModel } = this.catalogs;
    const results = timed('scoring', () =>
      gatherServiceFacts(dossier, asOf).map((facts) => scoreService(facts, scoringModel)),
    );
    if (results.length === 0) return results;
    const rows = JSON.stringify(results.map(rowOf));
    await manager.query(UPSERT, [organizationId, asOf, scoringModel.id, scoringModel.version, now, rows]);
    return results;
  }
}

function rowOf(result: ServiceResult): Record<string, unknown> {
  return {
    service_key: result.service.key,
    decision: result.decision.code,
    level: result.level,
    inherent_level: result.inherentLevel,
    index_out_of_100: result.indexOutOf100,
    confidence_percent: result.confidence.percent,
    holds_until: result.holdsUntil?.date ?? null,
    why: result.decision.short,
    plan: result.service.plan,
    result,
  };
}
