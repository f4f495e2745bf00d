import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { Public } from '../permissions/route-access';
import { DomainError } from '../common/problems/domain.error';
import { isProblemCode, PROBLEM_TYPES, problemTypeUri } from '../common/problems/problem-catalogue';

class ProblemTypeResponse {
  @ApiProperty({ description: 'As in the problem.', example: '/problems/not-found' })
  type: string;

  @ApiProperty({ description: 'In words.', example: 'Not found' })
  title: string;

  @ApiProperty({ type: 'integer', description: 'The HTTP status.', example: 404 })
  status: number;

  @ApiProperty({ description: 'What happened.' })
  meaning: string;

  @ApiProperty({ description: 'What to do.' })
  remedy: string;
}

/** Where the `type` of a problem leads: what happened and what to do. */
@ApiTags('Problems')
@Public()
@Controller('problems')
export class ProblemTypesController {
  @Get(':code')
  @ApiParam({ name: 'code', description: 'Last part of the type.', example: 'not-found' })
  @ApiOperation({ operationId: 'get-problem-type', summary: 'Read what a type of problem means' })
  @ApiResponse({ status: 200, type: ProblemTypeResponse, description: 'The type' })
  @ApiProblems('not-found', 'internal-error')
  get(@Param('code') code: string): ProblemTypeResponse {
    if (!isProblemCode(code)) throw new DomainError('not-found', 'There is no problem type with this code.');
    const { title, status, meaning, remedy } = PROBLEM_TYPES[code];
    return { type: problemTypeUri(code), title, status, meaning, remedy };
  }
}
