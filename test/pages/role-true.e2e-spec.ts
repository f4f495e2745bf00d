// What a page shows can be done by who sees it: every page that a link leads to is walked as each role, every link is followed, and every form's
// address is held to what its route allows, without being sent. Nothing that is shown may answer "you may not".
import { practiceBody, dossierBody } from '../factories/records.factory';
import { ROLE_NAMES, roleMay, type Role } from '../../src/permissions/roles';
import { declaredRoutes, type Declared } from '../support/declared-routes';
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';
import { pageOf, sendForm } from './asking-pages';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Of pages that differ by an id alone so many are looked at: a draft, one under review, one that is sealed. */
const MOST_ALIKE = 4;
const DANA = { name: 'Dana Whitfield', role: 'Owner' };
const SIGNING = { ...DANA, statement: 'I have read it.' };

let server: TestApplication;
let people: TestPeople;
let routes: Declared[];
let at: string;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  routes = declaredRoutes(server);
  at = await furnishedPractice();
});

afterAll(() => Promise.all([server.close(), people.close()]));

/** A practice with something on every page: tools, a questionnaire, and an assessment in each state. @returns the address of its pages */
async function furnishedPractice(): Promise<string> {
  const body = practiceBody();
  const { id } = (await server.post('/v1/organizations', body)).body as { id: string };
  const api = `/v1/organizations/${id}`;
  await server.post(`${api}/dossier/imports`, dossierBody(body));
  const pages = `/organizations/${id}`;
  await sendForm(server, `${pages}/questionnaires`, { about: 'practice' });
  for (const steps of [2, 1, 0]) {
    const { body: made } = await server.post(`${api}/assessments`, { assessor: DANA });
    const one = `${pages}/assessments/${made.id}`;
    for (const step of ['review', 'seal'].slice(0, steps))
      expect(
        (await sendForm(server, `${one}/${step}`, { version: step === 'review' ? '1' : '2', ...SIGNING }))
          .status,
      ).toBe(303);
  }
  const { items } = (await server.get(`${api}/assessments`)).body as { items: { id: string }[] };
  await sendForm(server, `${pages}/assessments/${items.at(-1)?.id}/comments`, {
    section: 'summary',
    text: 'Why?',
  });
  await server.post(`${api}/invitations`, { email: 'robin@tests.example', role: 'staff' });
  return pages;
}

/** What stands in the page that a browser would ask for: links and forms that only read, and forms that change something. */
function shownOn(html: string): { links: string[]; actions: string[] } {
  const body = html.replaceAll(/<!--[\s\S]*?-->/g, '');
  const attributes = (tag: string, name: string): string[] =>
    [...body.matchAll(new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"[^>]*>`, 'g'))].map(([, value = '']) =>
      value.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
    );
  const forms = [...body.matchAll(/<form\b([^>]*)>/g)].map(([, text = '']) => ({
    action: (/\saction="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
    isPost: /\smethod="post"/.test(text),
  }));
  const ofScripts = ['hx-post', 'hx-put', 'hx-delete'].flatMap((name) => attributes('[a-z]+', name));
  return {
    links: [
      ...attributes('a', 'href'),
      ...forms.filter(({ isPost }) => !isPost).map(({ action }) => action),
    ].filter(isOurs),
    actions: [...forms.filter(({ isPost }) => isPost).map(({ action }) => action), ...ofScripts],
  };
}

const isOurs = (href: string): boolean => /^\/(?!v1|docs|assets|openapi|problems)/.test(href);

/** A route of the router that takes the address by POST: a segment that is named alike goes before one that is open. */
function routeOf(address: string): Declared | undefined {
  const steps = (address.split('?', 1)[0] ?? '').split('/');
  const takes = ({ method, url }: Declared): boolean => {
    const named = url.split('/');
    return (
      method === 'POST' &&
      named.length === steps.length &&
      named.every((step, index) => step.startsWith(':') || step === steps[index])
    );
  };
  const open = ({ url }: Declared): number => url.split(':').length;
  return routes.filter(takes).sort((left, right) => open(left) - open(right))[0];
}

function isRefused(role: Role, address: string): boolean {
  const access = routeOf(address)?.access;
  if (!access) return true;
  return access.kind === 'action' && address.includes(at) && !roleMay(role, access.action);
}

interface Walk {
  pages: number;
  links: number;
  forms: number;
  wrong: string[];
}

async function walk(role: Role): Promise<Walk> {
  const person = await people.add({ secondFactor: true, name: `Noor ${role}` });
  await people.join(person, at.split('/').at(-1) as string, role);
  const queue = [at];
  const known = new Set(queue);
  const alike = new Map<string, number>();
  const found: Walk = { pages: 0, links: 0, forms: 0, wrong: [] };
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { status, headers, body } = await pageOf(server, path, person.session);
    found.links += 1;
    if (status === 403 || status >= 500) found.wrong.push(`${path} answers ${status}`);
    if (status !== 200 || !headers['content-type']?.startsWith('text/html')) continue;
    found.pages += 1;
    const { links, actions } = shownOn(body);
    for (const action of actions) {
      found.forms += 1;
      if (isRefused(role, action)) found.wrong.push(`${path} shows a form to ${action}`);
    }
    for (const link of links.map((one) => one.split('#', 1)[0] as string)) {
      const form = link.replaceAll(ID, 'id').split('?', 1)[0] as string;
      const before = alike.get(form) ?? 0;
      if (link === '' || known.has(link) || before >= MOST_ALIKE) continue;
      known.add(link);
      alike.set(form, before + 1);
      queue.push(link);
    }
  }
  return found;
}

jest.setTimeout(300_000);

it.each(ROLE_NAMES)('as %s: no link and no form leads to what the role may not do', async (role) => {
  const { pages, links, forms, wrong } = await walk(role);
  process.stdout.write(`${role}: ${pages} pages, ${links} links, ${forms} forms\n`);
  expect(wrong).toEqual([]);
  expect(pages).toBeGreaterThan(10);
});

it('the walk tells what it is for: a form of a heads’ page is refused to staff, one of records is not', () => {
  const shown = shownOn(
    `<form class="sheet" method="post" action="${at}/services"></form><a href="/account">x</a>`,
  );
  expect(shown).toEqual({ links: ['/account'], actions: [`${at}/services`] });
  expect(isRefused('staff', `${at}/services`)).toBe(false);
  expect(isRefused('auditor', `${at}/services`)).toBe(true);
  expect(isRefused('staff', `${at}/settings/keys`)).toBe(true);
  expect(isRefused('owner', `${at}/no-such-place`)).toBe(true);
});
