// Assessments as they are read: their summaries, one or a page of them, and the envelope of one.
import { Injectable } from '@nestjs/common';
import { MAX } from 'uuid';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { SealedAssessment } from './assessment.document';
import type { AssessmentResponse } from './assessment.dto';
import { assessmentById, assessmentDocument, assessmentPage, newestAssessments } from './assessment.query';
import { envelopeText, type StoredEnvelope } from './stored-envelope';

@Injectable()
export class AssessmentReader {
  constructor(private readonly tenancy: Tenancy) {}

  async get(organizationId: string, id: string): Promise<AssessmentResponse> {
    const [row] = await this.tenancy.readOne<AssessmentResponse>(
      organizationId,
      assessmentById(organizationId, id),
    );
    return row ?? noSuchAssessment();
  }

  async list(organizationId: string, query: PageQuery): Promise<Page<AssessmentResponse>> {
    const page = assessmentPage(organizationId, afterId(query), query.limit);
    return readPage<AssessmentResponse>(this.tenancy, organizationId, page, query.limit);
  }

  /** Newest first, for people; a cursor goes on to older ones. */
  async newest(organizationId: string, query: PageQuery): Promise<Page<AssessmentResponse>> {
    const before = query.cursor === undefined ? MAX : afterId(query);
    const page = newestAssessments(organizationId, before, query.limit);
    return readPage<AssessmentResponse>(this.tenancy, organizationId, page, query.limit);
  }

  /** The envelope as text. @throws DomainError document-redacted when its text is gone */
  async envelope(organizationId: string, id: string): Promise<string> {
    const query = assessmentDocument(organizationId, id);
    const [row] = await this.tenancy.readOne<StoredEnvelope & { supersededBy: string | null }>(
      organizationId,
      query,
    );
    if (!row) return noSuchAssessment();
    if (row.document === null) {
      const detail = `Its text is gone; the assessment ${row.supersededBy} took its place.`;
      throw new DomainError('document-redacted', detail);
    }
    return envelopeText(row);
  }

  /** The envelope as it is read. @throws DomainError document-redacted when its text is gone */
  async read(organizationId: string, id: string): Promise<SealedAssessment> {
    return JSON.parse(await this.envelope(organizationId, id)) as SealedAssessment;
  }
}

export function noSuchAssessment(): never {
  throw new DomainError('not-found', 'There is no assessment with this id.');
}
