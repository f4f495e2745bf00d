// The room of policies: what is yours to acknowledge, what is to be done, and each policy with how it stands; templates that nobody chose yet come last.
import type { PoliciesCatalog } from '../catalogs/policies.shape';
import type { CalendarDate } from '../common/calendar-date';
import { STATE_WORDS } from '../policies/told-words';
import type { ReadPolicies } from './policy-reader.service';
import { standingOf, type StandingOnPage } from './standings';

export interface PolicyRow {
  href: string;
  title: string;
  why: string;
  state: string;
  /** class of the mark: done, due, overdue, draft */
  mark: string;
  /** "Version 2, adopted on ..." */
  version: number | null;
  adoptedOn: CalendarDate | null;
  nextReviewOn: CalendarDate | null;
  acknowledged: string;
  isOverdue: boolean;
}

export interface PolicyListView {
  at: string;
  toAcknowledge: { href: string; title: string; number: number }[];
  policies: PolicyRow[];
  retired: { href: string; title: string; on: CalendarDate | null }[];
  templates: { href: string; title: string; why: string }[];
  /** nobody is on the list of staff, so that nobody is asked */
  noStaff: boolean;
  staffHref: string;
}

const STATE_MARKS = { draft: 'draft', adopted: 'done', review_due: 'due', retired: 'draft' } as const;

/** @param self key of whoever looks, on the list of staff; undefined for somebody who is asked for no acknowledgement, null for somebody not on the list */
export function policyListView(
  at: string,
  { facts, today }: ReadPolicies,
  { policies: templates, acknowledgeWithinDays }: PoliciesCatalog,
  self: string | null | undefined,
): PolicyListView {
  const here = `${at}/policies`;
  const told = facts.policies.map((policy) => ({
    policy,
    on: standingOf(policy, facts, today, acknowledgeWithinDays),
  }));
  const taken = new Set(
    told.filter(({ on }) => on.standing.state !== 'retired').map(({ policy }) => policy.template),
  );
  const whyOf = new Map<string, string>(templates.map(({ id, why }) => [id, why]));
  return {
    at,
    toAcknowledge: told.flatMap(({ policy, on }) => {
      const { inForce } = on.standing;
      if (self === undefined || !inForce) return [];
      const isOwed = self === null || on.owed.some(({ worker }) => worker.key === self);
      return isOwed
        ? [
            {
              href: `${here}/${policy.id}/versions/${inForce.id}`,
              title: policy.title,
              number: inForce.number,
            },
          ]
        : [];
    }),
    policies: told
      .filter(({ on }) => on.standing.state !== 'retired')
      .map(({ policy, on }) => ({
        ...{ href: `${here}/${policy.id}`, title: policy.title, why: whyOf.get(policy.template ?? '') ?? '' },
        ...rowOf(on),
      })),
    retired: told
      .filter(({ on }) => on.standing.state === 'retired')
      .map(({ policy }) => ({
        ...{ href: `${here}/${policy.id}`, title: policy.title, on: policy.retirement?.retiredOn ?? null },
      })),
    templates: templates
      .filter(({ id }) => !taken.has(id))
      .map(({ id, title, why }) => ({ href: `${here}/templates/${id}`, title, why })),
    noStaff: facts.staff.length === 0,
    staffHref: `${at}/registers/staff`,
  };
}

function rowOf({
  standing,
  owed,
  staff,
  acknowledged,
}: StandingOnPage): Omit<PolicyRow, 'href' | 'title' | 'why'> {
  const { state, inForce, nextReviewOn } = standing;
  return {
    state: STATE_WORDS[state],
    mark: STATE_MARKS[state],
    version: inForce?.number ?? null,
    adoptedOn: inForce?.adoptedOn ?? null,
    nextReviewOn,
    acknowledged: inForce ? `${acknowledged} of ${staff}` : '',
    isOverdue: owed.some(({ isOverdue }) => isOverdue),
  };
}
