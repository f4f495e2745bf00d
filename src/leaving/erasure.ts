// Closed organizations whose day has come are erased: rows and with them the keys of files, then the bytes. A process that dies in between has left a
// tombstone, by which the next look finds the bytes.
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { AuditLogCheckpointsService } from '../audit-log/audit-log-checkpoints.service';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { FILE_VAULT, type FileVault } from '../files/file-vault';
import { BackgroundSweep } from '../jobs/background-sweep';

const SWEEP_MILLISECONDS = 3_600_000;

@Injectable()
export class Erasure implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Erasure');
  private readonly sweeps = new BackgroundSweep('Erasure', () => this.sweep());

  constructor(
    private readonly tenancy: Tenancy,
    private readonly checkpoints: AuditLogCheckpointsService,
    @Inject(FILE_VAULT) private readonly vault: FileVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeps.start({ everyMilliseconds: SWEEP_MILLISECONDS });
  }

  beforeApplicationShutdown(): void {
    this.sweeps.stop();
  }

  async sweep(): Promise<void> {
    const due = await this.tenancy.withoutOrganization<{ id: string }>({
      text: 'select organization_id as id from organizations_to_erase($1)',
      values: [this.clock.now()],
    });
    for (const { id } of due) {
      // One that cannot be erased now, locked for too long say, keeps no other from it.
      await this.erase(id).catch((error: unknown) =>
        this.logger.error({ organizationId: id, error: error instanceof Error ? error.name : 'unknown' }),
      );
    }
    await this.removeBytes();
  }

  /** The database looks for itself whether it is due. What was read of it since its closing is signed before it goes. */
  private async erase(organizationId: string): Promise<void> {
    const isErased = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const there = await manager.query<object[]>('select 1 from organization where organization_id = $1', [
        organizationId,
      ]);
      if (there.length === 0) return false; // another process was first
      await this.checkpoints.signWithin(manager, organizationId);
      await manager.query('select erase_organization($1, $2)', [organizationId, this.clock.now()]);
      return true;
    });
    if (isErased) this.logger.log({ organizationId, erased: true });
  }

  private async removeBytes(): Promise<void> {
    const there = (await this.vault.organizations()).filter((name) => isUuid(name));
    const erased = await this.tenancy.withoutOrganization<{ id: string }>({
      text: 'select organization_id as id from erased_organization where organization_id = any ($1::uuid[])',
      values: [there],
    });
    for (const { id } of erased) await this.vault.removeOrganization(id);
  }
}
