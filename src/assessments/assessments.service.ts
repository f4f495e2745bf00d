// An assessment from draft over review to seal. The document is frozen as the draft is drawn up: review and seal add who, when and
// what they state, and nothing else.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { MAX_LISTED_FAULTS } from '../common/faults';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { SIGNING_KEY, type SigningKey } from '../common/signing/signing-key';
import { Tenancy } from '../database/tenancy';
import { knownIn } from '../dossiers/coherence/known-in';
import { findIncoherences } from '../dossiers/dossier-coherence';
import type { Dossier } from '../dossiers/dossier.document';
import { storedDossier } from '../dossiers/dossier.query';
import type { Caller } from '../identity/caller';
import { recordedDaysOf, type RecordedDays } from '../obligations/obligation-facts.query';
import { LetterheadsService } from '../letterheads/letterheads.service';
import type { AssessmentDocument, EarlierVersion, SealedAssessment } from './assessment.document';
import type { AssessmentResponse, CreateAssessmentDto, SealDto, SignOffDto } from './assessment.dto';
import { Assessment } from './assessment.entity';
import { assessmentById, earlierSealed, latestSealed } from './assessment.query';
import { noSuchAssessment } from './assessment-reader.service';
import { reviewed, sealedBy } from './assessment-steps';
import { buildAssessment } from './build-assessment';
import type { PreviousAssessment } from './registers/comparison';
import { canonicalBytes, digestOf, sealDocument } from './sealing';
import { storedDocument } from './stored-envelope';

@Injectable()
export class AssessmentsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly letterheads: LetterheadsService,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SIGNING_KEY) private readonly signingKey: SigningKey,
  ) {}

  async create(
    organizationId: string,
    caller: Caller,
    body: CreateAssessmentDto,
  ): Promise<AssessmentResponse> {
    const id = uuidv7();
    const now = this.clock.now();
    const preparedBy = await this.letterheads.preparedBy(organizationId, caller);
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const dossier = await storedDossier(manager, organizationId);
      const today = dateInTimeZone(now, dossier.practice.timeZone);
      const asOf = body.asOf ?? today;
      this.refuseDate(asOf, today, dossier);
      const document = buildAssessment({
        dossier,
        asOf,
        createdAt: now,
        catalogs: this.catalogs,
        assessmentId: id,
        organizationId,
        assessor: { name: body.assessor.name, role: body.assessor.role },
        preparedBy,
        previous: await this.previous(manager, organizationId, asOf),
        earlier: await this.earlier(manager, organizationId, asOf),
        preparation: body.preparation ? { ...body.preparation } : null,
        recorded: await this.recordedDays(manager, organizationId),
      });
      const text = canonicalBytes(document);
      const { status, title } = document;
      const row = {
        organizationId,
        id,
        version: 1,
        status,
        title,
        asOf,
        document: text,
        digest: digestOf(text),
      };
      await manager.insert(Assessment, { ...row, seal: null, createdAt: now, updatedAt: now });
      return this.happened(manager, organizationId, id, caller, 'assessment.drafted');
    });
  }

  /** What the new assessment is compared with: one read. */
  private async previous(
    manager: EntityManager,
    organizationId: string,
    asOf: CalendarDate,
  ): Promise<PreviousAssessment | null> {
    const { text, values } = latestSealed(organizationId, asOf);
    const [row] = await manager.query<{ document: string; digest: string }[]>(text, values as unknown[]);
    return row ? { document: JSON.parse(row.document) as AssessmentDocument, digest: row.digest } : null;
  }

  private earlier(
    manager: EntityManager,
    organizationId: string,
    asOf: CalendarDate,
  ): Promise<EarlierVersion[]> {
    const { text, values } = earlierSealed(organizationId, asOf);
    return manager.query<EarlierVersion[]>(text, values as unknown[]);
  }

  /** When each record was made, which obligations count from: one read. */
  private async recordedDays(manager: EntityManager, organizationId: string): Promise<RecordedDays | null> {
    const { text, values } = recordedDaysOf(organizationId);
    const [row] = await manager.query<{ days: RecordedDays }[]>(text, values as unknown[]);
    return row?.days ?? null;
  }

  /** The same rules as for a file: no fact lies after the date that is assessed, and no date after today. */
  private refuseDate(asOf: CalendarDate, today: CalendarDate, dossier: Dossier): void {
    if (asOf > today) {
      const detail = "must not lie after today in the practice's time zone";
      throw new DomainError('request-invalid', `The date of assessment ${detail}.`, [
        { pointer: '/asOf', code: 'invalid-field', detail },
      ]);
    }
    const faults = findIncoherences(dossier, { asOf, today, ...knownIn(this.catalogs) });
    if (faults.length === 0) return;
    throw new DomainError(
      'records-incoherent',
      'The facts do not fit the date of assessment.',
      faults.slice(0, MAX_LISTED_FAULTS),
    );
  }

  review(
    organizationId: string,
    id: string,
    version: number,
    caller: Caller,
    by: SignOffDto,
  ): Promise<AssessmentResponse> {
    return this.step(organizationId, id, version, caller, 'assessment.reviewed', (document, now) => {
      const next = reviewed(document, by, now);
      return { document: next, seal: null };
    });
  }

  /**
   * Seals for good: a named person states it, the installation signs the canonical bytes. Comments that are open stay so for ever, so
   * whoever seals names how many there are; the audit log keeps the number.
   * @throws DomainError comments-open when another number is open
   */
  seal(
    organizationId: string,
    id: string,
    version: number,
    caller: Caller,
    { openComments, ...by }: SealDto,
  ): Promise<AssessmentResponse> {
    return this.step(organizationId, id, version, caller, 'assessment.sealed', (document, now, open) => {
      const sealed = sealedBy(document, by, now);
      refuseUnlessKnown(open, openComments ?? 0);
      return sealDocument(sealed, this.signingKey);
    });
  }

  private async step(
    organizationId: string,
    id: string,
    version: number,
    caller: Caller,
    action: string,
    take: (
      document: AssessmentDocument,
      now: Date,
      openComments: number,
    ) => { document: AssessmentDocument; seal: SealedAssessment['seal'] | null },
  ): Promise<AssessmentResponse> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const current = await manager.findOneBy(Assessment, { organizationId, id });
      if (!current) return noSuchAssessment();
      refuseStale(current, version, 'assessment');
      const now = this.clock.now();
      const { openComments } = await this.summary(manager, organizationId, id);
      const { document, seal } = take(
        JSON.parse(storedDocument(current)) as AssessmentDocument,
        now,
        openComments,
      );
      const text = canonicalBytes(document);
      const changes = {
        document: text,
        digest: digestOf(text),
        seal,
        status: document.status,
        version: version + 1,
      };
      await manager.update(Assessment, { organizationId, id }, { ...changes, updatedAt: now });
      return this.happened(manager, organizationId, id, caller, action);
    });
  }

  private async happened(
    manager: EntityManager,
    organizationId: string,
    id: string,
    caller: Caller,
    action: string,
  ): Promise<AssessmentResponse> {
    const row = await this.summary(manager, organizationId, id);
    const { version, digest, openComments } = row;
    const data = { version, digest, ...(openComments > 0 && { openComments }) };
    await recordEvents(manager, organizationId, caller, this.clock.now(), [
      { action, subjectKind: 'assessment', subjectId: id, data },
    ]);
    return row;
  }

  private async summary(
    manager: EntityManager,
    organizationId: string,
    id: string,
  ): Promise<AssessmentResponse> {
    const { text, values } = assessmentById(organizationId, id);
    const [row] = await manager.query<AssessmentResponse[]>(text, values as unknown[]);
    return row ?? noSuchAssessment();
  }
}

function refuseUnlessKnown(open: number, named: number): void {
  if (open === named) return;
  const are = open === 1 ? '1 comment is' : `${open} comments are`;
  const detail =
    open === 0 ? 'no comment is open any more' : `${are} open: resolve them, or say that you seal with them`;
  throw new DomainError(
    'comments-open',
    `Of its comments ${open} are open, and the request names ${named}.`,
    [{ pointer: '/openComments', code: 'invalid-field', detail }],
  );
}
