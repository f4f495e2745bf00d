import { explanations } from '../explanations/explanations';
import { loadCatalogs } from './load-catalogs';
import { checkPolicies, type PoliciesCatalog } from './policies.shape';
import { checkTrainingModules, type TrainingCatalog } from './training-modules.shape';

const { policies, training } = loadCatalogs();
const { find } = explanations().citations;

/** The catalog with its first template changed. */
function withFirst(change: (template: PoliciesCatalog['policies'][number]) => object): PoliciesCatalog {
  const [first, ...rest] = policies.policies;
  return { ...policies, policies: [{ ...first!, ...change(first!) }, ...rest] };
}

describe('The catalog of policies', () => {
  it('holds together as it is', () => expect(() => checkPolicies(policies, find)).not.toThrow());

  it.each<[string, (template: PoliciesCatalog['policies'][number]) => object, RegExp]>([
    [
      'a place that nothing fills',
      ({ sections }) => ({ sections: [{ ...sections[0]!, text: ['By {nobody}.'] }, ...sections.slice(1)] }),
      /place that nothing fills: nobody/,
    ],
    [
      'a list within a sentence',
      ({ sections }) => ({ sections: [...sections, { ...sections[0]!, id: 'x', text: ['Use {tools}.'] }] }),
      /alone in its paragraph/,
    ],
    [
      'a choice that stands nowhere',
      ({ choices }) => ({ choices: [...choices, { ...choices[0]!, id: 'unused' }] }),
      /stands nowhere in the text: unused/,
    ],
    [
      'a suggestion that does not fit',
      ({ choices }) => ({
        choices: choices.map((one) => (one.kind === 'number' ? { ...one, suggestion: '999' } : one)),
      }),
      /suggestion must be a whole number/,
    ],
    [
      'a rule that nobody paraphrased',
      ({ rules }) => ({ rules: [{ ...rules[0]!, citation: '45 CFR 999.1' }] }),
      /not paraphrased: 45 CFR 999.1/,
    ],
    [
      'law without a citation',
      ({ rules }) => ({ rules: [{ ...rules[0]!, citation: null }] }),
      /call law what cites/,
    ],
  ])('refuses %s', (_what, change, expected) =>
    expect(() => checkPolicies(withFirst(change), find)).toThrow(expected),
  );

  it('refuses training for everybody and somebody', () => {
    const [first, ...rest] = training.modules;
    const changed: TrainingCatalog = {
      ...training,
      modules: [{ ...first!, jobs: ['everybody', 'intake'] }, ...rest],
    };
    expect(() => checkTrainingModules(changed, find)).toThrow(/others beside everybody/);
  });
});
