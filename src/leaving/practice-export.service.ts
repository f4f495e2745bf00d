// The export of a practice: asked for and noted, then made as it is read, then noted as finished.
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { recordEvents } from '../audit-log/audit-log';
import { AuditLogCheckpointsService } from '../audit-log/audit-log-checkpoints.service';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { SIGNING_KEY, type SigningKey } from '../common/signing/signing-key';
import { Tenancy } from '../database/tenancy';
import { FILE_VAULT, type FileVault } from '../files/file-vault';
import type { PersonCaller } from '../identity/caller';
import { refuseUnlessRecent } from '../second-factors/recent-sign-in';
import { archiveBytes, type ExportArchive } from './export-archive';
import { EXPORT_BEGUN, EXPORT_FINISHED } from './export-standing';
import type { SignedManifest } from './manifest';
import { writeExport } from './write-export';

/** Each holds a connection for as long as its reader takes; it counts from when it is asked for until its archive is closed. */
const MOST_AT_ONCE = 2;
const RETRY_SECONDS = 60;

export interface PracticeExport {
  /** what it is saved as */
  fileName: string;
  content: Readable;
}

@Injectable()
export class PracticeExportService {
  private running = 0;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly checkpoints: AuditLogCheckpointsService,
    @Inject(FILE_VAULT) private readonly vault: FileVault,
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError recent-sign-in-needed, unavailable while others are being made */
  async export(organizationId: string, caller: PersonCaller): Promise<PracticeExport> {
    const at = this.clock.now();
    await this.refuseUnlessRecent(caller, at);
    const giveBack = this.takePlace();
    let key: string;
    try {
      key = await this.begin(organizationId, caller, at);
    } catch (error) {
      giveBack();
      throw error;
    }
    let signed: SignedManifest | null = null;
    const content = archiveBytes(
      at,
      async (archive) => {
        signed = await this.write(archive, organizationId, at);
      },
      () => this.finish(organizationId, caller, signed as unknown as SignedManifest),
    );
    content.once('close', giveBack);
    return { fileName: `${key}-${at.toISOString().slice(0, 10)}.zip`, content };
  }

  /** For whoever only asks whether they may. @throws DomainError recent-sign-in-needed */
  async refuseUnlessRecent(caller: PersonCaller, at = this.clock.now()): Promise<void> {
    await this.tenancy.withPerson(caller.id, (manager) => refuseUnlessRecent(manager, caller, at));
  }

  /**
   * Counted before anything is written: of many who ask at the same time, those who must wait have noted nothing and been promised no archive.
   * @throws DomainError unavailable
   */
  private takePlace(): () => void {
    if (this.running >= MOST_AT_ONCE) throw busy();
    this.running += 1;
    return () => void (this.running -= 1);
  }

  /** Durable before the first byte goes out, and signed, so that the log in the archive is signed to its end unless somebody writes between. */
  private begin(organizationId: string, caller: PersonCaller, at: Date): Promise<string> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const [found] = await manager.query<{ key: string }[]>(
        'select key from organization where organization_id = $1',
        [organizationId],
      );
      if (!found) throw new DomainError('not-found', 'There is no organization with this id.');
      const event = { action: EXPORT_BEGUN, subjectKind: 'organization', subjectId: organizationId };
      await recordEvents(manager, organizationId, caller, at, [
        { ...event, data: { what: 'whole-practice' } },
      ]);
      await this.checkpoints.signWithin(manager, organizationId);
      return found.key;
    });
  }

  private write(archive: ExportArchive, organizationId: string, at: Date): Promise<SignedManifest> {
    return this.tenancy.withOrganizationsRead([organizationId], (client) =>
      writeExport(archive, {
        snapshot: { client, organizationId },
        files: { vault: this.vault, tenancy: this.tenancy },
        key: this.key,
        at,
      }),
    );
  }

  private finish(
    organizationId: string,
    caller: PersonCaller,
    { manifest, signature }: SignedManifest,
  ): Promise<void> {
    const { auditLog, entries, lackingFiles } = manifest;
    const data = {
      manifest: signature.digest,
      lastSequence: auditLog.sequence,
      entries: entries.length,
      lackingFiles: lackingFiles.length,
    };
    return this.tenancy.withOrganizationWrite(organizationId, (manager) =>
      recordEvents(manager, organizationId, caller, this.clock.now(), [
        { action: EXPORT_FINISHED, subjectKind: 'organization', subjectId: organizationId, data },
      ]),
    );
  }
}

function busy(): DomainError {
  const detail = 'Other exports are being made. Try again in a minute.';
  return new DomainError('unavailable', detail, [], RETRY_SECONDS);
}
