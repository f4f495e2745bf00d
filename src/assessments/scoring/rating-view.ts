// What a threat is rated by, beside what its facts were read as: a service on a date, or the practice.
import type { CalendarDate } from '../../common/calendar-date';
import type { Held } from './condition';
import type { ScoringModel } from './scoring-model';
import type { ServiceFacts } from './service-facts';

export interface RatingView {
  readonly model: ScoringModel;
  readonly asOf: CalendarDate;
  readonly held: Held;
  readonly facts: Pick<ServiceFacts, 'adjustments'> & { readonly service: { readonly usesAi: boolean } };
}
