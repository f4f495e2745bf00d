import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import {
  PROBLEM_CODES,
  PROBLEM_TYPES,
  problemTypeUri,
  type ProblemCode,
} from '../problems/problem-catalogue';
import { Problem } from '../problems/problem.dto';
import { PROBLEM_MEDIA_TYPE } from '../problems/problem.filter';

/** What a route that takes a body answers to one that it cannot take. */
export const OF_BODY = [
  'request-invalid',
  'body-unreadable',
  'body-too-large',
  'media-type-unsupported',
] as const;

/** The same of a route that changes what has a version. */
export const OF_CHANGE = [...OF_BODY, 'stale-version', 'precondition-required'] as const;

/** Documents the problems that a route answers with: one response a status, one example a type. */
export function ApiProblems(...codes: ProblemCode[]): MethodDecorator & ClassDecorator {
  const statuses = [...new Set(codes.map((code) => PROBLEM_TYPES[code].status))];
  return applyDecorators(
    ApiExtraModels(Problem),
    ...statuses.map((status) => {
      const ofStatus = codes.filter((code) => PROBLEM_TYPES[code].status === status);
      return ApiResponse({
        status,
        description: ofStatus.map((code) => PROBLEM_TYPES[code].title).join('; '),
        content: {
          [PROBLEM_MEDIA_TYPE]: {
            schema: { $ref: getSchemaPath(Problem) },
            examples: Object.fromEntries(
              ofStatus.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
            ),
          },
        },
      });
    }),
  );
}

/** Only pages answer with these, and pages are in no OpenAPI document. */
const OF_PAGES_ALONE: readonly ProblemCode[] = ['vendor-link-unusable'];

/** An example of each type of problem that a route of the API answers with, for `components.examples`: routes refer to them. */
export function problemExamples(): Partial<Record<ProblemCode, { summary: string; value: Problem }>> {
  const codes = PROBLEM_CODES.filter((code) => !OF_PAGES_ALONE.includes(code));
  return Object.fromEntries(
    codes.map((code) => [code, { summary: PROBLEM_TYPES[code].title, value: exampleOf(code) }]),
  );
}

function exampleOf(code: ProblemCode): Problem {
  const { title, status, meaning } = PROBLEM_TYPES[code];
  return {
    type: problemTypeUri(code),
    title,
    status,
    detail: meaning,
    instance: '/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f/vendors',
    requestId: '019ab1c2-8000-7000-8000-5a1b2c3d4e5f',
  };
}
