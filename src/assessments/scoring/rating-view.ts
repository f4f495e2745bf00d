// What a threat is rated by, beside what its facts were read as: a service on a date, or the practice.
import type { CalendarDate } from '../../common/calendar-date';
import type { Held } from './condition';
import type { ScoringModel } from './scoring-model';
import type { ServiceFacts } from './service-facts';

export interface RatingView {
  readonly model: ScoringModel;
  readonly asOf: CalendarDate;
  readonly held: Held;
  /** what would hold if everything flowed that can: what does not hold even then is not asked for */
  readonly couldHold: Held;
  readonly facts: Pick<ServiceFacts, 'adjustments' | 'incidents'>;
}
