import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../common/http/api-problems';
import { UuidParam } from '../../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { ApiOrganizationParam } from '../../records/records.controller';
import { CalendarLinkList, MadeCalendarLink } from './calendar-link.dto';
import { CalendarLinksService } from './calendar-links.service';

@ApiTags('Obligations')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/calendar-links')
export class CalendarLinksController {
  constructor(private readonly links: CalendarLinksService) {}

  @Get()
  @Allows('calendar-links.own')
  @ApiOperation({
    operationId: 'list-calendar-links',
    summary: 'List your own calendar links into this practice',
  })
  @ApiResponse({ status: 200, type: CalendarLinkList, description: 'The links' })
  async list(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<CalendarLinkList> {
    return { items: await this.links.list(organizationId, caller) };
  }

  @Post()
  @Allows('calendar-links.own')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'make-calendar-link',
    summary: 'Make a secret link by which your calendar program reads what is due; it is told once',
  })
  @ApiResponse({ status: 201, type: MadeCalendarLink, description: 'Made' })
  @ApiProblems('request-invalid', 'organization-closed')
  make(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<MadeCalendarLink> {
    return this.links.make(organizationId, caller);
  }

  @Post(':id/revocations')
  @Allows('calendar-links.own')
  @HttpCode(204)
  @ApiParam({ name: 'id', format: 'uuid', description: 'The link.' })
  @ApiOperation({ operationId: 'revoke-calendar-link', summary: 'Revoke one of your calendar links' })
  @ApiResponse({ status: 204, description: 'Revoked, or it was before' })
  @ApiProblems('organization-closed')
  async revoke(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<void> {
    await this.links.revoke(organizationId, caller, id);
  }
}
