import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { RatedPracticeReader, registerOf } from './rated-practice.service';
import { RiskManagementResponse } from './risk-management.dto';

/** How findings, acceptances and decisions stand today, worked out each time it is asked. */
@ApiTags('Findings and accepted risks')
@Controller('v1/organizations/:organizationId/risk-management')
export class RiskManagementController {
  constructor(private readonly reader: RatedPracticeReader) {}

  @Get()
  @Allows('records.read')
  @ApiOrganizationParam()
  @ApiOperation({
    operationId: 'get-risk-management',
    summary: 'Tell how findings, accepted risks and decisions of the practice stand today',
  })
  @ApiResponse({ status: 200, type: RiskManagementResponse, description: 'A line each' })
  @ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
  async get(@UuidParam('organizationId') organizationId: string): Promise<RiskManagementResponse> {
    const practice = await this.reader.of(organizationId);
    return { asOf: practice.today, ...registerOf(practice) };
  }
}
