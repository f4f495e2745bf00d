import type { CatalogHead } from '../assessments/scoring/scoring-model';
import { calendarDate, text, type Shapes } from '../common/catalog-files/shape';

/** What every catalog opens with. */
export const headShapes: Shapes<CatalogHead> = {
  id: text,
  version: text,
  source: text,
  effectiveOn: calendarDate,
  lawAsOf: calendarDate,
};
