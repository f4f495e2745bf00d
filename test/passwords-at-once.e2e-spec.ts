// A password that is reset or changed while somebody is signing in with the one before: checking it takes a tenth of a second.
import { RESET_TOKENS } from '../src/identity/secret-token';
import { hashOfPassword } from '../src/people/password-hashing';
import { TestApplication } from './support/test-application';
import { TEST_PASSWORD, TestPeople, type TestPerson } from './support/test-people';

const NEW_PASSWORD = 'twelve herons beside the weir';

/** What happens once the next password was checked, before anything comes of it. */
let meanwhile: (() => Promise<void>) | null = null;

jest.mock('../src/people/password-hashing', () => {
  const actual = jest.requireActual<typeof import('../src/people/password-hashing')>(
    '../src/people/password-hashing',
  );
  return {
    ...actual,
    isPassword: async (password: string, stored: string) => {
      const [isRight, happens] = [await actual.isPassword(password, stored), meanwhile];
      meanwhile = null;
      await happens?.();
      return isRight;
    },
  };
});

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

async function resetPassword({ id }: TestPerson): Promise<void> {
  const token = RESET_TOKENS.make();
  await people.query(
    `select issue_one_time_token($1, gen_random_uuid(), 'password_reset', $2, null, null, now() + interval '1 hour')`,
    [RESET_TOKENS.digestOf(token), id],
  );
  const body = { token, password: NEW_PASSWORD };
  expect((await server.post('/v1/password-resets/redemptions', body, { key: null })).status).toBe(204);
}

const signIn = ({ email }: TestPerson, password: string) =>
  server.post('/v1/sessions', { email, password }, { key: null });
const REFUSED = [403, '/problems/sign-in-refused'];

it('opens no session for the earlier one once it was reset', async () => {
  const person = await people.add({ password: true });
  meanwhile = () => resetPassword(person);
  const { status, body } = await signIn(person, TEST_PASSWORD);
  expect([status, body.type]).toEqual(REFUSED);
  expect(
    await people.query('select 1 from session where person_id = $1 and ended_at is null', [person.id]),
  ).toEqual([]);
  expect((await signIn(person, NEW_PASSWORD)).status).toBe(201);
});

it('does not come back by a change that was asked for with the earlier one', async () => {
  const person = await people.add({ password: true });
  const change = { currentPassword: TEST_PASSWORD, newPassword: 'nine lapwings over the water meadow' };
  meanwhile = () => resetPassword(person);
  const { status, body } = await server.call('PUT', '/v1/account/password', {
    key: person.session,
    body: change,
  });
  expect([status, body.type]).toEqual(REFUSED);
  expect((await signIn(person, NEW_PASSWORD)).status).toBe(201);
});

it('signs in when it was only hashed anew', async () => {
  const person = await people.add({ password: true });
  meanwhile = async () => {
    const anew = await hashOfPassword(TEST_PASSWORD);
    await people.query('update person_password set hash = $2 where person_id = $1', [person.id, anew]);
  };
  expect((await signIn(person, TEST_PASSWORD)).status).toBe(201);
});
