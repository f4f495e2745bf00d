// The OpenAPI document: linted, whole, with examples that fit and can be sent as they stand, and the same as the copy in docs/.
import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument, PUBLIC_TAGS } from '../src/server/open-api';
import { REQUEST_EXAMPLES } from '../src/server/request-examples';
import { practiceBody, recordCount } from './factories/records.factory';
import { documentedExamples } from './support/documented-examples';
import { TestApplication } from './support/test-application';

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; description?: string }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { description?: string; content?: Record<string, unknown> }>;
}

let server: TestApplication;
let document: OpenAPIObject;
let operations: [route: string, operation: Operation][];

beforeAll(async () => {
  server = await TestApplication.start();
  document = openApiDocument(server.app);
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});

afterAll(() => server.close());

jest.setTimeout(120_000);

function lint(text: string): { rule: string; at: string }[] {
  const program = join(__dirname, 'support', 'lint-open-api.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { rule: string; at: string }[];
}

const isPublic = ([, { tags }]: [string, Operation]) => tags?.some((tag) => PUBLIC_TAGS.has(tag)) === true;
const withoutMeasure = (found: [string, unknown][]) => found.map(([route]) => route);

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 without a fault of the linter', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(lint(JSON.stringify(document))).toEqual([]);
  });

  it('is really linted: an operation without a summary is found', () => {
    const text = JSON.stringify(document).replace(/"summary":"The process runs",/, '');
    expect(lint(text)).toEqual([
      expect.objectContaining({ rule: 'operation-summary', at: expect.stringContaining('live') }),
    ]);
  });

  it('is the copy in docs/openapi.json (renew it with: npm run docs)', () => {
    const copy = readFileSync(join(__dirname, '..', 'docs', 'openapi.json'), 'utf8');
    expect(JSON.parse(copy)).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is what the server answers, and has nothing left of the manner of 3.0', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/openapi.json' });
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect(answer.body).not.toMatch(/"nullable"/);
  });

  it('names every operation for a generated client, in words of its own', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const summaries = operations.map(([, { summary }]) => summary);
    expect(new Set(summaries).size).toBe(summaries.length);
  });

  it('asks for a token everywhere but for signing in, health and the descriptions of problems', () => {
    expect(document.security).toEqual([{ token: [] }]);
    const open = operations.filter(([, { security }]) => security !== undefined);
    expect(withoutMeasure(open)).toEqual(withoutMeasure(operations.filter(isPublic)));
    expect(open.map(([, { security }]) => security)).toEqual(open.map(() => []));
    const without401 = operations.filter(([, { responses }]) => !responses['401']);
    expect(withoutMeasure(without401)).toEqual(withoutMeasure(operations.filter(isPublic)));
  });

  it('is right about who needs a token: every other route refuses a caller without one', async () => {
    for (const [route] of operations.filter((operation) => !isPublic(operation))) {
      const [method, path] = route.split(' ') as ['GET', string];
      const url = path.replaceAll(/\{[^}]+\}/g, '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f');
      const { status } = await server.call(method, url, { key: null });
      expect([route, status]).toEqual([route, 401]);
    }
  });

  it('describes what a caller may do wrong with problem bodies, everywhere that something can be wrong', () => {
    const lacking = operations.filter(([route, { responses }]) => {
      const refusals = Object.entries(responses).filter(([status]) => /^[45]/.test(status));
      const bodies = refusals.every(([, { content }]) => content?.['application/problem+json']);
      const has4xx = refusals.some(([status]) => status.startsWith('4')) || route.includes(' /health/');
      return !bodies || !has4xx || !responses['500'];
    });
    expect(withoutMeasure(lacking)).toEqual([]);
  });

  it('says of every route under an organization that it may not be found, and of every body that it may be wrong', () => {
    const lacking = operations.filter(([route, { requestBody, responses }]) => {
      if (route.includes('{') && !responses['404']) return true;
      const unreadable = ['400', '413', '415'].some((status) => !responses[status]);
      return requestBody !== undefined && unreadable;
    });
    expect(withoutMeasure(lacking)).toEqual([]);
  });

  it('describes every field of every record', () => {
    const schemas = Object.entries(document.components?.schemas ?? {}) as [
      string,
      { properties?: Record<string, { description?: string }> },
    ][];
    const silent = schemas.flatMap(([name, { properties }]) =>
      Object.entries(properties ?? {})
        .filter(([, { description }]) => !description)
        .map(([field]) => `${name}.${field}`),
    );
    expect(silent).toEqual([]);
  });
});

describe('the examples of the OpenAPI document', () => {
  it('fit their schemas, every one', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema({ ...(document as object), $id: 'openapi' });
    const examples = documentedExamples(JSON.parse(JSON.stringify(document)) as object);
    const pointer = (tokens: string[]) =>
      tokens.map((token) => encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const wrong = examples.flatMap(({ at, value, schemaAt }) => {
      const validate = ajv.compile({ $ref: `openapi#/${pointer(schemaAt)}` });
      return validate(value) ? [] : [`${at.join(' > ')}: ${ajv.errorsText(validate.errors)}`];
    });
    expect(wrong).toEqual([]);
    expect(examples.length).toBeGreaterThan(300);
  });

  it('there is one for every body, and none for a route that is not there', () => {
    const taking = operations.filter(([, { requestBody }]) => requestBody);
    const ids = taking
      .filter(([, { requestBody }]) => !requestBody?.content?.['multipart/form-data'])
      .map(([, { operationId }]) => operationId);
    expect(Object.keys(REQUEST_EXAMPLES).sort()).toEqual([...ids].sort());
    for (const [route, { requestBody }] of taking) {
      const { 'multipart/form-data': _file, ...typed } = requestBody?.content ?? {};
      for (const { example } of Object.values(typed)) {
        expect([route, example]).toEqual([route, expect.any(Object)]);
      }
    }
  });

  /** Sends an example as it stands; only the key of the practice must be a new one in a shared database. */
  const bodyOf = (id: string) => REQUEST_EXAMPLES[id] as Record<string, unknown>;

  async function newPractice(): Promise<{ at: string; key: string }> {
    const { key } = practiceBody();
    const made = await server.post('/v1/organizations', { ...bodyOf('create-organization'), key });
    expect(made.status).toBe(201);
    return { at: `/v1/organizations/${made.body.id}`, key };
  }

  const KINDS: [path: string, name: string][] = [
    ['vendors', 'vendor'],
    ['services', 'service'],
    ['evidence', 'evidence'],
    ['agreements', 'agreement'],
    ['soc2-reports', 'soc2-report'],
    ['attestations', 'attestation'],
    ['data-flows', 'data-flow'],
    ['checklists', 'checklist'],
    ['practice-measures', 'practice-measures'],
    ['adjustments', 'adjustment'],
    ['model-cards', 'model-card'],
    ['clinical-validations', 'clinical-validation'],
    ['financial-standings', 'financial-standing'],
    ['service-levels', 'service-level'],
    ['exit-terms', 'exit-terms'],
    ['safeguards', 'safeguard'],
    ['incidents', 'incident'],
    ['consent-forms', 'consent-form'],
    ['locations', 'location'],
    ['assets', 'asset'],
    ['asset-connections', 'asset-connection'],
    ['findings', 'finding'],
    ['bias-audits', 'bias-audit'],
    ['log-reviews', 'log-review'],
    ['disputed-decisions', 'disputed-decision'],
    ['performance-measurements', 'performance-measurement'],
    ['vendor-reviews', 'vendor-review'],
    ['exit-plans', 'exit-plan'],
  ];

  /** Issued, answered, submitted, reviewed and withdrawn, each with its example and the version that came back. */
  async function sendQuestionnaireExamples(at: string): Promise<void> {
    const made = await server.post(`${at}/questionnaires`, bodyOf('issue-questionnaire'));
    expect(made.status).toBe(201);
    const questionnaire = made.headers.location as string;
    const steps = [
      ['PUT', 'answers/recording-noticed', 'answer-question'],
      ['PATCH', 'answers', 'answer-questions'],
      ['POST', 'submissions', 'submit-questionnaire'],
      ['POST', 'reviews', 'review-answers'],
      ['POST', 'withdrawals', 'withdraw-questionnaire'],
    ] as const;
    for (const [index, [method, noun, id]] of steps.entries()) {
      const headers = { 'if-match': `"${index + 1}"` };
      const taken = await server.call(method, `${questionnaire}/${noun}`, { headers, body: bodyOf(id) });
      expect([id, taken.status, taken.body.version]).toEqual([id, 200, index + 2]);
    }
  }

  it('can be sent one after the other: records made, changed, assessed, reviewed, sealed and reported', async () => {
    const { at } = await newPractice();
    expect((await server.patch(at, 1, bodyOf('update-organization'))).body).toMatchObject({ version: 2 });
    for (const [path, name] of KINDS) {
      const made = await server.post(`${at}/${path}`, bodyOf(`create-${name}`));
      expect([name, made.status, made.body]).toEqual([name, 201, made.body]);
      const changed = await server.patch(made.headers.location as string, 1, bodyOf(`update-${name}`));
      expect([name, changed.status, changed.body.version]).toEqual([name, 200, 2]);
    }
    await sendQuestionnaireExamples(at);
    const drawn = await server.post(`${at}/assessments`, bodyOf('create-assessment'));
    expect([drawn.status, drawn.body.status]).toEqual([201, 'draft']);
    const assessment = drawn.headers.location as string;
    for (const [step, version] of [['review', 1] as const, ['seal', 2] as const]) {
      const headers = { 'if-match': `"${version}"` };
      const taken = await server.post(`${assessment}/${step}s`, bodyOf(`${step}-assessment`), { headers });
      expect([step, taken.status, taken.body.version]).toEqual([step, 200, version + 1]);
    }
    const report = await server.post(`${assessment}/reports`, bodyOf('create-report'));
    expect([report.status, report.body.status]).toEqual([202, 'queued']);
  });

  it('the dossier can be imported, and says the same as the examples of the records', async () => {
    const { at, key } = await newPractice();
    const dossier = bodyOf('import-dossier') as { practice: object };
    const imported = await server.post(`${at}/dossier/imports`, {
      ...dossier,
      practice: { ...dossier.practice, key },
    });
    expect([imported.status, imported.body]).toEqual([
      200,
      { created: recordCount(dossier), updated: 0, unchanged: 1 },
    ]);
    for (const [path, name] of KINDS) {
      const { items } = (await server.get(`${at}/${path}`)).body as { items: object[] };
      // some lists hold more than the record that is the example of making one
      expect([name, items[0]]).toMatchObject([name, bodyOf(`create-${name}`)]);
    }
  });
});
