// Where policy clients find the decision point of an organization: its metadata, as the OpenID AuthZEN Authorization API 1.0 has it (section 9).
// Each organization is a decision point of its own, identified by its address here. The document tells addresses and no more, and is the same
// whether there is such an organization or not.
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { validate as isUuid } from 'uuid';
import { ApiProblems } from '../common/http/api-problems';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { Public } from '../permissions/route-access';

class DecisionPointMetadata {
  @ApiProperty({
    description: 'Identifier of the decision point: the address of the organization, as it was asked for.',
    example: 'https://duecare.example/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
  })
  policy_decision_point: string;

  @ApiProperty({
    description: 'Where one question is asked.',
    example:
      'https://duecare.example/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f/access/v1/evaluation',
  })
  access_evaluation_endpoint: string;

  @ApiProperty({
    description: 'Where several questions are asked at once.',
    example:
      'https://duecare.example/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f/access/v1/evaluations',
  })
  access_evaluations_endpoint: string;
}

@ApiTags('Discovery')
@Public()
@Controller('.well-known/authzen-configuration')
export class DecisionPointController {
  constructor(private readonly address: PublicAddress) {}

  /** A client compares the identifier with the one that it put into the address, letter by letter: the id comes back as it was written. */
  @Get('v1/organizations/:decisionPoint')
  @ApiParam({ name: 'decisionPoint', format: 'uuid', description: 'The organization.' })
  @ApiOperation({
    operationId: 'get-decision-point',
    summary: 'Find where clearance is asked of an organization',
  })
  @ApiResponse({ status: 200, type: DecisionPointMetadata, description: 'The metadata' })
  @ApiProblems('not-found', 'internal-error')
  get(@Param('decisionPoint') id: string): DecisionPointMetadata {
    if (!isUuid(id)) throw new DomainError('not-found', 'There is no decision point at this address.');
    const identifier = `${this.address.origin}/v1/organizations/${id}`;
    return {
      policy_decision_point: identifier,
      access_evaluation_endpoint: `${identifier}/access/v1/evaluation`,
      access_evaluations_endpoint: `${identifier}/access/v1/evaluations`,
    };
  }
}
