// What a redaction refuses, and that nothing is taken out then.
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';
import {
  assessmentOf,
  idOf,
  NAME,
  practiceWithName,
  redact,
  THE_REASON,
  type Practice,
} from './practice-with-name';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

describe('refused, with nothing taken out:', () => {
  let given: Practice;
  let foreign: string;

  beforeAll(async () => {
    given = await practiceWithName(server);
    foreign = idOf(await assessmentOf(server, await practiceWithName(server), 'draft'));
  });

  it.each<[string, object, string, string]>([
    ['a record that is not there', { ...THE_REASON, key: 'nobody' }, '/places/0/key', 'no-text-there'],
    [
      'a field that is not there',
      { ...THE_REASON, pointer: '/nothing' },
      '/places/0/pointer',
      'no-text-there',
    ],
    ['a choice', { ...THE_REASON, pointer: '/level' }, '/places/0/pointer', 'no-text-there'],
    ['a key', { in: 'practice', pointer: '/key' }, '/places/0/pointer', 'no-text-there'],
    ['a part beyond the text', { ...THE_REASON, end: 4000 }, '/places/0/end', 'no-text-there'],
    ['a part that ends before it begins', { ...THE_REASON, end: 3 }, '/places/0/end', 'no-text-there'],
    ['no pointer', { ...THE_REASON, pointer: 'reason' }, '/places/0/pointer', 'invalid-field'],
    ['the text itself', { ...THE_REASON, text: NAME }, '/places/0/text', 'unknown-field'],
  ])('%s', async (_what, place, pointer, code) => {
    const { status, body } = await redact(server, given, { places: [place] });
    expect([status, body.type]).toEqual([400, '/problems/request-invalid']);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('an assessment of another practice', async () => {
    const { status, body } = await redact(server, given, {
      places: [{ in: 'assessment', assessment: foreign, pointer: '/title' }],
    });
    expect([status, body.errors[0].pointer]).toEqual([400, '/places/0/assessment']);
  });

  it('somebody who has not shown for long who they are; a preview is shown to them', async () => {
    const officer = await people.add();
    await people.join(officer, given.id, 'privacy_official');
    await people.query(`update session set created_at = now() - interval '11 minutes' where id = $1`, [
      officer.sessionId,
    ]);
    const asOfficer = { key: officer.session };
    const { status, body } = await redact(server, given, {}, asOfficer);
    expect([status, body.type]).toEqual([403, '/problems/recent-sign-in-needed']);
    expect((await redact(server, given, { preview: true }, asOfficer)).status).toBe(200);
  });

  it('no place at all', async () => {
    expect((await redact(server, given, { places: [] })).status).toBe(400);
  });

  afterAll(async () => {
    const { body } = await server.get(`${given.at}/dossier`);
    expect(body.adjustments[0].reason).toContain(NAME);
  });
});
