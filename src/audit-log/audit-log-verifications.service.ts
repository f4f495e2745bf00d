// Walks through whole logs that somebody asked for. Each holds a connection for as long as the log is, of the pool that every other read waits for.
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { SIGNING_KEY, type SigningKey } from '../common/signing/signing-key';
import { SETTINGS, type Settings } from '../config/settings';
import { Tenancy } from '../database/tenancy';
import { verifyAuditLog, type LogVerification } from './verify-audit-log';

const MOST_AT_ONCE = 2;
const RETRY_SECONDS = 10;

@Injectable()
export class AuditLogVerificationsService {
  private running = 0;

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found, unavailable while others are being verified */
  async verify(organizationId: string): Promise<LogVerification> {
    if (this.running >= MOST_AT_ONCE) throw busy();
    this.running += 1;
    try {
      const keyIds = [this.key.keyId, ...this.settings.earlierSigningKeys];
      const found = await this.tenancy.withOrganizationsRead([organizationId], (client) =>
        verifyAuditLog(client, organizationId, { keyIds, now: this.clock.now() }),
      );
      if (!found) throw new DomainError('not-found', 'There is no organization with this id.');
      return found;
    } finally {
      this.running -= 1;
    }
  }
}

function busy(): DomainError {
  const detail = 'Other logs are being verified. Try again in a moment.';
  return new DomainError('unavailable', detail, [], RETRY_SECONDS);
}
