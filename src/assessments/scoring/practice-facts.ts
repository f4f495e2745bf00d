// What the engine gets for the practice itself: plain, immutable facts.
import type { CalendarDate } from '../../common/calendar-date';
import type { PracticeFields } from '../../organizations/practice.fields';
import type { ShownBetween } from '../../safeguards/contradictions';
import type { SafeguardFields } from '../../safeguards/safeguard.fields';
import type { ServiceFacts } from './service-facts';
import type { ServiceResult } from './service-result';
import type { CountingAnswer } from '../../questionnaires/records/counting-answers';

/** What the practice says of one entry of the Security Rule that binds it. */
export interface StatedSafeguard extends Readonly<
  Pick<SafeguardFields, 'status' | 'evidenceKeys' | 'since' | 'answeredOn' | 'confirmedOn' | 'decision'>
> {
  /** bare citation, as in 164.308(a)(2) */
  readonly entry: string;
  /** the practice's own records speak against "in place" on the date of the facts */
  readonly contradicted: boolean;
  /** the practice's own records leave open whether it is "in place" */
  readonly doubted?: boolean;
  /** from when until when the inventory of assets shows it like a document; null where it does not */
  readonly shownByInventory?: ShownBetween | null;
}

/** What the results of the services show of the practice. */
export type ScoredService = Pick<ServiceResult, 'service' | 'gates' | 'holdsUntil'>;

export interface PracticeFacts {
  /** calendar date in the practice's time zone for which the facts are judged */
  readonly asOf: CalendarDate;
  readonly practice: Readonly<PracticeFields>;
  /** what its services do and what flows to them: on that depends what is asked of the practice and how bad it can get */
  readonly services: readonly Pick<ServiceFacts, 'service' | 'dataFlows'>[];
  /** an assessor's adjustments of threats of the register */
  readonly adjustments: ServiceFacts['adjustments'];
  /** what happened at the practice itself */
  readonly incidents: ServiceFacts['incidents'];
  /** answers of submitted questionnaires about the practice that count, newest questionnaire first */
  readonly answers: readonly CountingAnswer[];
  /** at most one of an entry */
  readonly safeguards: readonly StatedSafeguard[];
}
