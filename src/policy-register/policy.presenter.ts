// One policy: how it stands, what is still to be decided, its text, its history, and who has acknowledged it.
import type { CalendarDate } from '../common/calendar-date';
import { isSameText } from '../policies/policy-digest';
import { STATE_WORDS } from '../policies/told-words';
import type { VersionOnRecord } from './policy-facts.query';
import type { ReadPolicy } from './policy-reader.service';
import { standingOf } from './standings';
import { sectionViews, type SectionView } from './text-blocks';

export interface PolicyView {
  here: string;
  at: string;
  title: string;
  why: string;
  appliesTo: string;
  stateWords: string;
  state: string;
  responsible: string;
  /** what has to be decided before it can be adopted */
  open: string[];
  isRetired: boolean;
  retirement: { on: CalendarDate; reason: string } | null;
  inForce: { href: string; number: number; adoptedOn: CalendarDate; by: string; evidence: string } | null;
  nextReviewOn: CalendarDate | null;
  /** the text that would be adopted is not the one in force */
  hasChanges: boolean;
  mayAdopt: boolean;
  /** of the version in force, or of the draft where there is none */
  sections: SectionView[];
  isDraftText: boolean;
  history: HistoryRow[];
  /** without an address where they acknowledge it themselves, signed in */
  owed: { name: string; dueOn: CalendarDate; isOverdue: boolean; href: string }[];
  acknowledged: { name: string; on: CalendarDate; how: string }[];
  noStaff: boolean;
}

interface HistoryRow {
  href: string;
  number: number;
  adoptedOn: CalendarDate;
  by: string;
  reason: string;
  state: string;
  keepUntil: CalendarDate | null;
}

export function policyView(at: string, read: ReadPolicy, withinDays: number): PolicyView {
  const { policy, template, composed, facts, today } = read;
  const here = `${at}/policies/${policy.id}`;
  const { standing, owed } = standingOf(policy, facts, today, withinDays);
  const { inForce } = standing;
  const hasAccount = new Set(facts.staff.filter((one) => one.hasAccount).map(({ key }) => key));
  const names = new Map(facts.staff.map(({ key, name }) => [key, name]));
  const open = composed?.open.map(({ asks }) => asks) ?? [];
  const hasChanges = inForce?.text && composed ? !isSameText(inForce.text, composed.sections) : false;
  const text = inForce ? (inForce.text ?? []) : (composed?.sections ?? []);
  return {
    ...{ here, at, title: policy.title, why: template?.why ?? '', appliesTo: template?.appliesTo ?? '' },
    ...{ state: standing.state, stateWords: STATE_WORDS[standing.state], open },
    responsible: policy.responsible ? `${policy.responsible.name}, ${policy.responsible.role}` : '',
    isRetired: standing.state === 'retired',
    retirement: policy.retirement
      ? { on: policy.retirement.retiredOn, reason: policy.retirement.reason }
      : null,
    inForce: inForce && {
      href: `${here}/versions/${inForce.id}`,
      ...{ number: inForce.number, adoptedOn: inForce.adoptedOn, by: byOf(inForce) },
      evidence: facts.evidence.find(({ key }) => key === inForce.evidence)?.name ?? '',
    },
    nextReviewOn: standing.nextReviewOn,
    hasChanges,
    mayAdopt: open.length === 0 && standing.state !== 'retired' && (!inForce || hasChanges || !template),
    sections: sectionViews(text),
    isDraftText: !inForce,
    history: standing.versions.map(({ version, state, keepUntil }) => ({
      href: `${here}/versions/${version.id}`,
      ...{ number: version.number, adoptedOn: version.adoptedOn, by: byOf(version), reason: version.reason },
      state: state === 'in_force' ? 'In force' : 'Superseded',
      keepUntil,
    })),
    owed: owed.map(({ worker, dueOn, isOverdue }) => ({
      ...{ name: worker.name, dueOn, isOverdue },
      href:
        inForce && !hasAccount.has(worker.key)
          ? `${here}/versions/${inForce.id}/acknowledgements/new?of=${worker.key}`
          : '',
    })),
    acknowledged: facts.acknowledgements
      .filter(({ policyVersion }) => policyVersion === inForce?.key)
      .map(({ staffMember, acknowledgedOn, how, notedBy }) => ({
        name: names.get(staffMember) ?? staffMember,
        on: acknowledgedOn,
        how: how === 'signed_in' ? 'signed in' : `noted by ${notedBy?.name ?? ''}`,
      })),
    noStaff: facts.staff.length === 0,
  };
}

export function byOf({ approvedBy: { name, role } }: Pick<VersionOnRecord, 'approvedBy'>): string {
  return `${name}, ${role}`;
}
