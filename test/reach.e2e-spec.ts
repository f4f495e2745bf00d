// What opens to a session is said twice: by the guard for one organization, and by one statement for all of a person. Here they are held together, case by case.
import { v7 as uuidv7 } from 'uuid';
import { refusalOfAccess } from '../src/identity/access-decision';
import { reachedBySession, type Reached } from '../src/identity/reach.query';
import { SESSION_TOKENS } from '../src/identity/secret-token';
import { Standings } from '../src/identity/standings.service';
import { ROLE_NAMES, type Role } from '../src/permissions/roles';
import { Tenancy } from '../src/database/tenancy';
import { TestApplication } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
}, 60_000);

afterAll(() => Promise.all([server.close(), people.close()]));

jest.setTimeout(300_000);

interface Place {
  role: Role;
  demandsFactor: boolean;
  provider: 'none' | 'offered' | 'demanded';
  vouches: 'no' | 'once' | 'with-factor';
  ended: boolean;
}

interface Session {
  hasFactor: boolean;
  gaveFactor: boolean;
  ownFactors: boolean;
}

const BOTH = [false, true];
const PLACES: Place[] = ROLE_NAMES.flatMap((role) =>
  BOTH.flatMap((demandsFactor) =>
    (['none', 'offered', 'demanded'] as const).flatMap((provider) =>
      (provider === 'none' ? (['no'] as const) : (['no', 'once', 'with-factor'] as const)).flatMap(
        (vouches) => BOTH.map((ended) => ({ role, demandsFactor, provider, vouches, ended })),
      ),
    ),
  ),
);
const SESSIONS: Session[] = BOTH.flatMap((hasFactor) =>
  BOTH.filter((gave) => hasFactor || !gave).flatMap((gaveFactor) =>
    BOTH.map((ownFactors) => ({ hasFactor, gaveFactor, ownFactors })),
  ),
);

/** The organizations of all cases but for the membership: made once, joined by each person. */
async function organizationsOf(places: readonly Place[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { provider, demandsFactor }] of places.entries()) {
    const id = uuidv7();
    ids.push(id);
    await people.inOrganization(id, async () => {
      await people.query(
        `insert into organization (organization_id, key, name, time_zone, covered_entity, client_states, clinician_states, modalities, specialties,
           clinicians, clients_per_year) values ($1, $2, $3, 'America/Chicago', 'yes', '{IL}', '{IL}', '{video}', '{trauma}', 1, 1)`,
        [id, `reach-${id}`, `Practice ${index}`],
      );
      if (demandsFactor)
        await people.query(
          'insert into sign_in_rules (organization_id, second_factor_required, updated_at) values ($1, true, now())',
          [id],
        );
      if (provider !== 'none') await addProvider(id, provider === 'demanded');
    });
  }
  return ids;
}

async function addProvider(organizationId: string, required: boolean): Promise<void> {
  await people.query(
    `insert into identity_provider (organization_id, version, issuer, client_id, client_secret, email_domains, second_factor_amr, second_factor_acr, required,
       updated_at) values ($1, 1, $2, 'duecare', '\\x00', '{}', '{}', '{}', $3, now())`,
    [organizationId, `https://${organizationId}.example`, required],
  );
}

async function personOf(
  session: Session,
  places: readonly Place[],
  ids: readonly string[],
): Promise<TestPerson> {
  const person = await people.add();
  await people.query('update person set has_second_factor = $2 where id = $1', [
    person.id,
    session.hasFactor,
  ]);
  await people.query('update session set own_factors = $2, second_factor_at = $3 where id = $1', [
    ...[person.sessionId, session.ownFactors, session.gaveFactor ? new Date() : null],
  ]);
  for (const [index, { role, ended, vouches }] of places.entries()) {
    const id = ids[index] as string;
    const membership = await people.join(person, id, role);
    await people.inOrganization(id, async () => {
      if (ended)
        await people.query(
          `update membership set sessions_from = now() + interval '1 minute' where organization_id = $1 and id = $2`,
          [id, membership],
        );
    });
    if (vouches === 'no') continue;
    await people.query(
      `insert into session_vouch (session_id, organization_id, person_id, issuer, second_factor, vouched_at) values ($1, $2, $3, $4, $5, now())`,
      [person.sessionId, id, person.id, `https://${id}.example`, vouches === 'with-factor'],
    );
  }
  return person;
}

/** What the guard says of reading scores, as it asks: with its own look-up. */
async function saidByGuard(person: TestPerson, organizationId: string): Promise<string | null> {
  const digest = SESSION_TOKENS.digestOf(person.session) as string;
  const credential = { kind: 'session' as const, digest, fromCookie: false };
  const standing = await server.app.get(Standings).of(credential, organizationId);
  if (!standing) return 'unauthenticated';
  return refusalOfAccess({ kind: 'action', action: 'scores.read' }, standing)?.code ?? null;
}

async function reachedBy(person: TestPerson): Promise<Map<string, Reached>> {
  const rows = await server.app
    .get(Tenancy)
    .withoutOrganization<Reached>(reachedBySession(person, new Date()));
  return new Map(rows.map((row) => [row.id, row]));
}

it('the list of what a session reaches says of each organization what the guard says', async () => {
  const ids = await organizationsOf(PLACES);
  const told = new Set<string | null>();
  let cases = 0;
  for (const session of SESSIONS) {
    const person = await personOf(session, PLACES, ids);
    const reached = await reachedBy(person);
    for (const [index, place] of PLACES.entries()) {
      const [id, one] = [ids[index] as string, reached.get(ids[index] as string)];
      const guard = await saidByGuard(person, id);
      const isReached = session.ownFactors || place.vouches !== 'no';
      expect([session, place, one !== undefined]).toEqual([session, place, isReached]);
      if (one) expect([session, place, one.refusal]).toEqual([session, place, guard]);
      else
        expect([session, place, guard]).toEqual([
          session,
          place,
          session.hasFactor && !session.gaveFactor ? 'second-factor-needed' : 'not-found',
        ]);
      told.add(guard);
      cases += 1;
    }
  }
  expect(told).toEqual(
    new Set([null, 'not-found', 'second-factor-needed', 'new-sign-in-needed', 'single-sign-on-needed']),
  );
  process.stdout.write(`cases of reach: ${cases}\n`);
});

it('who owns a single practice is asked for no second factor, and for one with the second practice', async () => {
  const [first, second] = [await server.newOrganization(), await server.newOrganization()];
  const person = await people.add();
  await people.join(person, first.id, 'owner');
  expect((await reachedBy(person)).get(first.id)?.refusal).toBeNull();
  await people.join(person, second.id, 'owner');
  server.app.get(Standings).forgetAll();
  const codes = [...(await reachedBy(person)).values()].map(({ refusal }) => refusal);
  expect([...codes, await saidByGuard(person, first.id)]).toEqual(Array(3).fill('second-factor-needed'));
});

it('a membership that has ended or is past its last day is not there', async () => {
  const [ended, past] = [await server.newOrganization(), await server.newOrganization()];
  const person = await people.add();
  const membership = await people.join(person, ended.id, 'staff');
  await people.join(person, past.id, 'auditor', { endsOn: '2020-01-01' });
  await people.inOrganization(ended.id, () =>
    people.query('update membership set ended_at = now() where organization_id = $1 and id = $2', [
      ended.id,
      membership,
    ]),
  );
  expect((await reachedBy(person)).size).toBe(0);
});
