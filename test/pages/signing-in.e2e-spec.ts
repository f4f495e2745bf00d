// How a practice signs in: its rules, its identity provider, whom a demand keeps out; and signing in through the provider by pages.
import {
  change,
  identityOf,
  member,
  people,
  practice,
  practiceWithProvider,
  provider,
  server,
  useSingleSignOn,
} from '../single-sign-on/harness';
import { PageVisitor, type FormFields } from '../support/page-visitor';
import { CLIENT } from '../support/test-identity-provider';
import type { TestPerson } from '../support/test-people';

useSingleSignOn();

const see = (url: string, by: TestPerson | null) => new PageVisitor(server).see(url, by);
const send = (url: string, fields: FormFields, by: TestPerson | null) =>
  new PageVisitor(server).send(url, fields, by);
const at = (id: string) => `/organizations/${id}/settings/sign-in`;
const SETTINGS = { ...CLIENT, emailDomains: '', secondFactorAmr: '', secondFactorAcr: '' };

describe('the rules of a practice', () => {
  it('says whom a demand would keep out, then demands it', async () => {
    const { id, owner } = await practice(true);
    const kim = await member(id);
    const page = await see(at(id), owner);
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('kept out if you demand it')]);
    expect(page.body).not.toContain(' checked');
    const saved = await send(at(id), { version: '0', secondFactorRequired: 'true' }, owner);
    expect([saved.status, saved.location]).toEqual([303, `${at(id)}?notice=saved`]);
    expect((await see(at(id), owner)).body).toContain('Kept out until they have set one up');
    const kept = await see(`/organizations/${id}/settings`, kim);
    expect([kept.status, kept.location]).toEqual([
      303,
      expect.stringContaining('/sign-in/second-factor?to='),
    ]);
  });

  it('comes back as it was sent when somebody has changed it meanwhile, or nothing was chosen', async () => {
    const { id, owner } = await practice(true);
    await send(at(id), { version: '0', secondFactorRequired: 'true' }, owner);
    const stale = await send(at(id), { version: '0', secondFactorRequired: 'false' }, owner);
    expect([stale.status, stale.body]).toEqual([412, expect.stringContaining('value="false" checked')]);
    const wrong = await send(at(id), { version: '1', secondFactorRequired: 'maybe' }, owner);
    expect([wrong.status, wrong.body]).toEqual([
      400,
      expect.stringContaining('href="#secondFactorRequired"'),
    ]);
  });

  it('is seen and not changed by others of the practice, and not there for who does not belong to it', async () => {
    const { id } = await practice();
    const kim = await people.add({ secondFactor: true });
    await people.join(kim, id, 'privacy_official');
    const page = await see(at(id), kim);
    expect([page.status, page.body.includes('<button>Save')]).toEqual([200, false]);
    expect((await send(at(id), { version: '0', secondFactorRequired: 'true' }, kim)).status).toBe(403);
    expect((await see(`${at(id)}/provider`, kim)).status).toBe(403);
    expect((await see(at(id), await people.add())).status).toBe(404);
  });
});

describe('the identity provider of a practice', () => {
  it('is asked whether it is one, then stored; the secret is never sent back', async () => {
    const { id, owner } = await practice();
    const unfit = await send(
      `${at(id)}/provider`,
      { ...SETTINGS, version: '0', issuer: 'https://nobody.invalid', required: 'false' },
      owner,
    );
    expect([unfit.status, unfit.body.includes(CLIENT.clientSecret)]).toEqual([422, false]);
    expect(unfit.body).toContain('value="https://nobody.invalid"');
    const saved = await send(
      `${at(id)}/provider`,
      { ...SETTINGS, version: '0', issuer: provider.issuer, required: 'false' },
      owner,
    );
    expect(saved.location).toBe(`${at(id)}?notice=saved`);
    const page = (await see(at(id), owner)).body;
    expect(page.replaceAll('&#x3D;', '=')).toContain(`/sign-in/single-sign-on?practice=${id}`);
    expect((await see(`${at(id)}/provider`, owner)).body).not.toContain(CLIENT.clientSecret);
  });

  it('changed by somebody else meanwhile, shows what is stored beside what was typed', async () => {
    const made = await practiceWithProvider();
    const fields = {
      ...SETTINGS,
      version: '0',
      issuer: provider.issuer,
      clientId: 'another',
      required: 'false',
    };
    const stale = await send(`${at(made.id)}/provider`, fields, made.owner);
    expect([stale.status, stale.body]).toEqual([412, expect.stringContaining('What is stored now')]);
    expect(stale.body).toContain('value="another"');
  });

  it('names whom it could not let in', async () => {
    const made = await practiceWithProvider({ emailDomains: ['elsewhere.example'] });
    const kim = await member(made.id);
    expect((await see(at(made.id), made.owner)).body).toContain(`(${kim.email})`);
  });
});

describe('signing in through the provider', () => {
  it('leads from the link of the practice to the provider, and back to where one wanted to go', async () => {
    const made = await practiceWithProvider();
    const kim = await member(made.id);
    const way = await see(`/sign-in/single-sign-on?practice=${made.id}&to=/account`, null);
    expect([way.status, way.body]).toEqual([200, expect.stringContaining(`value="${made.id}"`)]);
    const begun = await send(
      '/sign-in/single-sign-on',
      { practice: made.id, to: `/organizations/${made.id}` },
      null,
    );
    const url = (/class="button" href="([^"]+)"/.exec(begun.body)?.[1] ?? '')
      .replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=');
    expect(new URL(url).origin).toBe(new URL(provider.issuer).origin);
    const back = provider.visit(url, identityOf(kim));
    const cookie = begun.cookie.split(';', 1)[0] ?? '';
    const end = await server.app.inject({
      method: 'GET',
      url: `${back.pathname}${back.search}`,
      headers: { cookie, accept: 'text/html' },
    });
    expect([end.statusCode, end.headers.location]).toEqual([
      303,
      `http://localhost:3000/organizations/${made.id}`,
    ]);
    const again = await server.app.inject({
      method: 'GET',
      url: `${back.pathname}${back.search}`,
      headers: { cookie, accept: 'text/html' },
    });
    expect([again.statusCode, again.body]).toEqual([
      403,
      expect.stringContaining('<h1>Single sign-on was refused</h1>'),
    ]);
  });

  it('says of a link that leads nowhere the same, whatever is wrong with it', async () => {
    const { id } = await practice();
    const none = await send('/sign-in/single-sign-on', { practice: id, to: '/' }, null);
    const unknown = await send(
      '/sign-in/single-sign-on',
      { practice: '0199c9a0-0000-7000-8000-000000000000', to: '/' },
      null,
    );
    expect([none.status, unknown.status]).toEqual([400, 400]);
    for (const { body } of [none, unknown]) expect(body).toContain('ask your practice for it once more');
    const typed = await send('/sign-in/single-sign-on', { practice: 'our "practice"', to: '/' }, null);
    expect([typed.status, typed.body]).toEqual([
      400,
      expect.stringContaining('value="our &quot;practice&quot;"'),
    ]);
  });

  it('where it is demanded, a session by password is led to it', async () => {
    const made = await practice(true);
    const kim = await member(made.id);
    const demand = { issuer: provider.issuer, ...CLIENT, required: true };
    expect((await change(made, 0, demand)).status).toBe(200);
    const led = await see(`/organizations/${made.id}/settings`, kim);
    expect([led.status, led.location]).toEqual([
      303,
      `/sign-in/single-sign-on?to=${encodeURIComponent(`/organizations/${made.id}/settings`)}&practice=${made.id}`,
    ]);
  });
});
