// Text that should not have been typed: taken out of everything that holds it, and of the database to the last row.
import { Client } from 'pg';
import { verifySealed } from '../../src/assessments/sealing';
import { evidenceBody } from '../factories/records.factory';
import { TestApplication, type Reply } from '../support/test-application';
import { testDatabase } from '../support/test-database';
import {
  assessmentOf,
  DANA,
  idOf,
  NAME,
  practiceWithName,
  printed,
  redact,
  SURNAME,
  type Practice,
} from './practice-with-name';

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

/** The tables of the database that hold a text in any row, in reports as they were printed too. */
async function tablesHolding(text: string): Promise<string[]> {
  const { rows: tables } = await superuser.query<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'",
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await superuser.query(`select from ${name} t where t::text ilike $1 limit 1`, [
      `%${text}%`,
    ]);
    if (rowCount) holding.push(name);
  }
  const hex = Buffer.from(text).toString('hex');
  const { rowCount } = await superuser.query("select from report where encode(content, 'hex') like $1", [
    `%${hex}%`,
  ]);
  return rowCount ? [...holding, 'report.content'] : holding;
}

describe('a text that is named in one record', () => {
  let given: Practice;
  let earlier: string;
  let sealed: string;
  let draft: string;
  let report: string;
  let before: Reply;
  let outcome: Reply;

  beforeAll(async () => {
    given = await practiceWithName(server);
    earlier = await assessmentOf(server, given, 'sealed');
    sealed = await assessmentOf(server, given, 'sealed');
    draft = await assessmentOf(server, given, 'draft');
    report = await printed(server, sealed, 'html');
    before = await server.get(`${sealed}/document`);
    await server.post(
      `${given.at}/evidence`,
      evidenceBody({ key: 'kept-answer', title: `Letter of ${NAME}` }),
      {
        headers: { 'idempotency-key': '"letter-of-somebody"' },
      },
    );
  });

  it('is shown first, wherever it stands, without being taken out', async () => {
    expect((await tablesHolding(NAME)).length).toBeGreaterThan(5);
    const preview = await redact(server, given, { preview: true });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ preview: true });
    expect(preview.body.records.map((record: { in: string }) => record.in).sort()).toEqual([
      'adjustments',
      'evidence',
      'questionnaires',
      'services',
    ]);
    expect(preview.body.assessments.map(({ id }: { id: string }) => id)).toEqual(
      [earlier, sealed, draft].map(idOf),
    );
    expect(preview.body.reports).toEqual([{ id: idOf(report), assessmentId: idOf(sealed) }]);
    expect((await server.get(`${sealed}/document`)).bytes.equals(before.bytes)).toBe(true);
  });

  it('goes, from every row of the database', async () => {
    outcome = await redact(server, given);
    expect(outcome.status).toBe(200);
    expect(outcome.body.preview).toBe(false);
    expect(await tablesHolding(SURNAME)).toEqual([]);
  });

  it('leaves records that can be worked with, the frozen ones among them', async () => {
    const { body } = await server.get(`${given.at}/dossier`);
    expect(body.adjustments[0].reason).toBe('Read aloud in supervision. [redacted] agreed.');
    expect(body.services[0].name).toBe('Scribe of [redacted]');
    expect(body.questionnaires[0].answers[0].note).toBe('[redacted] told us.');
    expect((await server.post(`${given.at}/dossier/imports`, body)).body).toMatchObject({
      updated: 0,
      created: 0,
    });
  });

  it('leaves of an assessment its trace, and one that takes its place and verifies', async () => {
    const { body: emptied } = await server.get(sealed);
    expect(emptied).toMatchObject({ status: 'sealed', digest: before.body.seal.digest.hex });
    expect(emptied.redactedAt).toEqual(expect.any(String));
    const gone = await server.get(`${sealed}/document`);
    expect([gone.status, gone.body.type]).toEqual([410, '/problems/document-redacted']);
    expect(gone.body.detail).toContain(emptied.supersededBy);

    const successor = `${given.at}/assessments/${emptied.supersededBy}`;
    const { body: summary } = await server.get(successor);
    expect(summary).toMatchObject({ status: 'sealed', supersedes: idOf(sealed), supersededBy: null });
    const envelope = await server.get(`${successor}/document`);
    const { keyId } = (await server.get('/v1/signing-key')).body;
    expect(verifySealed(envelope.bytes, { expectedKeyId: keyId }).outcome).toBe('sealed-and-intact');
    const { redactions, assessmentId, ...rest } = envelope.body.document;
    expect(redactions).toEqual([
      {
        at: emptied.redactedAt,
        by: DANA,
        reason: 'client_data',
        places: expect.any(Number),
        supersedes: { assessmentId: idOf(sealed), digest: emptied.digest },
      },
    ]);
    const { assessmentId: earlierId, ...was } = before.body.document;
    expect([assessmentId, earlierId]).toEqual([summary.id, idOf(sealed)]);
    expect(JSON.stringify(rest)).toBe(JSON.stringify(was).replaceAll(new RegExp(NAME, 'gi'), '[redacted]'));
  });

  it('leaves nothing of a report but that it was', async () => {
    expect((await server.get(report)).body).toMatchObject({ status: 'redacted', bytes: null });
    const content = await server.get(`${report}/content`);
    expect([content.status, content.body.type]).toEqual([410, '/problems/document-redacted']);
    const again = await server.post(`${sealed}/reports`, {
      kind: 'security-risk-assessment',
      format: 'html',
    });
    expect([again.status, again.body.type]).toEqual([410, '/problems/document-redacted']);
  });

  it('is told in the report on the assessment that took its place', async () => {
    const { supersededBy } = (await server.get(sealed)).body;
    const url = await printed(server, `${given.at}/assessments/${supersededBy}`, 'html');
    const { body } = await server.get(`${url}/content`);
    expect(body).toContain('Dana Whitfield, Security official, had text taken out of');
    expect(body).toContain(idOf(sealed));
  });

  it('is not answered with again to a request that comes again', async () => {
    const again = await server.post(
      `${given.at}/evidence`,
      evidenceBody({ key: 'kept-answer', title: `Letter of ${NAME}` }),
      { headers: { 'idempotency-key': '"letter-of-somebody"' } },
    );
    expect([again.status, again.body.type]).toEqual([409, '/problems/idempotency-outcome-unknown']);
  });

  it('the later assessment is compared with, and a redacted one is never the latest', async () => {
    const next = await server.get(`${await assessmentOf(server, given, 'draft')}/document`);
    const { supersededBy } = (await server.get(sealed)).body;
    const { digest } = (await server.get(`${given.at}/assessments/${supersededBy}`)).body;
    expect(JSON.stringify(next.body.document.comparison)).toContain(digest);
  });

  it('every step is in the audit log, without the text, and the chain verifies', async () => {
    const { body } = await server.get(`${given.at}/audit-events?limit=200`);
    const actions = body.items.map(({ action }: { action: string }) => action);
    for (const action of [
      'text.redacted',
      'adjustment.redacted',
      'service.redacted',
      'questionnaire.redacted',
      'assessment.redacted',
      'assessment.reissued',
      'report.redacted',
    ]) {
      expect(actions).toContain(action);
    }
    const { body: walked } = await server.get(`${given.at}/audit-log-verification`);
    expect(walked).toMatchObject({ isIntact: true });
  });

  it.each([
    ['document', "update assessment set document = '{}', redacted_at = null where id = $1"],
    ['trace', "update assessment set digest = repeat('a', 64) where id = $1"],
  ])('nobody gives the emptied assessment another %s', async (_what, statement) => {
    await expect(superuser.query(statement, [idOf(sealed)])).rejects.toThrow(
      'a redacted assessment never changes',
    );
  });

  it('nobody empties a sealed one that nothing supersedes', async () => {
    const other = await assessmentOf(server, given, 'sealed');
    await expect(
      superuser.query('update assessment set document = null, redacted_at = now() where id = $1', [
        idOf(other),
      ]),
    ).rejects.toThrow('a sealed assessment never changes');
  });
});

it('a text that is gone from the records already is named in the assessment', async () => {
  const given = await practiceWithName(server);
  const sealed = await assessmentOf(server, given, 'sealed');
  const { items } = (await server.get(`${given.at}/adjustments`)).body;
  await server.patch(`${given.at}/adjustments/${items[0].id}`, items[0].version, { reason: 'Read aloud.' });
  const place = { in: 'assessment', assessment: idOf(sealed), pointer: '/dossier/adjustments/0/reason' };
  const { status, body } = await redact(server, given, { places: [place] });
  expect([status, body.records, body.assessments.length]).toEqual([200, [], 1]);
  const { supersededBy } = (await server.get(sealed)).body;
  const { document } = (await server.get(`${given.at}/assessments/${supersededBy}/document`)).body;
  expect(document.dossier.adjustments[0].reason).toBe('[redacted]');
});
