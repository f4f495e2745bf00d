import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../common/project-root';
import { citedParts } from './cited-parts';
import { explanations } from './explanations';

const { citations } = explanations();
const cited = (text: string) => citedParts(text, citations.find);
const told = (text: string) =>
  cited(text)
    .filter(({ paraphrase }) => paraphrase)
    .map(({ text: said, paraphrase }) => [said, paraphrase?.citation]);

it.each([
  ['one rule', '45 CFR 164.312(d)', [['45 CFR 164.312(d)', '45 CFR 164.312(d)']]],
  [
    'a second of the same title',
    '45 CFR 164.502(e); 164.308(b)',
    [
      ['45 CFR 164.502(e)', '45 CFR 164.502(e)'],
      ['164.308(b)', '45 CFR 164.308(b)'],
    ],
  ],
  [
    'a second of the same section',
    '45 CFR 164.504(e)(2)(i)(A); (e)(4)',
    [
      ['45 CFR 164.504(e)(2)(i)(A)', '45 CFR 164.504(e)(2)(i)(A)'],
      ['(e)(4)', '45 CFR 164.504(e)(4)'],
    ],
  ],
  [
    'with commas, and another title after',
    '45 CFR 164.508(a)(2); 42 CFR 2.11, 2.12(c)(4)',
    [
      ['45 CFR 164.508(a)(2)', '45 CFR 164.508(a)(2)'],
      ['42 CFR 2.11', '42 CFR 2.11'],
      ['2.12(c)(4)', '42 CFR 2.12(c)(4)'],
    ],
  ],
  [
    'a range, told by what it is part of',
    '45 CFR 164.504(e)(3)(i)-(iii)',
    [['45 CFR 164.504(e)(3)(i)-(iii)', '45 CFR 164.504(e)(3)']],
  ],
  [
    'a paragraph that is told by the one above',
    '45 CFR 164.316(b)(1)(ii)',
    [['45 CFR 164.316(b)(1)(ii)', '45 CFR 164.316(b)(1)']],
  ],
  [
    'acts of two states, with semicolons of their own',
    'Haw. Rev. Stat. 803-42(b)(3); 711-1111; Fla. Stat. 934.03(2)(d)',
    [
      ['Haw. Rev. Stat. 803-42(b)(3); 711-1111', 'Haw. Rev. Stat. 803-42(b)(3); 711-1111'],
      ['Fla. Stat. 934.03(2)(d)', 'Fla. Stat. 934.03(2)(d)'],
    ],
  ],
])('takes apart %s', (_what, text, expected) => expect(told(text)).toEqual(expected));

it('leaves alone what it does not know', () => {
  expect(told('Art. 6 GDPR, (a); see 12 CFR 1.1')).toEqual([]);
});

it('every citation in the catalogs is paraphrased, and nothing of its text is lost', () => {
  const found = new Set<string>();
  const gather = (value: unknown, name: string): void => {
    if (Array.isArray(value)) value.forEach((one) => gather(one, name));
    else if (typeof value === 'object' && value !== null)
      Object.entries(value).forEach(([key, one]) => gather(one, key));
    else if (typeof value === 'string' && ['citation', 'citations'].includes(name)) found.add(value);
  };
  for (const file of readdirSync(join(PROJECT_ROOT, 'catalogs'), { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.yaml')) gather(parse(readFileSync(join(PROJECT_ROOT, 'catalogs', file), 'utf8')), '');
  expect(found.size).toBeGreaterThan(150);
  for (const citation of found) {
    const parts = cited(citation);
    expect(parts.map(({ text }) => text).join('')).toBe(citation);
    const unknown = parts.filter(
      ({ text, paraphrase }) => !paraphrase && !['; ', ', ', 'links '].includes(text),
    );
    expect([citation, unknown]).toEqual([citation, []]);
  }
});

it('says of each how it is known, and calls no proposal law', () => {
  for (const { source, kind, says, slug } of citations.paraphrases) {
    expect(source.length).toBeGreaterThan(5);
    expect(slug).toMatch(/^[a-z0-9][a-z0-9.-]+$/);
    expect(says).not.toMatch(/\bcomplian(t|ce)\b|\bcertified\b/i);
    if (kind === 'proposed') expect(says).toMatch(/^Would /);
  }
});
