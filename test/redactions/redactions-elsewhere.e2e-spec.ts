// Text that hides: where it looks like a key or date, in the name of a file, beside what was taken out before; and frozen answers, which may lose
// text and gain none.
import { Client } from 'pg';
import { TestApplication } from '../support/test-application';
import { testDatabase } from '../support/test-database';
import { assessmentOf, NAME, practiceWithName, redact, SURNAME, THE_REASON } from './practice-with-name';

let server: TestApplication;
let superuser: Client;

beforeAll(async () => {
  server = await TestApplication.start();
  superuser = new Client({ connectionString: testDatabase().superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await Promise.all([server.close(), superuser.end()]);
});

it('a number that looks like a key goes from every text of records, documents and scores', async () => {
  const given = await practiceWithName(server);
  const { at } = given;
  const { body } = await server.get(`${at}/dossier`);
  const number = `mrn-${SURNAME.toLowerCase()}`;
  body.adjustments[0].reason = `Asked by ${number}.`;
  body.services[0].name = number;
  body.practice.name = number;
  const imported = await server.post(`${at}/dossier/imports`, body);
  expect([imported.status, imported.body.faults]).toEqual([200, undefined]);
  await assessmentOf(server, given, 'sealed');
  const place = { ...THE_REASON, start: 9, end: 9 + number.length };
  const { status, body: outcome } = await redact(server, given, { places: [place] });
  expect(status).toBe(200);
  expect(outcome.assessments[0].left).toEqual([]);
  for (const table of ['assessment', 'service', 'organization', 'adjustment', 'service_score']) {
    const { rowCount } = await superuser.query(`select from ${table} t where t::text like $1`, [
      `%${number}%`,
    ]);
    expect([table, rowCount]).toEqual([table, 0]);
  }
});

it('a file whose name holds it loses its name, and is told', async () => {
  const given = await practiceWithName(server);
  const file = {
    name: `agreement-${NAME.replace(' ', '_')}.pdf`,
    type: 'application/pdf',
    bytes: Buffer.from(`%PDF-1.7\n${given.id}\n%%EOF\n`),
  };
  const uploaded = await server.upload(`${given.at}/files`, file);
  expect([uploaded.status, uploaded.body.name]).toEqual([201, file.name]);
  const { body } = await redact(server, given);
  expect(body.files).toEqual([{ id: uploaded.body.id }]);
  expect((await server.get(`${given.at}/files/${uploaded.body.id}`)).body.name).toBe('[redacted]');
  const { body: log } = await server.get(`${given.at}/audit-events?limit=50`);
  expect(log.items.map(({ action }: { action: string }) => action)).toContain('file.redacted');
});

describe('once text was taken out', () => {
  let given: Awaited<ReturnType<typeof practiceWithName>>;

  beforeAll(async () => {
    given = await practiceWithName(server);
    expect((await redact(server, given)).status).toBe(200);
  });

  it.each([
    ['the mark', 27, 37],
    ['a part of the mark', 30, 33],
    ['a part of the mark and what comes after it', 30, 44],
  ])('%s cannot be named again', async (_what, start, end) => {
    const { status, body } = await redact(server, given, { places: [{ ...THE_REASON, start, end }] });
    expect([status, body.errors]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/places/0', code: 'no-text-there' })],
    ]);
  });

  it('what stands around the mark can', async () => {
    const { status } = await redact(server, given, { places: [{ ...THE_REASON, start: 15, end: 44 }] });
    expect(status).toBe(200);
    const { body } = await server.get(`${given.at}/dossier`);
    expect(body.adjustments[0].reason).toBe('Read aloud in s[redacted].');
  });
});

it('nobody writes a frozen answer anew by way of a mark', async () => {
  const given = await practiceWithName(server);
  const change = (note: string): Promise<unknown> =>
    superuser.query(
      'update questionnaire_answer set note = $2 where organization_id = $1 and note is not null',
      [given.id, note],
    );
  const refused = 'answers of a frozen questionnaire stay as they are';
  await expect(change('[redacted] told us nothing.')).rejects.toThrow(refused);
  await expect(change('[redacted] told_us.')).rejects.toThrow(refused);
  await expect(change('Another note.')).rejects.toThrow(refused);
  await change('[redacted] told us.');
  await change('[redacted]');
});
