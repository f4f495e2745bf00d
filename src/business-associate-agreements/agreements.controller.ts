import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { ApiProblems } from '../common/http/api-problems';
import { AsOfQuery } from '../common/http/as-of.query.dto';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { ETAG_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import type { RecordRow } from '../records/record-kind';
import { ApiOrganizationParam, recordsController } from '../records/records.controller';
import { standingResponse } from './agreement-standing.dto';
import {
  AgreementPageQuery,
  AgreementResponse,
  CreateAgreementDto,
  UpdateAgreementDto,
} from './agreement.dto';
import type { AgreementFields } from './agreement.fields';
import { AGREEMENT } from './agreement.record';
import { EXPIRING_WITHIN_DAYS } from './expiring-within-days';
import { standingOn } from './state-on-date';
import { Allows } from '../permissions/route-access';

/** Agreements with how each stands on a date: the state follows from the dates on record and is never typed in. */
@ApiTags('Agreements')
@ApiOrganizationParam()
@Controller('v1/organizations/:organizationId/agreements')
export class AgreementsController extends recordsController({
  kind: AGREEMENT,
  create: CreateAgreementDto,
  update: UpdateAgreementDto,
  response: AgreementResponse,
}) {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EXPIRING_WITHIN_DAYS) private readonly expiringWithinDays: number,
  ) {
    super();
  }

  @Get()
  @Allows('records.read')
  @ApiOperation({ operationId: 'list-agreements', summary: 'List agreements, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(AgreementResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  override async list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: AgreementPageQuery,
  ): Promise<Page<RecordRow>> {
    const { items, ...page } = await this.records.list(AGREEMENT, organizationId, query);
    const asOf = query.asOf ?? this.today(items[0]);
    return { items: items.map((row) => this.present(row, asOf)), ...page };
  }

  @Get(':id')
  @Allows('records.read')
  @ApiParam({ name: 'id', format: 'uuid', description: 'The agreement.' })
  @ApiOperation({ operationId: 'get-agreement', summary: 'Read an agreement' })
  @ApiResponse({ status: 200, type: AgreementResponse, description: 'The record', headers: ETAG_HEADER })
  @ApiProblems('request-invalid')
  override async get(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Query() { asOf }: AsOfQuery = {},
  ): Promise<RecordRow> {
    return this.present(await this.records.get(AGREEMENT, organizationId, id), asOf);
  }

  override present(row: RecordRow, asOf: CalendarDate | undefined = this.today(row)): RecordRow {
    const { timeZone: _timeZone, ...agreement } = row;
    const fields = agreement as unknown as AgreementFields;
    return {
      ...agreement,
      standing: standingResponse(standingOn(fields, asOf, this.expiringWithinDays)),
    };
  }

  /** Today where the practice is; every row of a page is the same practice's. */
  private today(row: RecordRow | undefined): CalendarDate {
    return dateInTimeZone(this.clock.now(), (row?.timeZone as string | undefined) ?? 'UTC');
  }
}
