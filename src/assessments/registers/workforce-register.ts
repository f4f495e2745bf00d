// The policies of a practice and the training of its people as they stood on the date of the assessment.
import type { CalendarDate } from '../../common/calendar-date';
import type { Dossier } from '../../dossiers/dossier.document';
import {
  owedAcknowledgements,
  policyStanding,
  worksOn,
  type PolicyState,
} from '../../policies/policy-standing';
import type { PolicyTemplate } from '../../policies/policy-template';
import type { TrainingModule } from '../../workforce/training-module';
import { trainingStanding, type TrainingState } from '../../workforce/training-standing';

export interface RegisteredPolicy {
  /** of the policy in the dossier */
  key: string;
  title: string;
  state: PolicyState;
  /** of the version in force; null for none */
  version: {
    key: string;
    number: number;
    adoptedOn: CalendarDate;
    approvedBy: { name: string; role: string };
  } | null;
  nextReviewOn: CalendarDate | null;
  /** of the people who work here on the date, how many have acknowledged it */
  acknowledged: number;
  staff: number;
}

export interface RegisteredTraining {
  /** of the staff member in the dossier */
  staffMember: string;
  name: string;
  module: string;
  /** as the catalog of the day calls it */
  title: string;
  state: TrainingState;
  passedOn: CalendarDate | null;
  dueOn: CalendarDate;
}

export interface WorkforceRegister {
  policies: RegisteredPolicy[];
  /** titles of templates from which the practice has no policy that holds */
  templatesNotAdopted: string[];
  staff: number;
  training: RegisteredTraining[];
}

export interface WorkforceCatalogs {
  policies: { acknowledgeWithinDays: number; policies: readonly Pick<PolicyTemplate, 'id' | 'title'>[] };
  training: { firstWithinDays: number; modules: readonly TrainingModule[] };
}

/** By title and name, so that the order of the dossier changes nothing. Somebody whose first day is not known counts as begun on the date. */
export function workforceRegister(
  { policies, policyVersions, policyAcknowledgements, staffMembers, training }: Dossier,
  asOf: CalendarDate,
  catalogs: WorkforceCatalogs,
): WorkforceRegister {
  const people = (staffMembers ?? []).map(({ key, name, jobs, startedOn, leftOn }) => ({
    ...{
      key,
      name,
      jobs,
      startedOn: startedOn ?? null,
      leftOn: leftOn ?? null,
      recordedOn: startedOn ?? asOf,
    },
  }));
  const here = people.filter((person) => worksOn(person, asOf));
  const registered = (policies ?? []).map((policy): RegisteredPolicy & { template: string | null } => {
    const standing = policyStanding(
      {
        reviewMonths: policy.reviewMonths,
        reviewedOn: policy.lastReview?.reviewedOn ?? null,
        retiredOn: policy.retirement?.retiredOn ?? null,
      },
      (policyVersions ?? []).filter((version) => version.policy === policy.key),
      asOf,
    );
    const { inForce, state, nextReviewOn } = standing;
    const by = new Set(
      (policyAcknowledgements ?? [])
        .filter(
          ({ policyVersion, acknowledgedOn }) => policyVersion === inForce?.key && acknowledgedOn <= asOf,
        )
        .map(({ staffMember }) => staffMember),
    );
    const withinDays = catalogs.policies.acknowledgeWithinDays;
    const owed = inForce
      ? owedAcknowledgements(inForce, here, by, { today: asOf, withinDays }).length
      : here.length;
    return {
      ...{ key: policy.key, title: policy.title, state, nextReviewOn, template: policy.template ?? null },
      version: inForce && {
        ...{ key: inForce.key, number: inForce.number, adoptedOn: inForce.adoptedOn },
        approvedBy: { name: inForce.approvedBy.name, role: inForce.approvedBy.role },
      },
      ...{ acknowledged: here.length - owed, staff: here.length },
    };
  });
  const held = new Set(registered.filter(({ version }) => version).map(({ template }) => template));
  const { firstWithinDays, modules } = catalogs.training;
  return {
    policies: registered
      .map(({ template: _template, ...policy }) => policy)
      .sort((first, second) => inOrder(first.title, second.title) || inOrder(first.key, second.key)),
    templatesNotAdopted: catalogs.policies.policies
      .filter(({ id }) => !held.has(id))
      .map(({ title }) => title),
    staff: here.length,
    training: trainingStanding(people, modules, training ?? [], { today: asOf, firstWithinDays })
      .map(({ person, module, state, passedOn, dueOn }) => ({
        ...{ staffMember: person.key, name: person.name, module: module.id, title: module.title },
        ...{ state, passedOn, dueOn },
      }))
      .sort(
        (first, second) =>
          inOrder(first.name, second.name) ||
          inOrder(first.staffMember, second.staffMember) ||
          inOrder(first.title, second.title),
      ),
  };
}

function inOrder(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
