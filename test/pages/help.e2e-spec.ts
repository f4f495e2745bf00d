// Help, words and citations: for everybody, signed in or not, with a way to them on every page.
import { explanations } from '../../src/explanations/explanations';
import { PageVisitor } from '../support/page-visitor';
import { TestApplication } from '../support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

const see = (url: string) => new PageVisitor(server).see(url, null);

it.each(['/sign-in', '/setup', '/help', '/password-resets/new', '/help/citations/nothing-like-it'])(
  '%s leads to help',
  async (path) => {
    expect((await see(path)).body).toContain('href="/help"');
  },
);

it('help says what it is not, and how to begin', async () => {
  const { status, body } = await see('/help');
  expect([status, body]).toEqual([200, expect.stringContaining('not legal advice')]);
  expect(body).toContain('popovertarget="about-gate"');
});

it('words are found by what was typed, which is shown again and escaped', async () => {
  const all = await see('/help/glossary');
  expect(all.body.match(/<dt id=/g)).toHaveLength(explanations().terms.size);
  const some = await see('/help/glossary?q=soc');
  expect([some.status, some.body]).toEqual([200, expect.stringContaining('id="soc-2-type-2"')]);
  expect(some.body).not.toContain('id="gate"');
  const none = await see(`/help/glossary?q=${encodeURIComponent('"><b>')}`);
  expect([none.status, none.body.includes('"><b>')]).toEqual([200, false]);
});

it('every citation has its page, with how binding it is and how it is known', async () => {
  for (const { slug, citation } of explanations().citations.paraphrases.slice(0, 300)) {
    const { status, body } = await see(`/help/citations/${slug}`);
    expect([citation, status, body.includes('How binding it is')]).toEqual([citation, 200, true]);
  }
  const addressable = (await see('/help/citations/45-cfr-164.312-a-2-iv')).body;
  expect(addressable).toContain('not optional');
  const unchecked = (await see('/help/citations/45-cfr-164.502-b')).body;
  expect(unchecked).toContain('Read the text, or ask counsel');
  expect((await see('/help/citations/90-fr-898')).body).toContain('Only proposed. Not law.');
});

it('what serves each row of the source documents is there to be read, found by what was typed, and what is not there yet is said', async () => {
  const all = await see('/help/traceability');
  expect([all.status, all.body.match(/<dt id="SEED/g)?.length]).toEqual([200, 282]);
  expect(all.body).toContain('Not in the product yet');
  const some = await see('/help/traceability?q=SEED003-017');
  expect(some.body.match(/<dt id="SEED/g)).toHaveLength(1);
  const none = await see(`/help/traceability?q=${encodeURIComponent('"><b>')}`);
  expect([none.status, none.body.includes('"><b>')]).toEqual([200, false]);
  expect((await see('/help')).body).toContain('href="/help/traceability"');
});

it('a script gets the paraphrase alone; what is not paraphrased is said so', async () => {
  const part = await see('/help/citations/45-cfr-164.312-d?part=said');
  expect([part.status, part.body.includes('<html'), part.body]).toEqual([
    200,
    false,
    expect.stringContaining('who they say'),
  ]);
  const missing = await see('/help/citations/12-cfr-1.1');
  expect([missing.status, missing.body]).toEqual([
    404,
    expect.stringContaining('no paraphrase of this citation'),
  ]);
});
