import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { askedQuestions } from './asked-questions';
import { ClearanceBody } from './clearance-body';
import type { Clearance } from './clearance-facts';
import { EvaluationResponse, EvaluationsResponse } from './clearance.dto';
import { ClearanceService } from './clearance.service';
import { EvaluationRequest, EvaluationsRequest } from './evaluation.dto';

@ApiTags('Clearance')
@ApiOrganizationParam()
@ApiProblems(
  ...OF_BODY,
  'unauthenticated',
  'not-found',
  'client-identity-refused',
  'internal-error',
  'unavailable',
)
@Controller('v1/organizations/:organizationId/access/v1')
export class ClearanceController {
  constructor(private readonly clearance: ClearanceService) {}

  @Post('evaluation')
  @Allows('clearance.ask')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'evaluate-access',
    summary:
      'Ask whether a service may be used now, for this purpose, with this data, for a client in this state',
  })
  @ApiBody({ type: EvaluationRequest })
  @ApiResponse({ status: 200, type: EvaluationResponse, description: 'Permit or deny' })
  async evaluate(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body(new ClearanceBody(EvaluationRequest)) body: object,
  ): Promise<Clearance> {
    const [answer] = await this.clearance.evaluate(organizationId, caller, [body as EvaluationRequest]);
    return answer as Clearance;
  }

  @Post('evaluations')
  @Allows('clearance.ask')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'evaluate-accesses',
    summary: 'Ask several such questions at once, with defaults at the top level',
  })
  @ApiBody({ type: EvaluationsRequest })
  @ApiExtraModels(EvaluationResponse, EvaluationsResponse)
  @ApiResponse({
    status: 200,
    description: 'An answer for each; one alone where no `evaluations` were sent',
    schema: {
      oneOf: [{ $ref: getSchemaPath(EvaluationsResponse) }, { $ref: getSchemaPath(EvaluationResponse) }],
    },
  })
  async evaluateSeveral(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body(new ClearanceBody(EvaluationsRequest)) body: object,
  ): Promise<Clearance | { evaluations: Clearance[] }> {
    const request = body as EvaluationsRequest;
    const semantic = request.options?.evaluations_semantic ?? undefined;
    const answers = await this.clearance.evaluate(organizationId, caller, askedQuestions(request), semantic);
    return request.evaluations?.length ? { evaluations: answers } : (answers[0] as Clearance);
  }
}
