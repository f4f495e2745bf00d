import { loadCatalogs } from '../catalogs/load-catalogs';
import { AGEING_MONTHS, CURRENT_MONTHS } from './freshness';

it('evidence grows old by the months that the scoring model has for answers', () => {
  expect(loadCatalogs().scoringModel.ages.answer).toEqual({
    currentMonths: CURRENT_MONTHS,
    ageingMonths: AGEING_MONTHS,
  });
});
