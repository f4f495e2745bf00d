// Obligations on pages: the list, a month, one with its history, the form that says it is done, how often, and the track of the proposed rule.
import { agreementBody, dataFlowBody, serviceBody, vendorBody } from '../factories/records.factory';
import { TestApplication } from '../support/test-application';
import { pageOf, sendForm } from './asking-pages';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start({ clock: { now: () => new Date('2026-11-22T18:00:00Z') } });
});

afterAll(() => server.close());

/** @returns the address of the pages of obligations, and that of the API */
async function practice(): Promise<{ at: string; api: string }> {
  const { id, at: api } = await server.newOrganization();
  await server.post(`${api}/vendors`, vendorBody());
  await server.post(`${api}/services`, serviceBody());
  await server.post(`${api}/data-flows`, dataFlowBody());
  return { at: `/organizations/${id}/obligations`, api };
}

const SCRIBE_LOG = 'OB-41%3Aservice%3Anorthlight-scribe';
const DONE = {
  doneOn: '2026-11-20',
  'doneBy/name': 'Dana Whitfield',
  'doneBy/role': 'Security official',
  found: 'Nothing odd.',
  proof: 'Minutes, page 3',
};

describe('The pages of obligations', () => {
  it('list what is due with the missing agreement first, and lead to each', async () => {
    const { at, api } = await practice();
    const page = await pageOf(server, at);
    expect(page.status).toBe(200);
    const headings = [...page.body.matchAll(/<h2 id="([a-z0-9-]+)"/g)].map(([, id]) => id);
    expect(headings.slice(0, 2)).toEqual(['due', 'month-2026-12']);
    expect(headings.at(-1)).toBe('on-event');
    expect(page.body).toContain('Have the agreement before client data flows');
    await server.post(`${api}/agreements`, agreementBody());
    expect((await pageOf(server, at)).body).not.toContain('<h2 id="due"');
    expect((await pageOf(server, `${at}?state=done`)).body).toContain(
      'Have the agreement before client data flows',
    );
  });

  it('show those of one role, and refuse a filter that there is not', async () => {
    const { at } = await practice();
    const owned = await pageOf(server, `${at}?owner=clinical_director`);
    expect(owned.body).toContain('Check the AI tool for bias');
    expect(owned.body).not.toContain('Restore a backup');
    expect((await pageOf(server, `${at}?state=later`)).status).toBe(400);
  });

  it('tell of one how binding it is, whose interval it has and how we know', async () => {
    const { at } = await practice();
    const law = (await pageOf(server, `${at}/one?of=OB-01%3Apractice`)).body;
    expect(law).toContain('Law: the rule asks for it and leaves open how often');
    expect(law).toContain('Every year: our suggestion; the rule sets no interval');
    const good = (await pageOf(server, `${at}/one?of=${SCRIBE_LOG}`)).body;
    expect(good).toContain('Good practice, from our source documents');
    expect(good).toContain('Because Northlight Scribe uses AI');
    expect((await pageOf(server, `${at}/one?of=OB-41%3Aservice%3Anobody`)).status).toBe(404);
    expect((await pageOf(server, `${at}/one?of=rubbish`)).status).toBe(404);
  });

  it('take a completion with what shows it, tell the history, and refuse the same time twice', async () => {
    const { at, api } = await practice();
    const form = await pageOf(server, `${at}/completions/new?of=${SCRIBE_LOG}`);
    expect(form.body).toContain('name="doneBy/name"');
    const address = `${at}/completions?of=${SCRIBE_LOG}&period=first`;
    const sent = await sendForm(server, address, DONE);
    expect(sent.status).toBe(303);
    const page = (await pageOf(server, `${at}/one?of=${SCRIBE_LOG}`)).body;
    expect(page).toContain('Nothing odd.');
    expect(page).toContain('Minutes, page 3');
    expect(page).toContain('Due Dec 20, 2026');
    const again = await sendForm(server, address, DONE);
    expect([again.status, again.body.includes('is completed already')]).toEqual([422, true]);
    expect((await server.get(`${api}/obligation-completions`)).body.items).toHaveLength(1);
  });

  it('keep what was recorded as it was said, add a correction, and open the time again where it does not count', async () => {
    const { at, api } = await practice();
    await sendForm(server, `${at}/completions?of=${SCRIBE_LOG}&period=first`, DONE);
    const [{ id, version }] = (await server.get(`${api}/obligation-completions`)).body.items;
    const over = await server.patch(`${api}/obligation-completions/${id}`, version, { doneOn: '2026-11-01' });
    expect([over.status, over.body.errors]).toMatchObject([
      422,
      [{ pointer: '/doneOn', code: 'history-kept' }],
    ]);
    const form = (await pageOf(server, `${at}/completions/${id}/corrections/new`)).body;
    expect(form).toContain('stays as it was said');
    const correction = {
      ...{ says: 'It was the log of the scheduling tool.', stillCounts: 'false', version: String(version) },
      ...{ 'correctedBy/name': 'Dana Whitfield', 'correctedBy/role': 'Security official' },
    };
    const nothing = await sendForm(server, `${at}/completions/${id}/corrections`, {
      ...correction,
      says: '',
    });
    expect([nothing.status, nothing.body.includes('href="#says"')]).toEqual([400, true]);
    expect((await sendForm(server, `${at}/completions/${id}/corrections`, correction)).status).toBe(303);
    const page = (await pageOf(server, `${at}/one?of=${SCRIBE_LOG}`)).body;
    expect(page).toContain('It was the log of the scheduling tool. It does not count.');
    expect(page).toContain('Say that it is done');
    const { body: dossier } = await server.get(`${api}/dossier`);
    const [kept] = dossier.obligationCompletions;
    const imported = await server.post(`${api}/dossier/imports`, {
      ...dossier,
      obligationCompletions: [{ ...kept, corrections: null, found: 'Nothing.' }],
    });
    expect(imported.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/obligationCompletions/0/found',
      '/obligationCompletions/0/corrections/0',
    ]);
    const anew = await sendForm(server, `${at}/completions?of=${SCRIBE_LOG}&period=first`, DONE);
    expect(anew.status).toBe(303);
    expect((await server.get(`${api}/obligation-completions`)).body.items).toHaveLength(2);
  });

  it('show the form again as it was typed where nothing shows it or the day is to come', async () => {
    const { at } = await practice();
    const address = `${at}/completions?of=${SCRIBE_LOG}&period=first`;
    const none = await sendForm(server, address, { ...DONE, proof: '' });
    expect([none.status, none.body.includes('href="#proof"'), none.body.includes('Nothing odd.')]).toEqual([
      422,
      true,
      true,
    ]);
    const late = await sendForm(server, address, { ...DONE, doneOn: '2026-11-23' });
    expect([late.status, late.body.includes('href="#doneOn"')]).toEqual([422, true]);
  });

  it('take what happened with its day, under a name that points to nobody', async () => {
    const { at, api } = await practice();
    const address = `${at}/completions?of=OB-62%3Apractice&period=event`;
    const unnamed = await sendForm(server, address, { ...DONE, happenedOn: '2026-11-02' });
    expect([unnamed.status, unnamed.body.includes('href="#eventName"')]).toEqual([400, true]);
    const sent = await sendForm(server, address, {
      ...DONE,
      happenedOn: '2026-11-02',
      eventName: 'Lost laptop of November',
    });
    expect(sent.status).toBe(303);
    expect((await server.get(`${api}/obligation-completions`)).body.items).toMatchObject([
      {
        subject: { kind: 'event', key: 'lost-laptop-of-november' },
        period: 'once',
        happenedOn: '2026-11-02',
      },
    ]);
    expect((await pageOf(server, `${at}/one?of=OB-62%3Apractice`)).body).toContain('lost-laptop-of-november');
  });

  it('lay out a month day by day, with today, and lead to the months beside it', async () => {
    const { at } = await practice();
    const month = (await pageOf(server, `${at}/calendar`)).body;
    expect(month).toContain('<h1>November 2026</h1>');
    expect(month.match(/<td role="cell" class="day/g)).toHaveLength(35);
    expect(month.match(/aria-current="date"/g)).toHaveLength(1);
    expect(month).toContain('calendar?month&#x3D;2026-12');
    const next = (await pageOf(server, `${at}/calendar?month=2026-12`)).body;
    expect(next).toContain('Check the AI tool for bias');
    expect((await pageOf(server, `${at}/calendar?month=never`)).body).toContain('<h1>November 2026</h1>');
  });

  it('let the practice set how often, tell who did, and offer nothing that the law decides', async () => {
    const { at } = await practice();
    const list = (await pageOf(server, `${at}/settings`)).body;
    expect(list).toContain('Talk with the vendor about how it goes');
    expect(list).not.toContain('Tell the people concerned');
    const decided = {
      reason: 'Twice a year is what we can do.',
      decidedOn: '2026-11-20',
      'decidedBy/name': 'Dana Whitfield',
      'decidedBy/role': 'Owner',
    };
    const law = await pageOf(server, `${at}/settings/one?obligation=OB-01`);
    expect(law.body).not.toContain('value="not_applicable"');
    expect((await pageOf(server, `${at}/settings/one?obligation=OB-62`)).status).toBe(404);
    const address = `${at}/settings/one?obligation=OB-25`;
    expect(
      (await sendForm(server, address, { ...decided, decision: 'other_interval', months: '6' })).status,
    ).toBe(303);
    expect((await pageOf(server, `${at}/settings`)).body).toContain(
      'Every 6 months: as the practice decided',
    );
    const stale = await sendForm(server, address, { ...decided, decision: 'not_applicable', version: '7' });
    expect(stale.status).toBe(412);
    const changed = await sendForm(server, address, {
      ...decided,
      decision: 'not_applicable',
      months: '',
      version: '1',
    });
    expect(changed.status).toBe(303);
    expect((await pageOf(server, at)).body).not.toContain('Talk with the vendor');
  });

  it('show the proposed rule only where the practice turned it on, and call it no law', async () => {
    const { at } = await practice();
    expect((await pageOf(server, `${at}/proposed-rule`)).body).not.toContain('A network map');
    const decided = {
      decision: 'track_on',
      reason: 'We want to be early.',
      decidedOn: '2026-11-20',
      'decidedBy/name': 'Dana Whitfield',
      'decidedBy/role': 'Owner',
    };
    expect(
      (await sendForm(server, `${at}/settings/one?obligation=proposed-security-rule`, decided)).status,
    ).toBe(303);
    const page = (await pageOf(server, `${at}/proposed-rule`)).body;
    expect(page).toContain('A network map');
    expect(page).toContain('It is no law');
    expect((await pageOf(server, at)).body).toContain('/proposed-rule');
  });
});
