// Files of a practice: received as a stream, judged, kept encrypted with their digest, made unreadable when they must go.
import { Inject, Injectable } from '@nestjs/common';
import { pipeline, type Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { requireOrganization } from '../records/records.service';
import type { DestructionReason, FileResponse } from './file.dto';
import type { FilePageQuery } from './file-page.query.dto';
import { fileById, filePage, fileWithKey, readableFileOf } from './file.query';
import { FILE_VAULT, type FileVault, type WrittenFile } from './file-vault';
import { claimedType, judgedType, type Claim } from './judge-upload';
import type { ReceivedPart } from './received-part';
import { StoredFile } from './stored-file.entity';
import { UploadInspection } from './upload-inspection';

@Injectable()
export class FilesService {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(FILE_VAULT) private readonly vault: FileVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(organizationId: string, id: string): Promise<FileResponse> {
    const [row] = await this.tenancy.readOne<FileResponse>(organizationId, fileById(organizationId, id));
    return row ?? notFound();
  }

  async list(organizationId: string, query: FilePageQuery): Promise<Page<FileResponse>> {
    const page = { after: afterId(query), limit: query.limit, digest: query.digest ?? null };
    return readPage<FileResponse>(this.tenancy, organizationId, filePage(organizationId, page), query.limit);
  }

  /** The plain bytes. @throws DomainError file-destroyed once its key is gone */
  async content(organizationId: string, id: string): Promise<{ file: FileResponse; content: Readable }> {
    const [row] = await this.tenancy.readOne<FileResponse & { wrappedKey: Buffer | null }>(
      organizationId,
      fileWithKey(organizationId, id),
    );
    if (!row) return notFound();
    const { wrappedKey, ...file } = row;
    if (!wrappedKey) throw new DomainError('file-destroyed', 'The file was made unreadable for good.');
    return { file, content: await this.vault.read(organizationId, id, wrappedKey) };
  }

  /**
   * Receives a file. Nothing of it is kept unless all of it came, it is what it says and its row is written.
   * @param uploaded told of what came, before any of it is kept; what it throws stops that
   * @throws DomainError file-already-uploaded, body-too-large, body-unreadable, and those of judgedType
   */
  async receive(
    organizationId: string,
    caller: Caller,
    { claim, stream, ended, cutOff }: ReceivedPart,
    uploaded?: (file: Claim & { digest: string }) => void | Promise<void>,
  ): Promise<FileResponse> {
    claimedType(claim);
    const id = uuidv7();
    const seen = new UploadInspection();
    // The vault reads to the end of `seen`, which fails when the stream does.
    pipeline(stream, seen, () => undefined);
    const written = await this.vault.write(organizationId, id, seen);
    try {
      await ended;
      if (cutOff()) throw new DomainError('body-too-large', 'The file is larger than this address takes.');
      const mediaType = await judgedType(claim, seen, () => written.read());
      await uploaded?.({ ...claim, digest: seen.digest });
      const file = { id, digest: seen.digest, bytes: seen.bytes, mediaType, name: safeName(claim.name) };
      return await this.keep(organizationId, caller, written, file);
    } catch (error) {
      await written.discard();
      throw error;
    }
  }

  /** Makes a file unreadable for good: first its key, in the transaction, then its bytes. */
  async destroy(
    organizationId: string,
    caller: Caller,
    id: string,
    reason: DestructionReason,
  ): Promise<FileResponse> {
    const file = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const current = await readFile(manager, organizationId, id);
      if (current.destroyedAt)
        throw new DomainError('file-destroyed', 'The file was made unreadable before.');
      const now = this.clock.now();
      const gone = { name: null, wrappedKey: null, destroyedAt: now, destroyedBecause: reason };
      await manager.update(StoredFile, { organizationId, id }, gone);
      const data = { digest: current.digest, reason };
      await recordEvents(manager, organizationId, caller, now, [
        { action: 'file.destroyed', subjectKind: 'file', subjectId: id, data },
      ]);
      return readFile(manager, organizationId, id);
    });
    await this.vault.remove(organizationId, id);
    return file;
  }

  private async keep(
    organizationId: string,
    caller: Caller,
    written: WrittenFile,
    file: Pick<StoredFile, 'id' | 'digest' | 'bytes' | 'mediaType' | 'name'>,
  ): Promise<FileResponse> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      await requireOrganization(manager, organizationId);
      await refuseSecond(manager, organizationId, file.digest);
      const now = this.clock.now();
      await written.keep();
      await manager.insert(StoredFile, {
        ...file,
        organizationId,
        wrappedKey: written.wrappedKey,
        uploadedAt: now,
      });
      const { digest, bytes, mediaType } = file;
      await recordEvents(manager, organizationId, caller, now, [
        {
          action: 'file.uploaded',
          subjectKind: 'file',
          subjectId: file.id,
          data: { digest, bytes, mediaType },
        },
      ]);
      return readFile(manager, organizationId, file.id);
    });
  }
}

async function refuseSecond(manager: EntityManager, organizationId: string, digest: string): Promise<void> {
  const { text, values } = readableFileOf(organizationId, digest);
  const [same] = await manager.query<{ id: string }[]>(text, values as unknown[]);
  if (!same) return;
  const detail = `The same file is stored already, with the id ${same.id}; refer to that one.`;
  throw new DomainError('file-already-uploaded', detail, [
    { pointer: '/file', code: 'already-there', detail },
  ]);
}

async function readFile(manager: EntityManager, organizationId: string, id: string): Promise<FileResponse> {
  const { text, values } = fileById(organizationId, id);
  const [row] = await manager.query<FileResponse[]>(text, values as unknown[]);
  return row ?? notFound();
}

/** The last part of a path, without what would break a header or a terminal. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(-200);
}

function notFound(): never {
  throw new DomainError('not-found', 'There is no file with this id.');
}
