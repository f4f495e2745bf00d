// What a named person answers for: bearing a risk, ending that, and deciding whether a tool is used. The server says what stood when it was decided; nothing that is said here goes back
// into a level, a gate or a clearance.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Level } from '../common/level';
import { DomainError, type Fault } from '../common/problems/domain.error';
import { storedDossier } from '../dossiers/dossier.query';
import type { Caller } from '../identity/caller';
import { RESULT_DECISIONS, type ResultDecision } from '../practice-decisions/practice-decision.fields';
import type { DecideDto, UpdatePracticeDecisionDto } from '../practice-decisions/practice-decision.dto';
import { PRACTICE_DECISION } from '../practice-decisions/practice-decision.record';
import { ChangeChecks, type Change } from '../records/change-checks';
import type { RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import { riskRefusals, termRefusals } from '../risk-acceptances/acceptance-refusals';
import { basisOf } from '../risk-acceptances/rated-risk';
import type { AcceptRiskDto, EndAcceptanceDto } from '../risk-acceptances/risk-acceptance.dto';
import { RISK_ACCEPTANCE } from '../risk-acceptances/risk-acceptance.record';
import { RatedPracticeReader, riskOf, type RatedPractice } from './rated-practice.service';
import { sealedAssessments, type SealedLine } from './sealed-assessment.query';

interface Target {
  organizationId: string;
  id: string;
  version: number;
}

@Injectable()
export class RiskDecisions implements OnModuleInit {
  constructor(
    private readonly records: RecordsService,
    private readonly reader: RatedPracticeReader,
    private readonly checks: ChangeChecks,
  ) {}

  onModuleInit(): void {
    this.checks.register((manager, change) => this.refuseMovedRisk(manager, change));
    this.checks.register((manager, change) => this.refuseMovedGround(manager, change));
  }

  /** @throws DomainError records-incoherent when the risk is not one that may be accepted, or not for so long */
  async accept(organizationId: string, caller: Caller, body: AcceptRiskDto): Promise<RecordRow> {
    const practice = await this.reader.of(organizationId);
    const service = body.service ?? null;
    refuseUnknownService(practice, service);
    const risk = riskOf(practice, service, body.threat);
    const refusals = [...riskRefusals(risk), ...termRefusals(practice.today, body.until)];
    if (!risk || refusals.length > 0)
      throw refused('This risk cannot be accepted so; nothing was saved.', refusals.map(faultAt));
    const frozen = { level: risk.level, acceptedOn: practice.today, basis: basisOf(risk) };
    return this.records.create(RISK_ACCEPTANCE, organizationId, caller, { ...body, ...frozen });
  }

  async end(
    { organizationId, id, version }: Target,
    caller: Caller,
    ended: EndAcceptanceDto,
  ): Promise<RecordRow> {
    return this.records.update(RISK_ACCEPTANCE, organizationId, caller, { id, version }, { ended });
  }

  /** @throws DomainError records-incoherent when a rule of law stops the tool, or something is not said that has to be */
  async decide(organizationId: string, caller: Caller, body: DecideDto): Promise<RecordRow> {
    const practice = await this.reader.of(organizationId);
    const service = body.service ?? null;
    refuseUnknownService(practice, service);
    refuseAgainstLaw(practice, body);
    const lookedAt = lookedAtIn(practice, service);
    const made = { ...body, decidedOn: practice.today, ...(lookedAt ? { lookedAt } : {}) };
    return this.records.create(PRACTICE_DECISION, organizationId, caller, made);
  }

  async meet(
    { organizationId, id, version }: Target,
    caller: Caller,
    { conditions }: UpdatePracticeDecisionDto,
  ): Promise<RecordRow> {
    return this.records.update(PRACTICE_DECISION, organizationId, caller, { id, version }, { conditions });
  }

  /** In the transaction that accepts: what was frozen is what the facts say there, whatever was written since they were read. */
  private async refuseMovedRisk(manager: EntityManager, { organizationId, record }: Change): Promise<void> {
    if (record?.dossierList !== RISK_ACCEPTANCE.dossierList) return;
    const practice = this.reader.rated(await storedDossier(manager, organizationId));
    const made = practice.dossier.riskAcceptances?.find(({ key }) => key === record.key);
    if (!made || made.ended) return;
    const risk = riskOf(practice, made.service ?? null, made.threat);
    const refusals = riskRefusals(risk);
    if (refusals.length > 0)
      throw refused('This risk cannot be accepted so; nothing was saved.', refusals.map(faultAt));
    if (risk && basisOf(risk).digest === made.basis.digest) return;
    const detail = 'was rated anew at the same moment; look at it again';
    throw refused('The risk moved.', [{ pointer: '/threat', code: 'rated-anew', detail }]);
  }

  /**
   * In the transaction that decides, the same: no rule of law stops the tool there, the assessment that it names is there, and what was looked at is what the result says. That a
   * condition is met later is no new decision.
   */
  private async refuseMovedGround(manager: EntityManager, { organizationId, record }: Change): Promise<void> {
    if (record?.dossierList !== PRACTICE_DECISION.dossierList) return;
    const [made] = await manager.query<MadeDecision[]>(
      `select r.service_key as service, r.outcome, r.looked_at as "lookedAt", r.assessment_digest as digest
       from practice_decision r where r.organization_id = $1 and r.key = $2 and r.version = 1`,
      [organizationId, record.key],
    );
    if (!made) return;
    const practice = this.reader.rated(await storedDossier(manager, organizationId));
    refuseAgainstLaw(practice, made);
    await refuseUnknownAssessment(manager, organizationId, made.digest);
    const { decision = null, level = null } = lookedAtIn(practice, made.service) ?? {};
    if (decision === (made.lookedAt?.decision ?? null) && level === (made.lookedAt?.level ?? null)) return;
    const detail = 'was rated anew at the same moment; look at it again';
    throw refused('The result moved.', [{ pointer: '/service', code: 'rated-anew', detail }]);
  }
}

interface MadeDecision {
  service: string | null;
  outcome: DecideDto['outcome'];
  lookedAt: { decision: ResultDecision; level: Level | null } | null;
  /** of the sealed assessment that it names */
  digest: string | null;
}

async function refuseUnknownAssessment(
  manager: EntityManager,
  organizationId: string,
  digest: string | null,
): Promise<void> {
  if (!digest) return;
  const { text, values } = sealedAssessments(organizationId, digest);
  const found = await manager.query<SealedLine[]>(text, values as unknown[]);
  if (found.length > 0) return;
  const detail = 'is the digest of no sealed assessment of this practice';
  throw refused('This decision names an assessment that is not there.', [
    { pointer: '/assessmentDigest', code: 'unknown-assessment', detail },
  ]);
}

/** What the result says on the day that is decided on; null for AI as a whole, and for a tool without one. */
function lookedAtIn({ results, today }: RatedPractice, service: string | null) {
  const result = results.find((one) => one.service.key === service);
  return result ? { asOf: today, decision: decisionOf(result.decision.code), level: result.level } : null;
}

function refuseUnknownService({ dossier }: RatedPractice, service: string | null): void {
  if (service === null || dossier.services.some(({ key }) => key === service)) return;
  throw refused('This names a service that is not there.', [
    { pointer: '/service', code: 'unknown-service', detail: 'no service has this key' },
  ]);
}

/** Whoever stops, or does not begin, is free to. */
function refuseAgainstLaw(
  { results }: RatedPractice,
  { service, outcome }: Pick<DecideDto, 'service' | 'outcome'>,
): void {
  if (outcome === 'do_not_use' || outcome === 'stop_using') return;
  const gates = results.find((one) => one.service.key === service)?.gates ?? [];
  const law = gates.filter(({ kind, fired }) => kind === 'law' && fired);
  if (law.length === 0) return;
  throw refused(
    'A rule of law stops this tool; nothing was saved.',
    law.map(({ title, citation }) => ({
      ...{ pointer: '/outcome', code: 'law-not-decided-away' },
      detail: `is not the practice’s to decide while this holds: ${title}${citation ? ` (${citation})` : ''}`,
    })),
  );
}

function decisionOf(code: string): ResultDecision {
  const known = RESULT_DECISIONS.find((one) => one === code);
  if (!known) throw new Error(`scoring decided ${code}, which decisions of the practice do not know`);
  return known;
}

function faultAt({ at, code, detail }: { at: string; code: Fault['code']; detail: string }): Fault {
  return { pointer: `/${at}`, code, detail };
}

function refused(detail: string, faults: Fault[]): DomainError {
  return new DomainError('records-incoherent', detail, faults);
}
