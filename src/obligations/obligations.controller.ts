import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { askedOf, toldOccurrence } from './asked-occurrences';
import { after, cursorOf, placeOf } from './obligation-cursor';
import { ObligationsService } from './obligations.service';
import { OccurrencePageQuery, OccurrenceResponse } from './occurrence.dto';

/** What is due, worked out from the records each time it is asked: obligations arise by themselves and are gone when what they are about is. */
@ApiTags('Obligations')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/obligations')
export class ObligationsController {
  constructor(private readonly obligations: ObligationsService) {}

  @Get()
  @Allows('records.read')
  @ApiOperation({
    operationId: 'list-obligations',
    summary: 'List what is due and was done, in order of due date; what waits for an event comes last',
  })
  @ApiResponse({ status: 200, type: PageOf(OccurrenceResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: OccurrencePageQuery,
  ): Promise<Page<OccurrenceResponse>> {
    const { cursor, limit, from, to } = query;
    if (from && to && to < from) throw reversed();
    const place = cursor === undefined ? null : placeOf(cursor);
    const all = await this.obligations.of(organizationId);
    const asked = after(askedOf(all, query), place);
    const items = asked.slice(0, limit);
    const last = asked.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map((occurrence) => toldOccurrence(occurrence, all)),
      nextCursor: last ? cursorOf(last) : null,
    };
  }
}

function reversed(): DomainError {
  const detail = 'must not lie before from';
  return new DomainError('request-invalid', 'These days cannot be asked about.', [
    { pointer: '/to', code: 'dates-reversed', detail },
  ]);
}
