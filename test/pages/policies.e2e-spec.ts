// Policies and training, by pages and API: chosen from a template, decided, adopted, acknowledged by whoever works here, read again, superseded; who lacks which training.
import { serviceBody, staffMemberBody, trainingRecordBody, vendorBody } from '../factories/records.factory';
import { sendForm, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';
import { TestPeople, type TestPerson } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

interface Place {
  id: string;
  at: string;
  here: string;
  owner: TestPerson;
}

async function practice(): Promise<Place> {
  const { id, at } = await server.newOrganization();
  const owner = await people.add({ name: 'Dana Whitfield' });
  await people.join(owner, id, 'owner');
  return { id, at, here: `/organizations/${id}`, owner };
}

const send = (url: string, fields: FormFields, { owner }: Place): Promise<Reply<string>> =>
  sendForm(server, url, fields, owner.session);
const see = async (url: string, by: TestPerson): Promise<string> =>
  String((await server.get<string>(url, { key: by.session })).body)
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'");

const CHOICES: FormFields = {
  'choices/0/value': 'The security official',
  'choices/1/value': '21',
  'choices/2/value': 'no',
  additions: 'Interns ask their supervisor first.',
  reviewMonths: '6',
  'responsible/name': 'Dana Whitfield',
  'responsible/role': 'Security official',
};

async function chosen(place: Place): Promise<string> {
  const edit = taken(await send(`${place.here}/policies/templates/approved-tools`, {}, place));
  return edit.replace(/\/edit$/, '');
}

async function decided(place: Place, changes: FormFields = {}): Promise<string> {
  const page = await chosen(place);
  taken(await send(page, { version: '1', ...CHOICES, ...changes }, place));
  return page;
}

const ADOPTION: FormFields = {
  adoptedOn: '2026-10-01',
  reason: 'We began to use a tool that drafts notes.',
  'approvedBy/name': 'Dana Whitfield',
  'approvedBy/role': 'Security official',
};

const digestOn = (page: string): string => /name="digest"[^>]* value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';

async function adopted(place: Place, page: string, changes: FormFields = {}): Promise<void> {
  const digest = digestOn(await see(`${page}/versions/new`, place.owner));
  taken(await send(`${page}/versions`, { ...ADOPTION, digest, ...changes }, place));
}

describe('a policy from a template', () => {
  it('shows its text with suggestions before anybody chose it, and makes one policy however often it is pressed', async () => {
    const place = await practice();
    const shown = await see(`${place.here}/policies/templates/approved-tools`, place.owner);
    expect(shown).toContain('Health information never goes into free all-purpose software.');
    expect(shown).toContain('You have an answer within 14 days.');
    const other = await see(`${place.here}/policies/templates/mistakes-and-disputes`, place.owner);
    expect(other).toContain('45 CFR 164.526</a> (law; not checked against the text)');
    const first = await chosen(place);
    expect(await chosen(place)).toBe(first);
  });

  it('offers suggestions in its form and takes none of them as chosen', async () => {
    const place = await practice();
    const page = await chosen(place);
    expect(await see(`${page}/edit`, place.owner)).toMatch(/name="choices\/1\/value" type="text" value="14"/);
    const shown = await see(page, place.owner);
    expect(shown).toContain('[to be decided: Who lets a new tool in?]');
    expect(shown).not.toContain('versions/new');
    const { body } = await server.get(`${place.at}/policies?key=approved-tools`);
    const adopting = await server.post(
      `${place.at}/policy-versions`,
      {
        policy: body.items[0].key,
        adoptedOn: '2026-10-01',
        approvedBy: { name: 'D', role: 'S' },
        reason: 'R',
      },
      { key: place.owner.session },
    );
    expect([adopting.status, adopting.body.errors[0].code]).toEqual([422, 'choices-open']);
  });

  it('tells beside the field what does not fit, and saves nothing', async () => {
    const place = await practice();
    const page = await chosen(place);
    const refused = await send(page, { version: '1', ...CHOICES, 'choices/1/value': '900' }, place);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('must be a whole number from 1 to 90');
    expect(refused.body).toContain('href="#choices/1/value"'.replaceAll('/', '/'));
  });

  it('is adopted as it was read, frozen with its digest; what changes later waits for the next version', async () => {
    const place = await practice();
    const page = await decided(place);
    await adopted(place, page);
    const shown = await see(page, place.owner);
    expect(shown).toContain('Version 1, adopted on Oct 1, 2026 by Dana Whitfield, Security official');
    expect(shown).toContain('You have an answer within 21 days.');
    expect(shown).toContain('Interns ask their supervisor first.');
    expect(shown).toContain('To be read again by Apr 1, 2027.');

    taken(await send(page, { version: '2', ...CHOICES, 'choices/1/value': '7' }, place));
    const changed = await see(page, place.owner);
    expect(changed).toContain('has changed since it was adopted');
    expect(changed).toContain('You have an answer within 21 days.');
    await adopted(place, page, { adoptedOn: '2026-11-01', reason: 'Answers come sooner.' });
    const again = await see(page, place.owner);
    expect(again).toContain('You have an answer within 7 days.');
    expect(again).toContain('keep until Nov 1, 2032');
    const { body } = await server.get(`${place.at}/policy-versions`);
    expect(body.items.map((one: { number: number }) => one.number)).toEqual([1, 2]);
    const old = await see(`${page}/versions/${body.items[0].id}`, place.owner);
    expect(old).toContain('You have an answer within 21 days.');
    expect(old).toContain('Superseded');
    expect(old).toContain(body.items[0].digest);
  });

  it('is not adopted when its text changed after it was read, or on a day to come', async () => {
    const place = await practice();
    const page = await decided(place);
    const digest = digestOn(await see(`${page}/versions/new`, place.owner));
    taken(await send(page, { version: '2', ...CHOICES, 'choices/1/value': '7' }, place));
    const stale = await send(`${page}/versions`, { ...ADOPTION, digest }, place);
    expect(stale.status).toBe(412);
    const fresh = digestOn(await see(`${page}/versions/new`, place.owner));
    const future = await send(
      `${page}/versions`,
      { ...ADOPTION, digest: fresh, adoptedOn: '2199-01-01' },
      place,
    );
    expect(future.status).toBe(422);
    expect((await server.get(`${place.at}/policy-versions`)).body.items).toEqual([]);
  });

  it('is read again without a new version, and no longer holds once that is said', async () => {
    const place = await practice();
    const page = await decided(place);
    await adopted(place, page);
    const review = {
      version: '2',
      'lastReview/reviewedOn': '2026-11-10',
      'lastReview/reviewedBy/name': 'Dana Whitfield',
      'lastReview/reviewedBy/role': 'Security official',
    };
    taken(await send(`${page}/review`, review, place));
    expect(await see(page, place.owner)).toContain('To be read again by May 10, 2027.');
    const end = {
      version: '3',
      retiredOn: '2026-11-20',
      reason: 'No tools any more.',
    };
    const clerk = await people.add();
    await people.join(clerk, place.id, 'staff');
    expect((await sendForm(server, `${page}/retirement`, end, clerk.session)).status).toBe(403);
    expect(await see(page, clerk)).not.toContain('It no longer holds');
    const [{ id, version }] = (await server.get(`${place.at}/policies`)).body.items;
    const retirement = { retiredOn: '2026-11-20', reason: 'No tools any more.' };
    const byHand = await server.patch(`${place.at}/policies/${id}`, version, { retirement });
    expect([byHand.status, byHand.body.errors[0].code]).toEqual([400, 'unknown-field']);
    taken(await send(`${page}/retirement`, end, place));
    const { body: dossier } = await server.get(`${place.at}/dossier`);
    const [policy] = dossier.policies;
    const back = { ...dossier, policies: [{ ...policy, retirement: null }] };
    const imported = await server.post(`${place.at}/dossier/imports`, back, { key: place.owner.session });
    expect(imported.body.errors).toMatchObject([{ pointer: '/policies/0/retirement', code: 'history-kept' }]);
    const shown = await see(page, place.owner);
    expect(shown).toContain('It held until Nov 20, 2026: No tools any more.');
    expect(shown).toContain('keep until Nov 20, 2032');
  });
});

it('is a task once the day to read it again has come, and none when somebody has', async () => {
  const place = await practice();
  await server.post(`${place.at}/vendors`, vendorBody());
  await server.post(`${place.at}/services`, serviceBody());
  const page = await decided(place, { reviewMonths: '1' });
  await adopted(place, page, { adoptedOn: '2026-01-31' });
  const tasks = async () =>
    (await server.get(`${place.at}/tasks?kind=policy_review_due`)).body.items.map(
      ({ whatToDo, since }: { whatToDo: string; since: string }) => [whatToDo, since],
    );
  const asked = 'Read the policy “Approved tools” again: adopt a new version, or say that it still fits.';
  expect(await tasks()).toEqual([[asked, '2026-02-28']]);
  expect(await see(place.here, place.owner)).toContain(`href="${page}"`);
  expect(await see(`${place.here}/policies`, place.owner)).toContain('state due">To be read again');
  await adopted(place, page, { adoptedOn: new Date(Date.now() - 172_800_000).toISOString().slice(0, 10) });
  expect(await tasks()).toEqual([]);
});

it('prints as a tagged PDF', async () => {
  const place = await practice();
  const page = await decided(place);
  await adopted(place, page);
  const { body } = await server.get(`${place.at}/policy-versions`);
  const printed = await server.get<string>(`${place.at}/policy-versions/${body.items[0].id}/pdf`);
  expect([printed.status, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(String(printed.body)).toContain('/StructTreeRoot');
});

describe('acknowledgement', () => {
  it('is asked of each person, given by oneself signed in, and puts whoever was not on the list of staff on it', async () => {
    const place = await practice();
    await server.post(
      `${place.at}/staff-members`,
      staffMemberBody({ key: 'omar', name: 'Omar Reyes', email: null }),
    );
    const page = await decided(place);
    await adopted(place, page);
    const clinician = await people.add({ name: 'Ada Cole' });
    await people.join(clinician, place.id, 'clinician');
    expect(await see(`${place.here}/policies`, clinician)).toContain('Yours to read and acknowledge');

    const { body } = await server.get(`${place.at}/policy-versions`);
    const version = body.items[0].id as string;
    const own = `${page}/versions/${version}/own-acknowledgement`;
    taken(await sendForm(server, own, {}, clinician.session));
    expect(await see(`${place.here}/policies`, clinician)).not.toContain('Yours to read and acknowledge');
    expect(await see(`${page}/versions/${version}`, clinician)).toContain('You acknowledged it on');
    const again = await sendForm(server, own, {}, clinician.session);
    expect(again.status).toBe(422);
    const staff = (await server.get(`${place.at}/staff-members`)).body.items;
    expect(staff.map((one: { name: string; jobs: string[] }) => [one.name, one.jobs])).toContainEqual([
      'Ada Cole',
      ['clinician'],
    ]);

    const shown = await see(page, place.owner);
    expect(shown).toContain('Ada Cole');
    expect(shown).toMatch(/Omar Reyes.*Note it/s);
    const note = {
      staffMember: 'omar',
      acknowledgedOn: '2026-10-05',
      'notedBy/name': 'Dana Whitfield',
      'notedBy/role': 'Security official',
    };
    taken(await send(`${page}/versions/${version}/acknowledgements`, note, place));
    expect(await see(page, place.owner)).toContain('noted by Dana Whitfield');
    expect(await see(`${place.here}/policies`, place.owner)).toContain('2 of 2');
    const early = await send(
      `${page}/versions/${version}/acknowledgements`,
      { ...note, acknowledgedOn: '2026-09-01' },
      place,
    );
    expect(early.status).toBe(422);
  });

  it('is noted for nobody who has an account, by hand or by a file of anybody but an official', async () => {
    const place = await practice();
    const page = await decided(place);
    await adopted(place, page);
    const lee = await people.add({ name: 'Lee Arden' });
    await people.join(lee, place.id, 'clinician');
    const clerk = await people.add();
    await people.join(clerk, place.id, 'staff');
    const worker = staffMemberBody({ key: 'lee', email: lee.email.toUpperCase() });
    expect((await server.post(`${place.at}/staff-members`, worker)).status).toBe(201);
    const [{ key: policyVersion }] = (await server.get(`${place.at}/policy-versions`)).body.items;
    const said = { policyVersion, staffMember: 'lee', acknowledgedOn: '2026-11-02' };
    const notedBy = { name: 'Dana Whitfield', role: 'Security official' };
    const refused = await server.post(
      `${place.at}/policy-acknowledgements`,
      { ...said, notedBy },
      { key: clerk.session },
    );
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/staffMember', code: 'acknowledges-themselves' }],
    ]);
    const { body: dossier } = await server.get(`${place.at}/dossier`);
    const file = {
      ...dossier,
      policyAcknowledgements: [{ ...said, notedBy, how: 'noted', key: 'lee-said' }],
    };
    const byClerk = await server.post(`${place.at}/dossier/imports`, file, { key: clerk.session });
    expect([byClerk.status, byClerk.body.errors]).toMatchObject([
      403,
      [{ pointer: '/policyAcknowledgements/0/staffMember', code: 'acknowledges-themselves' }],
    ]);
    expect((await server.get(`${place.at}/policy-acknowledgements`)).body.items).toEqual([]);
    const byOwner = await server.post(`${place.at}/dossier/imports`, file, { key: place.owner.session });
    expect(byOwner.status).toBe(200);
  });

  it('is of the version in force, of people alone, and not of an auditor', async () => {
    const place = await practice();
    const page = await decided(place);
    await adopted(place, page);
    const { body } = await server.get(`${place.at}/policy-versions`);
    const [{ id, key }] = body.items;
    const auditor = await people.add();
    await people.join(auditor, place.id, 'auditor');
    const refused = await sendForm(server, `${page}/versions/${id}/own-acknowledgement`, {}, auditor.session);
    expect(refused.status).toBe(403);
    expect(await see(`${place.here}/policies`, auditor)).not.toContain('Yours to read');
    await adopted(place, page, { adoptedOn: '2026-11-01' });
    const old = await server.post(
      `${place.at}/own-policy-acknowledgements`,
      { policyVersion: key },
      { key: place.owner.session },
    );
    expect([old.status, old.body.errors[0].code]).toEqual([422, 'unknown-policy-version']);
  });
});

describe('training', () => {
  it('tells who lacks what by job, and what was passed', async () => {
    const place = await practice();
    await server.post(`${place.at}/staff-members`, staffMemberBody({ jobs: ['intake'], startedOn: null }));
    const register = `${place.here}/registers/training`;
    const before = await see(register, place.owner);
    expect(before).toContain('Intake with automatic screening</a> <span class="state due">Not yet');
    expect(before).not.toContain('Using AI in clinical work</a> <span');
    const note = {
      staffMember: 'dana-whitfield',
      module: 'intake',
      completedOn: '2026-10-05',
      passed: 'false',
      'judgedBy/name': 'Omar Reyes',
      'judgedBy/role': 'Office manager',
    };
    taken(await send(register, note, place));
    expect(await see(register, place.owner)).toContain('state overdue">Not passed');
    taken(await send(register, { ...note, passed: 'true', completedOn: '2026-10-06' }, place));
    expect(await see(register, place.owner)).not.toContain('Intake with automatic screening</a> <span');
    expect(await see(`${register}/modules/intake`, place.owner)).toContain(
      'Staying kind where technology stands between a person and care.',
    );
    const nobody = await server.post(
      `${place.at}/training-records`,
      trainingRecordBody({ staffMember: 'nobody' }),
    );
    expect([nobody.status, nobody.body.errors[0].code]).toEqual([422, 'unknown-reference']);
  });

  it('stays as it was noted, and is corrected', async () => {
    const place = await practice();
    await server.post(`${place.at}/staff-members`, staffMemberBody());
    const { body: made } = await server.post(`${place.at}/training-records`, trainingRecordBody());
    const over = await server.patch(`${place.at}/training-records/${made.id}`, 1, { passed: false });
    expect([over.status, over.body.errors]).toMatchObject([
      422,
      [{ pointer: '/passed', code: 'history-kept' }],
    ]);
    const register = `${place.here}/registers/training`;
    expect(await see(`${register}/${made.id}/corrections/new`, place.owner)).toContain(
      'Does what was recorded',
    );
    const correction = {
      ...{ says: 'Two of the three mistakes were found.', stillCounts: 'false', version: '1' },
      ...{ 'correctedBy/name': 'Omar Reyes', 'correctedBy/role': 'Office manager' },
    };
    taken(await send(`${register}/${made.id}/corrections`, correction, place));
    const after = await see(register, place.owner);
    expect(after).toContain('Two of the three mistakes were found. It does not count.');
    expect(after).toContain('does not count</span>');
  });

  it('is changed and listed over the API, and a person stands on the list of staff once', async () => {
    const place = await practice();
    const staff = `${place.at}/staff-members`;
    await server.post(staff, staffMemberBody());
    const twice = await server.post(
      staff,
      staffMemberBody({ key: 'dana-again', email: 'DANA@harbor-light.example' }),
    );
    expect([twice.status, twice.body.errors[0].code]).toEqual([422, 'person-listed-twice']);
    const made = await server.post(`${place.at}/training-records`, trainingRecordBody());
    expect(made.status).toBe(201);
    const list = await see(`${place.here}/registers/staff`, place.owner);
    expect(list).toContain('Dana Whitfield');
  });
});
