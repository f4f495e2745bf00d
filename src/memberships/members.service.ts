// Who belongs to an organization, and how they have to sign in.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordEvents, type HappenedEvent } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import type { Role } from '../permissions/roles';
import type {
  MemberResponse,
  SignInRulesResponse,
  UpdateMemberDto,
  UpdateSignInRulesDto,
} from './member.dto';
import { refusalOfMembership, type MembershipChange } from './membership-rules';
import { endSessionsHere } from './membership-writes';

const COLUMNS = `m.id, m.person_id as "personId", p.name, p.email, p.has_second_factor as "hasSecondFactor", m.role, m.ends_on as "endsOn",
  m.firm_id as "onBehalfOf", m.version, m.created_at as "createdAt", m.updated_at as "updatedAt", m.ended_at as "endedAt",
  m.sessions_from as "sessionsFrom"`;
const MEMBERS = 'membership m join person p on p.id = m.person_id';

interface Target {
  organizationId: string;
  id: string;
  /** absent where the change does not rest on what the caller has read */
  version?: number;
}

@Injectable()
export class MembersService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organizationId: string, query: PageQuery): Promise<Page<MemberResponse>> {
    const page = {
      name: 'member-page',
      text: `select ${COLUMNS} from ${MEMBERS} where m.organization_id = $1 and ($2::uuid is null or m.id > $2) order by m.id limit $3`,
      values: [organizationId, afterId(query), query.limit + 1],
    };
    return readPage<MemberResponse>(this.tenancy, organizationId, page, query.limit);
  }

  /** @throws DomainError not-found */
  async get(organizationId: string, id: string): Promise<MemberResponse> {
    const text = `select ${COLUMNS} from ${MEMBERS} where m.organization_id = $1 and m.id = $2`;
    const [member] = await this.tenancy.readOne<MemberResponse>(organizationId, {
      name: 'member-by-id',
      text,
      values: [organizationId, id],
    });
    if (!member) throw memberNotFound();
    return member;
  }

  update(target: Target, caller: PersonCaller, { role, endsOn }: UpdateMemberDto): Promise<MemberResponse> {
    return this.change(target, caller, async (manager, member, now) => {
      const to = {
        role: role ?? member.role,
        endsOn: endsOn === undefined ? (member.endsOn ?? null) : endsOn,
      };
      await refuseUnfit(manager, target.organizationId, caller, member, to.role, to.endsOn);
      await manager.query(
        `update membership set role = $3, ends_on = $4, firm_id = case when $3 = 'consultant' then firm_id end,
           version = version + 1, updated_at = $5 where organization_id = $1 and id = $2`,
        [target.organizationId, target.id, to.role, to.endsOn, now],
      );
      return { action: 'membership.changed', data: { person: member.personId, from: member.role, ...to } };
    });
  }

  end(target: Target, caller: PersonCaller): Promise<MemberResponse> {
    return this.change(target, caller, async (manager, member, now) => {
      await refuseUnfit(manager, target.organizationId, caller, member, null, null);
      await manager.query(
        `update membership set ended_at = $3, version = version + 1, updated_at = $3 where organization_id = $1 and id = $2`,
        [target.organizationId, target.id, now],
      );
      return { action: 'membership.ended', data: { person: member.personId, role: member.role } };
    });
  }

  /** The caller's own too, when they are the member: nobody can tell which of somebody's sessions is the right one. */
  endSessions(target: Target, caller: PersonCaller): Promise<MemberResponse> {
    return this.change(target, caller, async (manager, { personId }, now) => {
      await endSessionsHere(manager, { ...target, personId }, now);
      return { action: 'membership.sessions_ended', data: {} };
    });
  }

  async rules(organizationId: string): Promise<SignInRulesResponse> {
    const [row] = await this.tenancy.readOne<SignInRulesResponse>(organizationId, rulesOf(organizationId));
    if (!row) throw new DomainError('not-found', 'There is no organization with this id.');
    return row;
  }

  async updateRules(
    organizationId: string,
    version: number,
    caller: PersonCaller,
    { secondFactorRequired }: UpdateSignInRulesDto,
  ): Promise<SignInRulesResponse> {
    const changed = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const read = rulesOf(organizationId);
      const [current] = await manager.query<SignInRulesResponse[]>(read.text, read.values);
      if (!current) throw new DomainError('not-found', 'There is no organization with this id.');
      refuseStale(current, version);
      if (secondFactorRequired === undefined || secondFactorRequired === current.secondFactorRequired)
        return current;
      const now = this.clock.now();
      await manager.query(
        `insert into sign_in_rules (organization_id, version, second_factor_required, updated_at) values ($1, $2, $3, $4)
         on conflict (organization_id) do update
         set version = excluded.version, second_factor_required = excluded.second_factor_required, updated_at = excluded.updated_at`,
        [organizationId, version + 1, secondFactorRequired, now],
      );
      const event = { action: 'sign_in_rules.changed', data: { secondFactorRequired, version: version + 1 } };
      await recordEvents(manager, organizationId, caller, now, [
        { ...event, subjectKind: 'organization', subjectId: organizationId },
      ]);
      return { ...current, secondFactorRequired, version: version + 1 };
    });
    this.standings.forgetAll();
    return changed;
  }

  private async change(
    { organizationId, id, version }: Target,
    caller: PersonCaller,
    write: (
      manager: EntityManager,
      member: MemberResponse,
      now: Date,
    ) => Promise<Pick<HappenedEvent, 'action' | 'data'>>,
  ): Promise<MemberResponse> {
    const changed = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const member = await selectMember(manager, organizationId, id);
      if (version !== undefined) refuseStale(member, version);
      if (member.endedAt) throw new DomainError('not-found', 'The membership has ended.');
      const now = this.clock.now();
      const event = await write(manager, member, now);
      await recordEvents(manager, organizationId, caller, now, [
        { ...event, subjectKind: 'membership', subjectId: id },
      ]);
      return selectMember(manager, organizationId, id);
    });
    this.standings.forgetAll();
    return changed;
  }
}

/** @throws DomainError forbidden, last-owner, records-incoherent */
async function refuseUnfit(
  manager: EntityManager,
  organizationId: string,
  caller: PersonCaller,
  { id, role }: MemberResponse,
  to: Role | null,
  endsOn: string | null,
): Promise<void> {
  const by = await roleIn(manager, organizationId, caller.id);
  const [{ count } = { count: 0 }] = await manager.query<{ count: number }[]>(
    `select count(*)::integer as count from membership
     where organization_id = $1 and role = 'owner' and ended_at is null and ends_on is null and id <> $2`,
    [organizationId, id],
  );
  refuse({ by, from: role, to, endsOn, otherOwners: count });
}

/** @throws DomainError saying what stands against it */
export function refuse(change: MembershipChange): void {
  const refusal = refusalOfMembership(change);
  if (!refusal) return;
  const faults =
    refusal.code === 'records-incoherent'
      ? [{ pointer: '/endsOn', code: 'missing-field' as const, detail: refusal.detail }]
      : [];
  throw new DomainError(refusal.code, refusal.detail, faults);
}

/** The role of somebody whom the guard has let in. */
export async function roleIn(
  manager: EntityManager,
  organizationId: string,
  personId: string,
): Promise<Role> {
  const [row] = await manager.query<{ role: Role }[]>(
    'select role from membership where organization_id = $1 and person_id = $2 and ended_at is null',
    [organizationId, personId],
  );
  if (!row) throw new DomainError('not-found', 'There is no organization with this id.');
  return row.role;
}

async function selectMember(
  manager: EntityManager,
  organizationId: string,
  id: string,
): Promise<MemberResponse> {
  const text = `select ${COLUMNS} from ${MEMBERS} where m.organization_id = $1 and m.id = $2`;
  const [member] = await manager.query<MemberResponse[]>(text, [organizationId, id]);
  if (!member) throw memberNotFound();
  return member;
}

function memberNotFound(): DomainError {
  return new DomainError('not-found', 'There is no member with this id.');
}

/** Version 0 until somebody sets a rule. */
function rulesOf(organizationId: string): { name: string; text: string; values: string[] } {
  return {
    name: 'sign-in-rules',
    text: `select o.organization_id as id, coalesce(r.version, 0) as version,
        coalesce(r.second_factor_required, false) as "secondFactorRequired"
      from organization o left join sign_in_rules r on r.organization_id = o.organization_id where o.organization_id = $1`,
    values: [organizationId],
  };
}
