// What holds for every request: ids, problems, limits, health, documentation.
import { Logger } from '@nestjs/common';
import { PROBLEM_TYPES } from '../src/common/problems/problem-catalogue';
import { vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

describe('requests', () => {
  it('each has an id, in the header and in its problem', async () => {
    const answer = await server.get('/v1/organizations/nobody');
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
  });

  it("a caller's own id is kept when it is a plain token, and replaced when it is not", async () => {
    const kept = await server.get('/health/live', { headers: { 'x-request-id': 'case-2026-0001' } });
    expect(kept.headers['x-request-id']).toBe('case-2026-0001');
    const replaced = await server.get('/health/live', { headers: { 'x-request-id': 'a b\u00e9<script>' } });
    expect(replaced.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['/v1/%zz', `/v1/organizations/${'x'.repeat(300)}`])(
    'an address that cannot be read is a problem: %#',
    async (url) => {
      const answer = await server.get(url);
      expect([answer.status, answer.body.type]).toEqual([404, '/problems/not-found']);
      expect(answer.body.detail).not.toContain('xxx');
    },
  );

  it('an address that does not exist is a problem, not a page', async () => {
    const answer = await server.get('/v1/nowhere');
    expect([answer.status, answer.headers['content-type'], answer.body.type]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      '/problems/not-found',
    ]);
  });

  it.each([
    ['not JSON', '{"key": ', 'application/json', 400, 'body-unreadable'],
    ['a list', '[]', 'application/json', 400, 'request-invalid'],
    ['nothing', '', 'application/json', 400, 'body-unreadable'],
    ['XML', '<vendor/>', 'application/xml', 415, 'media-type-unsupported'],
    ['a form', 'key=abc&name=Foo', 'application/x-www-form-urlencoded', 415, 'media-type-unsupported'],
    ['plain text', 'key: abc', 'text/plain', 415, 'media-type-unsupported'],
    ['YAML where a record is asked', 'key: abc', 'application/yaml', 415, 'media-type-unsupported'],
    [
      'six megabytes',
      JSON.stringify({ key: 'x'.repeat(6 << 20) }),
      'application/json',
      413,
      'body-too-large',
    ],
    ['a poisoned prototype', '{"__proto__": {"key": "x"}}', 'application/json', 400, 'body-unreadable'],
  ])('a body that is %s is a clear problem', async (_what, body, type, status, code) => {
    const { at } = await server.newOrganization();
    const answer = await server.call('POST', `${at}/vendors`, { body, headers: { 'content-type': type } });
    expect([answer.status, answer.body.type]).toEqual([status, `/problems/${code}`]);
    expect((await server.get(`${at}/vendors`)).body.items).toEqual([]);
  });

  it('an unexpected error says nothing of its inside, and the log has it without what was typed', async () => {
    const lines: unknown[] = [];
    const error = jest.spyOn(Logger.prototype, 'error').mockImplementation((line) => void lines.push(line));
    const { at } = await server.newOrganization();
    const answer = await server.post(`${at}/vendors`, vendorBody({ name: 'a private\u0000name' }));
    error.mockRestore();
    expect(JSON.stringify([answer.body, lines])).not.toMatch(/private|insert into|at .*\.ts/i);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('health', () => {
  it('tells without a key that the process runs and the database answers', async () => {
    expect((await server.get('/health/live', { key: null })).body.status).toBe('ok');
    expect((await server.get('/health/ready', { key: null })).status).toBe(200);
  });
});

describe('problem types', () => {
  it.each(Object.keys(PROBLEM_TYPES))('%s is described at its address', async (code) => {
    const answer = await server.get(`/problems/${code}`, { key: null });
    expect([answer.status, answer.body.type]).toEqual([200, `/problems/${code}`]);
  });
});
