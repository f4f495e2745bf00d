import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../common/project-root';
import { checkConsentElements, consentElementsShape } from './consent-elements.shape';

const text = readFileSync(join(PROJECT_ROOT, 'catalogs', 'consent-elements.yaml'), 'utf8');
const read = (yaml: string) => {
  const catalog = consentElementsShape(parse(yaml), '');
  checkConsentElements(catalog);
  return catalog;
};

describe('The catalog of consent elements', () => {
  it('speaks to clients of no act, no confidence and no section of a rule', () => {
    const said = read(text).elements.flatMap(({ says }) => says.map((one) => one.text));
    expect(said.filter((one) => /\bCFR\b|HIPAA|confidence|business associate|PHI/.test(one))).toEqual([]);
  });

  it('never calls anything compliant or certified', () =>
    expect(text).not.toMatch(/\bcompliant\b|\bcertified\b/i));

  it('asks for a yes of its own in each of the three forms', () =>
    expect(
      read(text)
        .elements.filter(({ id }) => id.startsWith('separate-'))
        .map(({ forms }) => forms),
    ).toEqual([['telehealth'], ['ai_use'], ['recording']]));

  it.each([
    ['an element twice', 'id: own-chatbots', 'id: own-recordings', /is there twice: own-recordings/],
    [
      'an element that is lacking',
      'id: ai-contribution',
      'id: unheard-of',
      /elements\[7\]\.id must be one of/,
    ],
    [
      'a place that nothing fills',
      'It is kept in {countries}.',
      'It is kept in {country}.',
      /says\[0\]\.text has the place \{country\}/,
    ],
    [
      'a place that may be lacking',
      'needs: [countries]',
      'needs: [toolKeeps]',
      /has the place \{countries\}, which nothing is sure to fill/,
    ],
    [
      'a sentence for a form that the element is not in',
      'forms: [recording], when: [lawOnRecording]',
      'forms: [telehealth], when: [lawOnRecording]',
      /names telehealth, a form that the element is not in/,
    ],
    [
      'a rule of HIPAA without a citation',
      'basis: hipaa\n    citation: 45 CFR 164.524; 164.526',
      'basis: hipaa',
      /citation stands with the basis "hipaa"/,
    ],
    [
      'nothing to say and nothing to decide',
      'needs: [decision]',
      'needs: [countries]',
      /must have a sentence/,
    ],
  ])('is refused with %s', (_what, from, to, message) => {
    expect(text).toContain(from);
    expect(() => read(text.replace(from, to))).toThrow(message);
  });
});
