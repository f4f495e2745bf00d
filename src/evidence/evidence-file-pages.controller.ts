// The document itself beside its record: sent by a form of its own, since a file is a stream and never held in memory.
import { Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import type { FileResponse } from '../files/file.dto';
import { FilesService } from '../files/files.service';
import { TAKEN } from '../files/media-types';
import { receivedPart } from '../files/received-part';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import type { RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import { addressOfTool, readTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { submitted } from '../web/submitted';
import { isEvidenceAbout } from './evidence-form';
import { EVIDENCE } from './evidence.record';

const VIEW = { view: 'evidence/file', title: 'The document' } as const;

@Pages('organizations/:organizationId/services/:serviceId/evidence/:id/file')
export class EvidenceFilePagesController {
  constructor(
    private readonly records: RecordsService,
    private readonly files: FilesService,
    private readonly tenancy: Tenancy,
  ) {}

  @Get()
  @Allows('records.write')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('id') id: string,
    @Query('then') then?: unknown,
  ): Promise<Page> {
    const tool = await readTool(this.tenancy, organizationId, serviceId);
    const evidence = await this.evidenceOf(organizationId, tool, id);
    return new Page(VIEW.view, VIEW.title, shown(backTo(organizationId, tool, then), evidence, NO_FAULTS));
  }

  /** Whoever keeps records may upload files too (permissions/roles.ts). */
  @Post()
  @Allows('records.write')
  async receive(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('id') id: string,
    @Query('version') version: unknown,
    @Query('then') then: unknown,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const tool = await readTool(this.tenancy, organizationId, serviceId);
    await this.evidenceOf(organizationId, tool, id);
    const work = async (): Promise<SeeOther> => {
      const { digest, bytes, mediaType } = await this.kept(organizationId, caller, request);
      const target = { id, version: Number(version) };
      await this.records.update(EVIDENCE, organizationId, caller, target, {
        file: { digest, bytes, mediaType },
      });
      return new SeeOther(backTo(organizationId, tool, then).href, 'saved');
    };
    const data = async (faults: ShownFaults): Promise<object> =>
      shown(backTo(organizationId, tool, then), await this.evidenceOf(organizationId, tool, id), faults);
    return submitted(work, { ...VIEW, labels: { file: 'The file' }, data });
  }

  /** The file as it is kept: the same one again is the one that is there. */
  private async kept(organizationId: string, caller: Caller, request: FastifyRequest): Promise<FileResponse> {
    let digest: string | undefined;
    try {
      return await this.files.receive(organizationId, caller, await receivedPart(request), (came) => {
        digest = came.digest;
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'file-already-uploaded') throw error;
      const { items } = await this.files.list(organizationId, { digest, limit: 200 });
      const there = items.find(({ destroyedAt }) => destroyedAt === null);
      if (!there) throw error;
      return there;
    }
  }

  private async evidenceOf(organizationId: string, tool: ToolOfPage, id: string): Promise<RecordRow> {
    const evidence = await this.records.get(EVIDENCE, organizationId, id);
    if (!isEvidenceAbout(evidence, tool))
      throw new DomainError('not-found', 'There is no evidence with this id.');
    return evidence;
  }
}

interface WayBack {
  href: string;
  label: string;
  /** what the address says of it */
  then: string;
  /** of the tool's own page, wherever one comes from */
  at: string;
  /** where the API hands files out */
  files: string;
}

/** To the page of the tool, or to the step of the first assessment that one comes from. */
function backTo(organizationId: string, tool: ToolOfPage, then: unknown): WayBack {
  const at = addressOfTool(organizationId, tool.id);
  const files = `/v1/organizations/${organizationId}/files`;
  if (then !== 'first-assessment') return { href: at, label: tool.name, then: '', at, files };
  const href = `/organizations/${organizationId}/first-assessment/services/${tool.id}/evidence`;
  return { href, label: 'What shows it', then: '&then=first-assessment', at, files };
}

function shown(back: WayBack, evidence: RecordRow, faults: ShownFaults): object {
  const { id, version, title, file, fileId } = evidence as RecordRow & {
    title: string;
    file: object | null;
    fileId: string | null;
  };
  return {
    ...{ faults, fault: faults.of.file ?? '', taken: TAKEN, title, back },
    action: `${back.at}/evidence/${id}/file?version=${version}${back.then}`,
    content: fileId ? `${back.files}/${fileId}/content` : '',
    isGone: file !== null && fileId === null,
  };
}
