// Bytes without a row: a process died between writing a file and its row, or between destroying a key and the bytes. Swept at the start.
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { readableFiles } from './file.query';
import { FILE_VAULT, type FileVault } from './file-vault';

/** Younger ones may be on their way in another process. */
const SETTLED_MILLISECONDS = 3_600_000;

@Injectable()
export class OrphanedFiles implements OnApplicationBootstrap {
  private readonly logger = new Logger('OrphanedFiles');

  constructor(
    @Inject(FILE_VAULT) private readonly vault: FileVault,
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.sweep().catch((error: unknown) =>
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }),
    );
  }

  /** @returns how many were removed */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - SETTLED_MILLISECONDS);
    let removed = 0;
    for (const organizationId of (await this.vault.organizations()).filter((name) => isUuid(name))) {
      const there = (await this.vault.idsOlderThan(organizationId, before)).filter((id) => isUuid(id));
      const known = await this.tenancy.readOne<{ id: string }>(
        organizationId,
        readableFiles(organizationId, there),
      );
      const orphans = there.filter((id) => !known.some((row) => row.id === id));
      for (const id of orphans) await this.vault.removeWithDraft(organizationId, id);
      removed += orphans.length;
    }
    return removed;
  }
}
