import { explanations } from '../explanations/explanations';
import { citationGroups, citationView, termsLike } from './help.presenter';
import { wordsSought } from './words-sought';

const { citations, terms } = explanations();
const viewOf = (citation: string) => {
  const found = citations.find(citation);
  return found && citationView(found);
};

it('finds words by every word that was typed, in any case', () => {
  const found = (sought: string) =>
    termsLike([...terms.values()], sought).map((term) => (term as { id: string }).id);
  expect(found('BAA')).toEqual(['business-associate-agreement']);
  expect(found('associate AGREEMENT')).toContain('business-associate-agreement');
  expect(found('zebra')).toEqual([]);
  expect(found('')).toHaveLength(terms.size);
});

it('takes from the address text of a bearable length alone', () => {
  expect([wordsSought(' a '), wordsSought(['x']), wordsSought(undefined)]).toEqual(['a', '', '']);
  expect(wordsSought('x'.repeat(500))).toHaveLength(100);
});

it('says of an addressable measure that it is not optional, and of a proposal that it is not law', () => {
  expect(viewOf('45 CFR 164.312(a)(2)(iv)')?.kind).toContain('not optional');
  expect(viewOf('90 FR 898')?.kind).toBe('Only proposed. Not law.');
  expect(viewOf('NIST SP 800-30 Rev. 1, Table I-2')?.kind).toContain('Not law');
});

it('puts every paraphrase into one group', () => {
  const groups = citationGroups(citations.paraphrases, '');
  expect(groups).toHaveLength(6);
  expect(groups.flatMap((group) => group.citations)).toHaveLength(citations.paraphrases.length);
  expect(citationGroups(citations.paraphrases, 'California').map(({ title }) => title)).toEqual([
    'State law',
  ]);
});
