// The route of a step that a record takes, such as a completion: a noun below the record, on the version that was read.
import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { ApiProblems, OF_CHANGE } from '../common/http/api-problems';
import { ETAG_HEADER } from '../common/http/response-headers';
import { ApiIfMatch } from './records.controller';
import { ApiOrganizationParam } from './records.controller';

export function StepOfRecord(step: {
  operationId: string;
  summary: string;
  noun: string;
  body: Type<object>;
  response: Type<object>;
}): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiOrganizationParam(),
    ApiParam({ name: 'id', format: 'uuid', description: `The ${step.noun}.` }),
    ApiIfMatch(),
    ApiOperation({ operationId: step.operationId, summary: step.summary }),
    ApiBody({ type: step.body }),
    ApiResponse({
      status: 200,
      type: step.response,
      description: 'The record as changed',
      headers: ETAG_HEADER,
    }),
    ApiProblems(...OF_CHANGE, 'records-incoherent'),
  );
}
