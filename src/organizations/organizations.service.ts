import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, toPage, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { Tenancy } from '../database/tenancy';
import type { Caller, PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { addMembership, type NewMembership } from '../memberships/membership-writes';
import { ChangeChecks } from '../records/change-checks';
import { changedFields } from '../records/changed-fields';
import { refusalOfConstraint } from '../records/constraint-faults';
import type { RecordRow } from '../records/record-kind';
import type { CreateOrganizationDto, UpdateOrganizationDto } from './organization.dto';
import { Organization } from './organization.entity';
import { organizationById, organizationIdsOf, organizationsByIds } from './organization.query';

/** What the maker of an organization is in it. */
interface MakerStanding extends Pick<NewMembership, 'role' | 'endsOn'> {
  isExample?: boolean;
}

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly checks: ChangeChecks,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(id: string): Promise<RecordRow> {
    const [row] = await this.tenancy.readOne<RecordRow>(id, organizationById(id));
    return row ?? notFound();
  }

  /** The organizations that the caller belongs to. */
  async list(caller: Caller, query: PageQuery): Promise<Page<RecordRow>> {
    const found = await this.tenancy.withoutOrganization<{ id: string }>(
      organizationIdsOf(caller, this.clock.now(), afterId(query), query.limit + 1),
    );
    const ids = found.map(({ id }) => id);
    const rows = await this.tenancy.withOrganizationsRead(ids, async (client) => {
      return (await client.query<RecordRow>(organizationsByIds(ids))).rows;
    });
    return toPage(rows, query.limit);
  }

  /** Makes an organization that belongs to its maker. */
  async create(maker: PersonCaller, fields: CreateOrganizationDto): Promise<RecordRow> {
    const id = uuidv7();
    const made = await this.write(id, (manager) => this.add(manager, id, maker, fields));
    this.standings.forgetAll(); // who owns several practices has to give a second factor
    return made;
  }

  /** The same within a transaction that is open for the new organization. */
  async add(
    manager: EntityManager,
    id: string,
    maker: Caller & { id: string },
    fields: CreateOrganizationDto,
    { isExample = false, ...membership }: MakerStanding = { role: 'owner' },
  ): Promise<void> {
    const now = this.clock.now();
    await manager.insert(Organization, {
      ...fields,
      id,
      isExample,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await this.happened(manager, id, maker, 'organization.created', { key: fields.key, version: 1 });
    await addMembership(manager, id, maker, { personId: maker.id, ...membership }, now);
  }

  /** Changes the profile. Services are scored anew: the states of clients, say, decide which consent is asked. */
  async update(
    id: string,
    version: number,
    caller: Caller,
    changes: UpdateOrganizationDto,
  ): Promise<RecordRow> {
    return this.write(id, async (manager) => {
      const current = await selectOrganization(manager, id);
      refuseStale(current, version);
      const changed = changedFields(current, changes);
      if (Object.keys(changed).length === 0) return;
      await manager.update(
        Organization,
        { id },
        { ...changed, version: version + 1, updatedAt: this.clock.now() },
      );
      const fields = Object.keys(changed).sort();
      await this.happened(manager, id, caller, 'organization.updated', {
        key: current.key,
        version: version + 1,
        fields,
      });
      const record = { dossierList: 'practice', key: current.key };
      await this.checks.run(manager, { organizationId: id, caller, record });
    });
  }

  private async write(id: string, run: (manager: EntityManager) => Promise<void>): Promise<RecordRow> {
    try {
      return await this.tenancy.withOrganizationWrite(id, async (manager) => {
        await run(manager);
        return selectOrganization(manager, id);
      });
    } catch (error) {
      throw refusalOfConstraint(error, 'organization');
    }
  }

  private happened(
    manager: EntityManager,
    id: string,
    caller: Caller,
    action: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    const event = { action, subjectKind: 'organization', subjectId: id, data };
    return recordEvents(manager, id, caller, this.clock.now(), [event]);
  }
}

async function selectOrganization(manager: EntityManager, id: string): Promise<RecordRow> {
  const { text, values } = organizationById(id);
  const [row] = await manager.query<RecordRow[]>(text, values as unknown[]);
  return row ?? notFound();
}

function notFound(): never {
  throw new DomainError('not-found', 'There is no organization with this id.');
}
