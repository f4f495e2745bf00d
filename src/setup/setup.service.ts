// The first person of an installation. Whoever started it hands the link on; it works once, for a day, and only while there is nobody.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { enterOrganization, Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { addMembership } from '../memberships/membership-writes';
import { OrganizationsService } from '../organizations/organizations.service';
import { issueToken, NOBODY, readToken, useToken, voidTokens } from '../people/one-time-tokens';
import { acceptedPassword, addPerson } from '../people/person-writes';
import { originOf, type RequestClient } from '../sessions/request-client';
import { openSession, type OpenedSession } from '../sessions/session-writes';
import type { SetUpDto } from './setup.dto';

const VALID_HOURS = 24;
/** Any fixed number: of two who set up at the same moment one is refused, and of two starts one has the link. */
const SETUP_LOCK = 716_253_002;

export interface SetUp {
  session: OpenedSession;
  organizationIds: string[];
}

@Injectable()
export class SetupService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly organizations: OrganizationsService,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A token for the setup link, the only one that works; null once there is somebody. */
  async offer(): Promise<string | null> {
    return this.tenancy.withNobody(async (manager) => {
      const now = this.clock.now();
      await manager.query('select pg_advisory_xact_lock($1)', [SETUP_LOCK]);
      if (await isSomebodyThere(manager)) return null;
      await voidTokens(manager, 'setup', NOBODY, now);
      const until = new Date(now.getTime() + VALID_HOURS * 3_600_000);
      return (await issueToken(manager, 'setup', NOBODY, until)).token;
    });
  }

  /** @throws DomainError already-set-up, token-unusable, password-refused */
  async setUp({ token, owner, organization }: SetUpDto, client: RequestClient): Promise<SetUp> {
    // Before anything is hashed: that costs a tenth of a second, which nobody gets who only made a token up.
    await this.tenancy.withNobody(async (manager) => {
      await refuseOnceThere(manager);
      await readToken(manager, 'setup', token, this.clock.now());
    });
    const context = [owner.name, owner.email, ...(organization ? [organization.name] : [])];
    const passwordHash = await acceptedPassword(owner.password, context, '/owner/password');
    const done = await this.tenancy.withNobody(async (manager) => {
      const now = this.clock.now();
      await manager.query('select pg_advisory_xact_lock($1)', [SETUP_LOCK]);
      await refuseOnceThere(manager);
      await useToken(manager, 'setup', token, now);
      await voidTokens(manager, 'setup', NOBODY, now);
      const personId = await addPerson(manager, { ...owner, passwordHash }, now);
      const caller = { kind: 'person', id: personId, onBehalfOf: null, ...originOf(client) } as const;
      const organizationIds = await this.takeOver(manager, caller, now);
      if (organization) {
        const id = uuidv7();
        await enterOrganization(manager, id);
        await this.organizations.add(manager, id, caller, organization);
        organizationIds.push(id);
      }
      const by = { means: 'setup', secondFactorGiven: false, hasSecondFactor: false } as const;
      return { session: await openSession(manager, personId, by, client, now), organizationIds };
    });
    this.standings.forgetAll();
    return done;
  }

  /** Organizations from before there were people belong to whoever sets the installation up. */
  private async takeOver(
    manager: EntityManager,
    caller: Caller & { id: string },
    now: Date,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>('select ownerless_organizations() as id');
    for (const { id } of rows) {
      await enterOrganization(manager, id);
      await addMembership(manager, id, caller, { personId: caller.id, role: 'owner' }, now);
    }
    return rows.map(({ id }) => id);
  }
}

async function refuseOnceThere(manager: EntityManager): Promise<void> {
  if (await isSomebodyThere(manager)) throw new DomainError('already-set-up', 'There are people already.');
}

async function isSomebodyThere(manager: EntityManager): Promise<boolean> {
  const [row] = await manager.query<{ there: boolean }[]>('select somebody_is_there() as there');
  return row?.there === true;
}
