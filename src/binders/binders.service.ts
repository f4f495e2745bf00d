// The binder of a sealed assessment: its report and workbook are printed as jobs, and the archive itself is made as it is read, so that none lies about and each holds what is there at that moment.
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { recordEvents } from '../audit-log/audit-log';
import { AuditLogCheckpointsService } from '../audit-log/audit-log-checkpoints.service';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { SIGNING_KEY, type SigningKey } from '../common/signing/signing-key';
import { Tenancy } from '../database/tenancy';
import type { ReadStatement } from '../database/tenant-read';
import { FILE_VAULT, type FileVault } from '../files/file-vault';
import type { Caller, PersonCaller } from '../identity/caller';
import { archiveBytes } from '../leaving/export-archive';
import type { SignedManifest } from '../leaving/manifest';
import { ReportsService } from '../reports/reports.service';
import { refuseUnlessRecent } from '../second-factors/recent-sign-in';
import { binderFacts, type BinderFacts } from './binder.query';
import { binderStanding } from './binder-standing';
import type { BinderResponse } from './binder.dto';
import { writeBinder } from './write-binder';

/** Each holds a connection for as long as its reader takes. */
const MOST_AT_ONCE = 2;
const RETRY_SECONDS = 60;

export interface TakenBinder {
  fileName: string;
  content: Readable;
}

@Injectable()
export class BindersService {
  private running = 0;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly reports: ReportsService,
    private readonly checkpoints: AuditLogCheckpointsService,
    @Inject(FILE_VAULT) private readonly vault: FileVault,
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found, document-redacted, assessment-not-ready unless it is sealed */
  async standing(organizationId: string, assessmentId: string): Promise<BinderResponse> {
    return told(await this.facts(organizationId, assessmentId));
  }

  /** Asks for what was not printed yet; what was asked for already is left alone. */
  async prepare(organizationId: string, assessmentId: string, caller: Caller): Promise<BinderResponse> {
    const { lacking } = binderStanding((await this.facts(organizationId, assessmentId)).parts);
    for (const format of lacking) {
      const asked = { kind: 'security-risk-assessment' as const, service: null, format };
      await this.reports.request(organizationId, assessmentId, asked, caller);
    }
    return this.standing(organizationId, assessmentId);
  }

  /** @throws DomainError recent-sign-in-needed, report-not-ready, unavailable while others are being made */
  async take(organizationId: string, assessmentId: string, caller: PersonCaller): Promise<TakenBinder> {
    const at = this.clock.now();
    await this.refuseUnlessRecent(caller, at);
    const facts = await this.facts(organizationId, assessmentId);
    if (binderStanding(facts.parts).state !== 'ready')
      throw new DomainError(
        'report-not-ready',
        'Its report and workbook are not printed yet: ask for the binder first.',
      );
    const giveBack = this.takePlace();
    try {
      await this.note(organizationId, assessmentId, caller, at, 'binder.taken', { digest: facts.digest });
    } catch (error) {
      giveBack();
      throw error;
    }
    let signed: SignedManifest | null = null;
    const content = archiveBytes(
      at,
      async (archive) => {
        signed = await this.tenancy.withOrganizationsRead([organizationId], (client) =>
          writeBinder(archive, {
            ...{ snapshot: { client, organizationId }, assessmentId, key: this.key, at },
            files: { vault: this.vault, tenancy: this.tenancy },
          }),
        );
      },
      () => this.finish(organizationId, assessmentId, caller, signed as unknown as SignedManifest),
    );
    content.once('close', giveBack);
    return { fileName: `binder-${facts.asOf}.zip`, content };
  }

  /** For whoever only asks whether they may. @throws DomainError recent-sign-in-needed */
  async refuseUnlessRecent(caller: PersonCaller, at = this.clock.now()): Promise<void> {
    await this.tenancy.withPerson(caller.id, (manager) => refuseUnlessRecent(manager, caller, at));
  }

  private async facts(organizationId: string, assessmentId: string): Promise<BinderFacts> {
    const query = binderFacts(organizationId, assessmentId) as ReadStatement;
    const [facts] = await this.tenancy.readOne<BinderFacts>(organizationId, query);
    if (!facts) throw new DomainError('not-found', 'There is no assessment with this id.');
    if (facts.redactedAt) throw new DomainError('document-redacted', 'The text of the assessment is gone.');
    if (facts.status !== 'sealed')
      throw new DomainError(
        'assessment-not-ready',
        'Only of a sealed assessment is there a binder: seal it first.',
      );
    return facts;
  }

  private takePlace(): () => void {
    if (this.running >= MOST_AT_ONCE)
      throw new DomainError(
        'unavailable',
        'Other binders are being made. Try again in a minute.',
        [],
        RETRY_SECONDS,
      );
    this.running += 1;
    return () => void (this.running -= 1);
  }

  private finish(
    organizationId: string,
    assessmentId: string,
    caller: PersonCaller,
    { manifest, signature }: SignedManifest,
  ): Promise<void> {
    const { entries, lackingFiles, auditLog } = manifest;
    const counts = { entries: entries.length, lackingFiles: lackingFiles.length };
    return this.note(organizationId, assessmentId, caller, this.clock.now(), 'binder.handed-over', {
      ...{ manifest: signature.digest, lastSequence: auditLog.sequence, ...counts },
    });
  }

  /** Durable before the first byte goes out, and signed, so that the part of the log that is packed is signed to its end. */
  private note(
    organizationId: string,
    assessmentId: string,
    caller: PersonCaller,
    at: Date,
    action: 'binder.taken' | 'binder.handed-over',
    data: Record<string, string | number>,
  ): Promise<void> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      await recordEvents(manager, organizationId, caller, at, [
        { action, subjectKind: 'assessment', subjectId: assessmentId, data },
      ]);
      if (action === 'binder.taken') await this.checkpoints.signWithin(manager, organizationId);
    });
  }
}

function told({ id, parts }: BinderFacts): BinderResponse {
  const { state, done, of } = binderStanding(parts);
  return {
    ...{ assessmentId: id, state, done, of },
    parts: parts.map(({ id: reportId, format, status, failure }) => ({ reportId, format, status, failure })),
  };
}
