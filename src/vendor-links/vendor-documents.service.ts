// Documents that a vendor attaches by its link. Each is stored as every file is (capped, its type told by its bytes, encrypted) and as a piece of evidence
// of the practice for that service, which says where it came from and that nobody has looked at it yet.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { EVIDENCE } from '../evidence/evidence.record';
import { FilesService } from '../files/files.service';
import type { ReceivedPart } from '../files/received-part';
import type { VendorLinkCaller } from '../identity/caller';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { lockedLink, VendorAnswersService } from './vendor-answers.service';
import type { VendorDocumentFields } from './vendor-document.dto';
import { recordLinkEvent } from './vendor-link-events';
import type { AskedOfVendor, AttachedDocument } from './vendor-link.query';
import { notLookedAt } from './not-looked-at';

/** House limits for one link. */
const MOST_DOCUMENTS = 40;
const MOST_BYTES = 400 * 1024 * 1024;

interface KeptFile {
  digest: string;
  bytes: number;
  mediaType: string;
}

@Injectable()
export class VendorDocumentsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly answers: VendorAnswersService,
    private readonly files: FilesService,
    private readonly records: RecordsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Stores a document and attaches it to a question.
   * @throws DomainError not-found for a question that is not asked, request-invalid where there are too many, and those of FilesService.receive
   */
  async attach(
    caller: VendorLinkCaller,
    question: string,
    part: ReceivedPart,
    said: VendorDocumentFields,
  ): Promise<void> {
    const asked = await this.answers.get(caller);
    requireQuestion(asked, question);
    refuseTooMany(asked.documents);
    const file = await this.kept(caller, part);
    const on = dateInTimeZone(this.clock.now(), asked.timeZone);
    const { title } = said;
    const { digest, bytes } = file;
    await withFreeKey(keyFromName(`vendor-${title}`, 'vendor-document'), (key) => {
      const evidence = evidenceOf(key, asked, said, file, on);
      const what = { action: 'document-attached', data: { evidence: key, question, bytes } };
      return this.records.create(EVIDENCE, caller.organizationId, caller, evidence, (manager) =>
        this.changeIn(manager, caller, what, (documents) => {
          refuseTooMany(documents);
          return [...documents, { key, title, digest, bytes, questions: [question], on }];
        }),
      );
    });
  }

  /**
   * Says which of the documents that are there show the answer to a question.
   * @param chosen keys, and those that there were to choose from: one that came since from another browser stays as it is
   */
  async choose(
    caller: VendorLinkCaller,
    question: string,
    { shown, keys }: { shown: readonly string[]; keys: readonly string[] },
  ): Promise<void> {
    const asked = await this.answers.get(caller);
    requireQuestion(asked, question);
    const chosen = asked.documents.map(({ key }) => key).filter((key) => keys.includes(key));
    const what = { action: 'documents-chosen', data: { question, evidence: chosen.sort() } };
    await this.tenancy.withOrganizationWrite(caller.organizationId, (manager) =>
      this.changeIn(manager, caller, what, (documents) =>
        documents.map((one) => {
          if (!shown.includes(one.key)) return one;
          const others = one.questions.filter((id) => id !== question);
          return { ...one, questions: keys.includes(one.key) ? [...others, question] : others };
        }),
      ),
    );
  }

  private async changeIn(
    manager: EntityManager,
    caller: VendorLinkCaller,
    what: { action: string; data: Record<string, unknown> },
    changed: (documents: readonly AttachedDocument[]) => AttachedDocument[],
  ): Promise<void> {
    const { organizationId, id } = caller;
    const now = this.clock.now();
    const { documents } = await lockedLink(manager, organizationId, id, now);
    await manager.query('update vendor_link set documents = $3 where organization_id = $1 and id = $2', [
      ...[organizationId, id, JSON.stringify(changed(documents))],
    ]);
    await recordLinkEvent(manager, organizationId, caller, now, { id, ...what });
  }

  /** A file that the practice has already is taken as it is there; whether it was is not told. */
  private async kept(caller: VendorLinkCaller, part: ReceivedPart): Promise<KeptFile> {
    let digest: string | undefined;
    try {
      return await this.files.receive(caller.organizationId, caller, part, async (came) => {
        digest = came.digest;
        await this.requireOpen(caller);
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'file-already-uploaded') throw error;
      const { items } = await this.files.list(caller.organizationId, { digest, limit: 200 });
      const there = items.find(({ destroyedAt }) => destroyedAt === null);
      if (!there) throw error;
      return there;
    }
  }

  /** A file is minutes on its way: the link may have ended meanwhile, or others may have filled it. */
  private async requireOpen({ organizationId, id }: VendorLinkCaller): Promise<void> {
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const { documents } = await lockedLink(manager, organizationId, id, this.clock.now());
      refuseTooMany(documents);
    });
  }
}

function evidenceOf(
  key: string,
  { serviceKey, vendorKey }: AskedOfVendor,
  { title, issuedOn }: VendorDocumentFields,
  { digest, bytes, mediaType }: KeptFile,
  on: string,
): { key: string } {
  const fields = {
    ...{ key, vendor: vendorKey, services: [serviceKey], title, issuedOn, receivedOn: on },
    // What kind of document it is, the practice says once it has looked.
    ...{ kind: 'other', source: 'vendor', validUntil: null, restrictedUse: null, reference: notLookedAt(on) },
    file: { digest, bytes, mediaType },
  };
  return fields;
}

function requireQuestion({ questions }: AskedOfVendor, wanted: string): void {
  if (!questions.some(({ id }) => id === wanted))
    throw new DomainError('not-found', 'There is no such question in this questionnaire.');
}

function refuseTooMany(documents: readonly AttachedDocument[]): void {
  const bytes = documents.reduce((sum, one) => sum + one.bytes, 0);
  if (documents.length < MOST_DOCUMENTS && bytes < MOST_BYTES) return;
  const detail = 'this link takes no more documents; name the others in words, beside the answer';
  throw new DomainError('request-invalid', 'There are too many documents.', [
    { pointer: '/file', code: 'invalid-field', detail },
  ]);
}
