import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import type { DutyStanding } from '../incidents/duty-standing';
import { incidentClocks } from '../incidents/incident-clocks';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { IncidentClocksResponse, type DutyResponse } from './incident-clocks.dto';
import { IncidentReader } from './incident-reader.service';

/** What follows from the facts of an incident, worked out each time it is asked. */
@ApiTags('Incidents')
@Controller('v1/organizations/:organizationId/incidents/:id/clocks')
export class IncidentClocksController {
  constructor(
    private readonly reader: IncidentReader,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('records.read')
  @ApiOrganizationParam()
  @ApiParam({ name: 'id', format: 'uuid', description: 'The incident.' })
  @ApiOperation({
    operationId: 'get-incident-clocks',
    summary: 'Tell what an incident counts as, who has to be told by when, and what is done',
  })
  @ApiResponse({ status: 200, type: IncidentClocksResponse, description: 'Discovery, verdict and duties' })
  @ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
  async get(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<IncidentClocksResponse> {
    const { incident, facts, today } = await this.reader.one(organizationId, id);
    const { numbers, duties } = this.catalogs.breachNotification;
    const { coveredEntity, agreements } = facts;
    const clocks = incidentClocks(incident, { coveredEntity, agreements, numbers, today });
    const titles = new Map(duties.map((one) => [one.id, one.title]));
    const told = (duty: DutyStanding): DutyResponse => ({
      ...duty,
      title: titles.get(duty.duty) ?? duty.duty,
    });
    const { discovery, standing, practice, vendor } = clocks;
    return {
      ...{ asOf: today, discoveredOn: discovery.on, ground: discovery.ground, verdict: standing.verdict },
      openFactors: [...standing.openFactors],
      practice: practice.map(told),
      vendor: vendor.map(told),
    };
  }
}
