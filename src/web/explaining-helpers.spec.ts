import Handlebars from 'handlebars';
import { EXPLAINING_HELPERS } from './explaining-helpers';

const handlebars = Handlebars.create();
for (const [name, helper] of Object.entries(EXPLAINING_HELPERS)) handlebars.registerHelper(name, helper);
handlebars.registerPartial('part', '{{term "gate"}}');
const rendered = (template: string, data: object = {}) =>
  handlebars.compile(template, { strict: true })(data);
const opened = (html: string) => [...html.matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id);

it('a word opens where a page first has it, also across parts and loops, and is a plain word after that', () => {
  const html = rendered('{{term "gate"}} {{> part}} {{#each list}}{{term "gate" "gates"}} {{/each}}', {
    list: [1, 2],
  });
  expect(opened(html)).toEqual(['about-gate']);
  expect(html).toMatch(/<\/span> gate gates gates $/);
  expect(opened(rendered('{{term "gate"}}'))).toEqual(['about-gate']);
});

it('a word and the stop after it stand on one line', () => {
  const html = rendered('{{term "gate" then="."}} {{term "gate" "Gates" then=","}} no', {});
  expect(html).toMatch(/^<span class="joined"><button [^>]*>gate<\/button>\.<\/span><span class="about"/);
  expect(html).toMatch(/ Gates, no$/);
});

it('a word that the glossary lacks is an error', () => {
  expect(() => rendered('{{term "zebra"}}')).toThrow('the glossary has no zebra');
});

it('words of a question are explained beside it, each once on the page', () => {
  const html = rendered('{{wordsIn one two}}{{wordsIn two}}', {
    one: 'A subcontractor?',
    two: 'Is it de-identified?',
  });
  expect(opened(html)).toEqual(['about-de-identified', 'about-subcontractor']);
  expect(rendered('{{wordsIn one}}', { one: 'Since when?' })).toBe('');
});

it('a citation leads to what it says, and what somebody typed is escaped', () => {
  expect(rendered('{{cited one}}', { one: '45 CFR 164.312(d); <b>' })).toBe(
    '<a class="cite" href="/help/citations/45-cfr-164.312-d">45 CFR 164.312(d)</a>; &lt;b&gt;',
  );
});

it('citations within a sentence lead to what they say', () => {
  const text = 'It is one when it sends claims (45 CFR 160.103), or holds <records> of 42 CFR Part 2.';
  expect(rendered('{{citing one}}', { one: text })).toBe(
    'It is one when it sends claims (<a class="cite" href="/help/citations/45-cfr-160.103">45 CFR 160.103</a>), or holds &lt;records&gt; of ' +
      '<a class="cite" href="/help/citations/42-cfr-part-2">42 CFR Part 2</a>.',
  );
});
