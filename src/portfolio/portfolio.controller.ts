import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { cursorAt, offsetOf } from './portfolio-cursor';
import { wishOf } from './portfolio-wish';
import { PortfolioQuery, PortfolioResponse } from './portfolio.dto';
import { PortfolioService } from './portfolio.service';

/** Of a person, never of a key: a key knows its organization and those that its firm serves, and what each of them lets it see. */
@ApiTags('Portfolio')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/portfolio')
export class PortfolioController {
  constructor(private readonly portfolio: PortfolioService) {}

  @Get()
  @OfPerson({ withoutOwnFactors: true })
  @ApiOperation({
    operationId: 'get-portfolio',
    summary: 'List all practices that you may read, with how each stands',
  })
  @ApiResponse({ status: 200, type: PortfolioResponse, description: 'A page' })
  @ApiProblems('request-invalid')
  async get(
    @CurrentPerson() caller: PersonCaller,
    @Query() query: PortfolioQuery,
  ): Promise<PortfolioResponse> {
    const { limit, cursor } = query;
    const offset = offsetOf(cursor);
    const { practices, found, all, levels } = await this.portfolio.of(caller, wishOf(query), {
      offset,
      limit,
    });
    const end = offset + practices.length;
    return { items: practices, nextCursor: end < found ? cursorAt(end) : null, found, all, levels };
  }
}
