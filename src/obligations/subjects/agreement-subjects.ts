// Agreements as subjects: those in force are read again, those that ended ask for client data back (45 CFR 164.504(e)(2)(ii)(J)).
import { editionOn, editionsOf, type Edition } from '../../business-associate-agreements/agreement-editions';
import { standingOn } from '../../business-associate-agreements/state-on-date';
import { addDays, type CalendarDate } from '../../common/calendar-date';
import type { DatedFacts } from '../obligation-facts.query';
import type { Subject } from '../rules/occurrences';

type Agreement = DatedFacts['agreements'][number];

/** Those in force on the day. They count from the day since which they are. */
export function agreementSubjects({ agreements, vendors }: DatedFacts, today: CalendarDate): Subject[] {
  return agreements.flatMap((agreement) => {
    const { inForceSince } = standingOn(agreement, today, 0);
    if (inForceSince === null) return [];
    const why = `“${agreement.title}” with ${vendorOf(agreement, vendors)} is in force`;
    return [{ ...agreementSubject(agreement, why), countsFrom: inForceSince }];
  });
}

/** Those that were in force and are no longer, unless another took their place: then the data is still kept under that one. */
export function endedAgreementSubjects({ agreements, vendors }: DatedFacts, today: CalendarDate): Subject[] {
  return agreements.flatMap((agreement) => {
    const last = lastEdition(agreement, today);
    if (!last?.until || agreement.supersededBy) return [];
    const days = last.terms.noticePeriods.deletionDays ?? null;
    const ended = last.until;
    const why = `“${agreement.title}” with ${vendorOf(agreement, vendors)} has ended`;
    return [
      {
        ...agreementSubject(agreement, why),
        countsFrom: ended,
        // the contract's own date goes before the suggestion of the catalog
        ...(days !== null && { firstDueOn: addDays(ended, days) }),
      },
    ];
  });
}

/** The last stretch of days in force of one that has ended; null where it never was in force, still is, or will be. */
function lastEdition(agreement: Agreement, today: CalendarDate): Edition | null {
  const editions = editionsOf(agreement);
  const last = editions.at(-1);
  return !last || editionOn(editions, today) || last.from > today ? null : last;
}

function agreementSubject({ key, title, recordedOn }: Agreement, why: string): Subject {
  return { record: { kind: 'agreement', key }, name: title, why, recordedOn };
}

function vendorOf({ vendor }: Agreement, vendors: DatedFacts['vendors']): string {
  return vendors.find(({ key }) => key === vendor)?.name ?? vendor;
}
