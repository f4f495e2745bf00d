import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { ApiOrganizationParam } from '../records/records.controller';
import { AgreementGapsQuery, AgreementGapsResponse } from './agreement-gaps.dto';
import { gapFactsOf, type GapFactsRow } from './agreement-gaps.query';
import { askedRange } from './asked-range';
import { BUSINESS_ASSOCIATE, gapDays, QUALIFIED_SERVICE_ORGANIZATION, type AskedAgreement } from './gap-days';
import { Allows } from '../permissions/route-access';

@ApiTags('Agreements')
@Controller('v1/organizations/:organizationId/agreement-gaps')
export class AgreementGapsController {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('records.read')
  @ApiOrganizationParam()
  @ApiOperation({
    operationId: 'get-agreement-gaps',
    summary:
      'Tell the days on which client data went to a vendor with no agreement in force, and Part 2 records without a qualified service organization agreement',
  })
  @ApiResponse({ status: 200, type: AgreementGapsResponse, description: 'The gaps of each service' })
  @ApiProblems('unauthenticated', 'request-invalid', 'not-found', 'internal-error', 'unavailable')
  async get(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: AgreementGapsQuery,
  ): Promise<AgreementGapsResponse> {
    const [facts] = await this.tenancy.readOne<GapFactsRow>(
      organizationId,
      gapFactsOf(organizationId, query.service ?? null),
    );
    if (!facts) throw new DomainError('not-found', 'There is no organization with this id.');
    const { from, to } = askedRange(query, dateInTimeZone(this.clock.now(), facts.timeZone));
    if (query.service && facts.services.length === 0) throw unknownService();
    const without = (asked: AskedAgreement) =>
      facts.services
        .map((service) =>
          gapDays(
            service,
            facts.agreements.filter(({ vendor }) => vendor === service.vendor),
            facts.flows.filter((flow) => flow.service === service.key),
            from,
            to,
            asked,
          ),
        )
        .filter(({ flows }) => flows.length > 0);
    return {
      from,
      to,
      services: without(BUSINESS_ASSOCIATE),
      part2Services: without(QUALIFIED_SERVICE_ORGANIZATION),
    };
  }
}

function unknownService(): DomainError {
  const detail = 'No service has this key.';
  return new DomainError('request-invalid', detail, [
    { pointer: '/service', code: 'unknown-service', detail },
  ]);
}
