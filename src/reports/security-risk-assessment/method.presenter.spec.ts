import { unsignedDraft } from '../../../test/factories/assessment-document.factory';
import { methodView } from './method.presenter';

describe('the method as told in the report', () => {
  const { document } = unsignedDraft();
  const { houseSuggestions } = methodView(document);

  it.each([
    'weights of the safeguards',
    'factors of the points',
    'the bands',
    'likelihoods',
    'impact of each',
  ])('calls the %s a suggestion of the makers', (figures) => {
    const [beforeClaim] = houseSuggestions.split('are suggestions of the makers');
    expect(beforeClaim).toContain(figures);
  });

  it('names the threshold of confidence that decided', () => {
    expect(houseSuggestions).toContain(`(${document.results[0]?.confidence.thresholdPercent}%)`);
  });

  it('names no threshold when no tool was decided', () => {
    expect(methodView({ ...document, results: [] }).houseSuggestions).not.toContain('%');
  });
});
