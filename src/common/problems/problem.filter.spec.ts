// What a caller and the log are told of an error that nobody expected.
import { Logger } from '@nestjs/common';
import Fastify, { type FastifyInstance } from 'fastify';
import { DomainError } from './domain.error';
import { problemOf, sendProblem } from './problem.filter';

const SECRET = 'Dana Whitfield, born 1971';
const logged: unknown[] = [];
const noted: unknown[] = [];
let server: FastifyInstance;

beforeAll(() => {
  jest.spyOn(Logger.prototype, 'error').mockImplementation((line) => void logged.push(line));
});
beforeEach(() => {
  logged.length = noted.length = 0;
});
afterEach(() => server.close());
afterAll(() => jest.restoreAllMocks());

function answerTo(error: unknown) {
  server = Fastify();
  server.addHook('onResponse', (request, _reply, done) => {
    noted.push(problemOf(request));
    done();
  });
  server.get('/', (request, reply) => {
    sendProblem(error, request, reply, new Logger('Problem'));
    return reply;
  });
  return server.inject('/');
}

describe('an error that nobody expected', () => {
  it('is answered with nothing but the id of the request, and logged once with its stack', async () => {
    const answer = await answerTo(new TypeError(`cannot read "token" of ${SECRET}`));
    expect([answer.statusCode, answer.json().type]).toEqual([500, '/problems/internal-error']);
    expect(answer.body).not.toMatch(/token|Dana|TypeError|at .*\.ts/);
    expect(logged).toEqual([
      expect.objectContaining({
        requestId: answer.json().requestId,
        error: 'TypeError',
        stack: expect.any(Array),
      }),
    ]);
    expect(noted).toEqual(['internal-error']);
  });

  it('of the database is logged by its code, without its message: that may quote the row', async () => {
    const error = Object.assign(new Error(`duplicate key (name)=(${SECRET})`), {
      ...{ code: '23505', table: 'vendor', constraint: 'vendor_key', detail: SECRET },
    });
    const answer = await answerTo(error);
    expect(answer.statusCode).toBe(500);
    expect(logged).toEqual([
      expect.objectContaining({ code: '23505', table: 'vendor', constraint: 'vendor_key' }),
    ]);
    expect(JSON.stringify([logged, answer.body])).not.toMatch(/Dana|duplicate/);
  });

  it.each([['text'], [null], [undefined], [{ status: 200 }]])(
    'that is %j is answered alike',
    async (thrown) => {
      expect((await answerTo(thrown)).statusCode).toBe(500);
    },
  );
});

it.each(['57P01', '08006', 'ECONNREFUSED', '55P03', '40P01', '40001'])(
  'a database that is away, or busy with others (%s), is 503, and no error of ours',
  async (code) => {
    const answer = await answerTo(Object.assign(new Error('gone'), { code }));
    expect([answer.statusCode, answer.json().type]).toEqual([503, '/problems/unavailable']);
    expect(logged).toEqual([]);
  },
);

it('a refusal keeps its words, and is known by its code afterwards', async () => {
  const answer = await answerTo(new DomainError('forbidden', 'This takes more.'));
  expect([answer.statusCode, answer.json().detail]).toEqual([403, 'This takes more.']);
  expect([logged, noted]).toEqual([[], ['forbidden']]);
});
