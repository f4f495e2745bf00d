// How each policy of a practice stands today, with who has yet to acknowledge it: for pages and API alike.
import type { CalendarDate } from '../common/calendar-date';
import {
  owedAcknowledgements,
  policyStanding,
  worksOn,
  type OwedAcknowledgement,
  type PolicyStanding,
} from '../policies/policy-standing';
import type { PolicyFactsRow, StaffOnRecord, VersionOnRecord } from './policy-facts.query';
import type { PolicyOnRecord } from './policy-reader.service';

/** Of a person on the list of staff, as the rules ask it. */
export interface PersonOnList {
  readonly key: string;
  readonly name: string;
  readonly startedOn: CalendarDate | null;
  readonly leftOn: CalendarDate | null;
}

export interface StandingOnPage {
  standing: PolicyStanding<VersionOnRecord>;
  owed: OwedAcknowledgement<PersonOnList>[];
  /** how many people work here today, and how many of them have acknowledged the version in force */
  staff: number;
  acknowledged: number;
}

export function standingOf(
  policy: PolicyOnRecord,
  { versions, acknowledgements, staff }: PolicyFactsRow,
  today: CalendarDate,
  withinDays: number,
): StandingOnPage {
  const standing = policyStanding(
    {
      reviewMonths: policy.reviewMonths,
      reviewedOn: policy.lastReview?.reviewedOn ?? null,
      retiredOn: policy.retirement?.retiredOn ?? null,
    },
    versions.filter((version) => version.policy === policy.key),
    today,
  );
  const people = staff.map(personOnList).filter((person) => worksOn(person, today));
  const { inForce } = standing;
  if (!inForce) return { standing, owed: [], staff: people.length, acknowledged: 0 };
  const by = new Set(
    acknowledgements
      .filter(({ policyVersion }) => policyVersion === inForce.key)
      .map(({ staffMember }) => staffMember),
  );
  const owed = owedAcknowledgements(inForce, people, by, { today, withinDays });
  return { standing, owed, staff: people.length, acknowledged: people.length - owed.length };
}

export function personOnList({ key, name, startedOn, leftOn }: StaffOnRecord): PersonOnList {
  return { key, name, startedOn: startedOn ?? null, leftOn: leftOn ?? null };
}
