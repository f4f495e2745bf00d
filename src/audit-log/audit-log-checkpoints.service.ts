import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { SIGNING_KEY, type SigningKey } from '../common/signing/signing-key';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { chainRecorded, recordEvents } from './audit-log';
import { takeHead } from './chain-events';
import { signCheckpoint, type Checkpoint } from './checkpoint';
import { checkpointPage } from './log.query';

export interface StoredCheckpoint extends Checkpoint {
  id: string;
}

const ORGANIZATION = 'select 1 from organization where organization_id = $1';

const STORE = `
  insert into audit_log_checkpoint (organization_id, id, sequence, digest, signed_at, public_key, key_id, signature)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

@Injectable()
export class AuditLogCheckpointsService {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organizationId: string, query: PageQuery): Promise<Page<StoredCheckpoint>> {
    const page = checkpointPage(organizationId, afterId(query), query.limit);
    return readPage<StoredCheckpoint>(this.tenancy, organizationId, page, query.limit);
  }

  /** Signs where the log stands because somebody asked; the entry that says so is the last one covered. */
  async create(organizationId: string, caller: Caller): Promise<StoredCheckpoint> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const found = await manager.query<object[]>(ORGANIZATION, [organizationId]);
      if (found.length === 0) throw new DomainError('not-found', 'There is no organization with this id.');
      const id = uuidv7();
      await recordEvents(manager, organizationId, caller, this.clock.now(), [
        {
          action: 'audit-log-checkpoint.created',
          subjectKind: 'audit-log-checkpoint',
          subjectId: id,
          data: { keyId: this.key.keyId },
        },
      ]);
      await chainRecorded(manager, organizationId);
      return this.sign(manager, organizationId, id);
    });
  }

  /** Signs where the log stands as a matter of course, so without an entry: a log at rest stays as it is. */
  async createDaily(organizationId: string): Promise<void> {
    await this.tenancy.withOrganizationWrite(organizationId, (manager) =>
      this.sign(manager, organizationId, uuidv7()),
    );
  }

  /** Signs where the log stands with what the running transaction has recorded so far. */
  async signWithin(manager: EntityManager, organizationId: string): Promise<StoredCheckpoint> {
    await chainRecorded(manager, organizationId);
    return this.sign(manager, organizationId, uuidv7());
  }

  private async sign(manager: EntityManager, organizationId: string, id: string): Promise<StoredCheckpoint> {
    const { sequence, digest } = await takeHead(manager, organizationId);
    const at = this.clock.now().toISOString();
    const checkpoint = signCheckpoint({ organizationId, sequence, digest, at }, this.key);
    const { publicKey, keyId, signature } = checkpoint;
    await manager.query(STORE, [organizationId, id, sequence, digest, at, publicKey, keyId, signature]);
    return { id, ...checkpoint };
  }
}
