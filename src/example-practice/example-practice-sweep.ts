// Examples that have had their thirty days are closed, and erased with the other closed practices when their time has come.
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { Standings } from '../identity/standings.service';
import { BackgroundSweep } from '../jobs/background-sweep';
import { closeExample } from './close-example';

const SWEEP_MILLISECONDS = 6 * 3_600_000;

@Injectable()
export class ExamplePracticeSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ExamplePracticeSweep');
  private readonly sweeps = new BackgroundSweep('ExamplePracticeSweep', () => this.sweep());

  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeps.start({ everyMilliseconds: SWEEP_MILLISECONDS });
  }

  beforeApplicationShutdown(): void {
    this.sweeps.stop();
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const over = await this.tenancy.withoutOrganization<{ id: string }>({
      text: 'select organization_id as id from examples_to_close($1)',
      values: [now],
    });
    for (const { id } of over) {
      // One that cannot be closed now, locked for too long say, keeps no other from it.
      await this.tenancy
        .withOrganizationWrite(id, (manager) => closeExample(manager, id, now))
        .catch((error: unknown) =>
          this.logger.error({ organizationId: id, error: error instanceof Error ? error.name : 'unknown' }),
        );
    }
    if (over.length > 0) this.standings.forgetAll();
  }
}
