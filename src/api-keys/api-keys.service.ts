// API keys of an organization: made, rotated, revoked. What a key may do in a request is decided where it is looked up (identity/).
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { API_KEYS } from '../identity/secret-token';
import { Standings } from '../identity/standings.service';
import type { ApiKeyResponse, ApiKeyWithSecret, CreateApiKeyDto } from './api-key.dto';

const COLUMNS = `k.id, k.label, k.scopes, k.serves_practices as "servesPractices", k.created_by as "createdBy", k.created_at as "createdAt",
  k.expires_at as "expiresAt", k.rotated_at as "rotatedAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"`;

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organizationId: string, query: PageQuery): Promise<Page<ApiKeyResponse>> {
    const page = {
      name: 'api-key-page',
      text: `select ${COLUMNS} from api_key k where k.organization_id = $1 and ($2::uuid is null or k.id > $2) order by k.id limit $3`,
      values: [organizationId, afterId(query), query.limit + 1],
    };
    return readPage<ApiKeyResponse>(this.tenancy, organizationId, page, query.limit);
  }

  async create(
    organizationId: string,
    caller: PersonCaller,
    { label, scopes, validDays, servesPractices }: CreateApiKeyDto,
  ): Promise<ApiKeyWithSecret> {
    const id = uuidv7();
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      const expiresAt = new Date(now.getTime() + validDays * 86_400_000);
      await manager.query(
        `insert into api_key (organization_id, id, label, scopes, serves_practices, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [organizationId, id, label, scopes, servesPractices === true, caller.id, now, expiresAt],
      );
      const key = await addSecret(manager, organizationId, id, now);
      await happened(manager, organizationId, caller, now, id, 'api_key.created', {
        scopes,
        expiresAt,
        servesPractices,
      });
      return { ...(await selectKey(manager, organizationId, id)), key };
    });
  }

  /** A new secret for the key; the earlier one works on for the hours given. @throws DomainError api-key-revoked */
  rotate(
    organizationId: string,
    caller: PersonCaller,
    id: string,
    overlapHours: number,
  ): Promise<ApiKeyWithSecret> {
    return this.change(organizationId, id, async (manager, now) => {
      const key = await addSecret(
        manager,
        organizationId,
        id,
        new Date(now.getTime() + overlapHours * 3_600_000),
      );
      await manager.query('update api_key set rotated_at = $3 where organization_id = $1 and id = $2', [
        organizationId,
        id,
        now,
      ]);
      await happened(manager, organizationId, caller, now, id, 'api_key.rotated', { overlapHours });
      return { ...(await selectKey(manager, organizationId, id)), key };
    });
  }

  revoke(organizationId: string, caller: PersonCaller, id: string): Promise<ApiKeyResponse> {
    return this.change(organizationId, id, async (manager, now) => {
      await manager.query('update api_key set revoked_at = $3 where organization_id = $1 and id = $2', [
        organizationId,
        id,
        now,
      ]);
      await happened(manager, organizationId, caller, now, id, 'api_key.revoked', {});
      return selectKey(manager, organizationId, id);
    });
  }

  private async change<T>(
    organizationId: string,
    id: string,
    run: (manager: EntityManager, now: Date) => Promise<T>,
  ): Promise<T> {
    const changed = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const { revokedAt } = await selectKey(manager, organizationId, id);
      if (revokedAt) throw new DomainError('api-key-revoked', 'The key was revoked; make a new one.');
      return run(manager, this.clock.now());
    });
    this.standings.forgetAll();
    return changed;
  }
}

async function selectKey(
  manager: EntityManager,
  organizationId: string,
  id: string,
): Promise<ApiKeyResponse> {
  const text = `select ${COLUMNS} from api_key k where k.organization_id = $1 and k.id = $2`;
  const [row] = await manager.query<ApiKeyResponse[]>(text, [organizationId, id]);
  if (!row) throw new DomainError('not-found', 'There is no API key with this id.');
  return row;
}

async function addSecret(
  manager: EntityManager,
  organizationId: string,
  id: string,
  earlierUntil: Date,
): Promise<string> {
  const key = API_KEYS.make();
  await manager.query('select add_api_key_digest($1, $2, $3, $4)', [
    API_KEYS.digestOf(key),
    organizationId,
    id,
    earlierUntil,
  ]);
  return key;
}

function happened(
  manager: EntityManager,
  organizationId: string,
  caller: PersonCaller,
  now: Date,
  id: string,
  action: string,
  data: Record<string, unknown>,
): Promise<void> {
  return recordEvents(manager, organizationId, caller, now, [
    { action, subjectKind: 'api_key', subjectId: id, data },
  ]);
}
