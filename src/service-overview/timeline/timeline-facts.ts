// What the timeline of agreements is made from: when data has flowed, the agreements with the vendor, and the days on which none covered a flow.
import type { ServiceGaps } from '../../agreement-gaps/gap-days';
import type { AgreementFields } from '../../business-associate-agreements/agreement.fields';
import type { CalendarDate } from '../../common/calendar-date';

export type TimelineAgreement = AgreementFields & { readonly key: string };

export interface TimelineFlow {
  readonly number: string;
  /** null where nobody recorded since when it runs */
  readonly since: CalendarDate | null;
}

export interface TimelineFacts {
  readonly today: CalendarDate;
  /** the flows to a business associate, as the page numbers them */
  readonly flows: readonly TimelineFlow[];
  readonly agreements: readonly TimelineAgreement[];
  readonly gaps: ServiceGaps['gaps'];
}
