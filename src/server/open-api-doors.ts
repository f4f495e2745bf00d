// What every route has in common and no decorator says: limits of requests, and the Idempotency-Key of a POST.
import type { OpenAPIObject } from '@nestjs/swagger';
import { getSchemaPath } from '@nestjs/swagger';
import { CONFIRMATION } from '../common/client-identifiers/confirmed-text';
import { PROBLEM_TYPES, type ProblemCode } from '../common/problems/problem-catalogue';
import { Problem } from '../common/problems/problem.dto';
import { PROBLEM_MEDIA_TYPE } from '../common/problems/problem.filter';
import { LONGEST_KEY } from '../idempotency/idempotency-key';

interface Answer {
  description?: string;
  headers?: Record<string, object>;
  content?: Record<string, { schema?: object; examples?: Record<string, object> }>;
}

export interface DescribedOperation {
  parameters?: object[];
  responses: Record<string, Answer>;
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: LONGEST_KEY + 2 },
  example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
};

const KEPT =
  'A name of your choice for this request, new for each. Sent again within 24 hours under the same key, the request is not done again: the first answer comes once more.';
const IGNORED = 'Taken and ignored: here nobody is signed in for whom it could be kept.';

/** @param isPublic asks for no session and no key */
export function describeIdempotency(operation: DescribedOperation, isPublic: boolean): void {
  operation.parameters = [
    ...(operation.parameters ?? []),
    { ...KEY, description: isPublic ? IGNORED : KEPT },
  ];
  if (isPublic) return;
  const codes = ['idempotency-in-progress', 'idempotency-outcome-unknown', 'idempotency-key-reused'] as const;
  for (const code of ['request-invalid', ...codes] as const) describeProblem(operation, code);
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (status.startsWith('2')) addHeaders(answer, 'Idempotency-Replayed');
  }
}

const CONFIRMED = {
  name: 'Duecare-Text-Confirmed',
  in: 'header',
  required: false,
  description:
    'Says that text which looks like that of a client is none (after the problem `possible-phi`). Within an organization its audit log keeps it.',
  schema: { type: 'string', enum: [CONFIRMATION] },
};

/** Whatever takes a body to store looks through its texts. */
export function describeTextConfirmation(operation: DescribedOperation): void {
  operation.parameters = [...(operation.parameters ?? []), CONFIRMED];
  describeProblem(operation, 'possible-phi');
}

const text = (description: string, example: string): object => ({
  description,
  schema: { type: 'string' },
  example,
});

/** Described once: nearly every answer has some of them. */
export const HEADERS = {
  'Idempotency-Replayed': {
    description: '"true" when this is the answer to an earlier request with the same Idempotency-Key.',
    schema: { type: 'string', enum: ['true'] },
  },
  'RateLimit-Policy': text(
    'How many requests (q) may come in how many seconds (w), and counted by what.',
    '"keys";q=3000;w=60',
  ),
  RateLimit: text(
    'How many are left (r), and in how many seconds the count begins anew (t).',
    '"keys";r=2999;t=60',
  ),
  'Retry-After': text('In how many seconds to try again.', '17'),
};

function addHeaders(answer: Answer | undefined, ...names: (keyof typeof HEADERS)[]): void {
  if (!answer) return;
  const added = names.map((name) => [name, { $ref: `#/components/headers/${name}` }] as const);
  answer.headers = { ...answer.headers, ...Object.fromEntries(added) };
}

/** Every route but those of health is counted, and every answer says so where a limit is set. */
export function describeLimits(operation: DescribedOperation): void {
  describeProblem(operation, 'too-many-requests');
  for (const answer of Object.values(operation.responses))
    addHeaders(answer, 'RateLimit-Policy', 'RateLimit');
  addHeaders(operation.responses['429'], 'Retry-After');
}

/** Adds a type of problem to those that a route is documented to answer with. */
export function describeProblem({ responses }: DescribedOperation, code: ProblemCode): void {
  const { status, title } = PROBLEM_TYPES[code];
  const answer = (responses[status] ??= {});
  const content = (answer.content ??= {});
  const body = (content[PROBLEM_MEDIA_TYPE] ??= { schema: { $ref: getSchemaPath(Problem) } });
  if (body.examples?.[code]) return;
  body.examples = { ...body.examples, [code]: { $ref: `#/components/examples/${code}` } };
  answer.description = answer.description ? `${answer.description}; ${title}` : title;
}

/** The operations of a document with their methods, such as `post`. */
export function operationsByMethod<T>(document: OpenAPIObject): [method: string, operation: T][] {
  return Object.values(document.paths).flatMap((path) => Object.entries(path as Record<string, T>));
}
