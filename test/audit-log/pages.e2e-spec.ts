// The audit log page by page: whoever follows it misses nothing.
import { v7 as uuidv7 } from 'uuid';
import { LoggedPractices } from './logged-practices';

let logs: LoggedPractices;

beforeAll(async () => {
  logs = await LoggedPractices.start();
});

afterAll(() => logs.close());

it('the log is listed in pages by number, whatever the clocks of those who wrote made of the ids', async () => {
  const organization = await logs.practice(4);
  await logs.intruder.query(
    `update audit_event set id = ('00000000-0000-7000-8000-' || lpad((100 - sequence)::text, 12, '0'))::uuid
     where organization_id = $1 and sequence > 2`,
    [organization.id],
  );
  const seen: number[] = [];
  for (let next = '?limit=2'; next !== '';) {
    const { body } = await logs.server.get(`${organization.at}/audit-events${next}`);
    seen.push(...body.items.map(({ sequence }: { sequence: number }) => sequence));
    next = body.nextCursor === null ? '' : `?limit=2&cursor=${body.nextCursor}`;
  }
  expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => index + 1));
  expect(seen.length).toBeGreaterThanOrEqual(5);
});

it.each([
  'nonsense',
  '',
  Buffer.from(uuidv7()).toString('base64url'),
  Buffer.from('-1').toString('base64url'),
])('there is no page after the cursor %j', async (cursor) => {
  const { at } = await logs.practice(0);
  const { status, body } = await logs.server.get(`${at}/audit-events?cursor=${cursor}`);
  expect([status, body.type]).toEqual([400, '/problems/request-invalid']);
});
