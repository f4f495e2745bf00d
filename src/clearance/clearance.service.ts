// Answers questions of clearance: one read for all of them, the rule for each, and a note for the audit log.
import { Inject, Injectable } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { questionOf } from './asked-questions';
import { clearanceOf } from './clearance';
import type { Clearance, ClearanceModel } from './clearance-facts';
import { ClearanceLog } from './clearance-log';
import { clearanceFacts, factsOf, type ClearanceRow } from './clearance.query';
import type { EvaluationRequest, EvaluationsSemantic } from './evaluation.dto';

/** After which decision no further question is answered. */
const STOPS_AT: Readonly<Record<EvaluationsSemantic, boolean | null>> = {
  execute_all: null,
  deny_on_first_deny: false,
  permit_on_first_permit: true,
};

@Injectable()
export class ClearanceService {
  private readonly model: ClearanceModel;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly log: ClearanceLog,
    @Inject(CATALOGS) { scoringModel, clearanceObligations }: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.model = { scoring: scoringModel, obligations: clearanceObligations };
  }

  async evaluate(
    organizationId: string,
    caller: Caller,
    requests: readonly EvaluationRequest[],
    semantic: EvaluationsSemantic = 'execute_all',
  ): Promise<Clearance[]> {
    const services = requests.map(({ resource }) => resource.id);
    const rows = await this.tenancy.readOne<ClearanceRow>(
      organizationId,
      clearanceFacts(organizationId, services, this.clock.now()),
    );
    if (rows.length === 0) throw new DomainError('not-found', 'There is no organization with this id.');
    const answers: Clearance[] = [];
    for (const request of requests) {
      const facts = factsOf(rows, request.resource.id);
      const clearance = clearanceOf(questionOf(request), facts, this.model);
      const serviceId = facts.service?.id ?? null;
      this.log.note({ organizationId, caller, serviceId, action: request.action.name, clearance });
      answers.push(clearance);
      if (clearance.decision === STOPS_AT[semantic]) break;
    }
    return answers;
  }
}
