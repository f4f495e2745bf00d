// A report as it goes out, to programs and to people: with its digest as ETag, noted in the audit log, unable to load or run anything.
import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadEvents } from '../audit-log/read-events';
import { namesEntityTag } from '../common/http/entity-tag';
import { NO_FRAMES_FORMS_OR_BASE } from '../common/http/response-headers';
import type { Caller } from '../identity/caller';
import { dispositionOf, MEDIA_TYPES } from './report-file';
import { ReportsService } from './reports.service';

@Injectable()
export class ReportDownloads {
  constructor(
    private readonly reports: ReportsService,
    private readonly reads: ReadEvents,
  ) {}

  /**
   * @returns undefined, with status 304, where the reader has it already
   * @throws DomainError report-not-ready, document-redacted
   */
  async answer(
    organizationId: string,
    reportId: string,
    caller: Caller,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { kind, service, format, content, contentDigest } = await this.reports.content(
      organizationId,
      reportId,
    );
    const etag = `"${contentDigest}"`;
    void reply.header('etag', etag);
    if (namesEntityTag(request.headers['if-none-match'], etag)) {
      void reply.status(304);
      return undefined;
    }
    this.reads.note(organizationId, caller, {
      action: 'report.read',
      subjectKind: 'report',
      subjectId: reportId,
      data: { format, digest: contentDigest },
    });
    void reply.header(
      'content-security-policy',
      `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; ${NO_FRAMES_FORMS_OR_BASE}`,
    );
    const disposition = dispositionOf({ kind, service, format });
    return new StreamableFile(content, { type: MEDIA_TYPES[format], disposition, length: content.length });
  }
}
