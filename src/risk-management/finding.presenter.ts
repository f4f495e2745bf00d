// Findings in words: the list, and one with its actions and look-backs.
import { findingSourceTitle } from '../assessments/registers/finding-source-title';
import type { RegisteredFinding } from '../assessments/registers/risk-management-register';
import type { CalendarDate } from '../common/calendar-date';
import type { DossierFinding } from '../dossiers/dossier.document';
import { isDone } from '../findings/finding-standing';
import { REVIEW_WORDS, SOURCE_WORDS, STATE_WORDS } from '../findings/finding-words';
import { lastRenewalOf } from '../risk-acceptances/acceptances-on-date';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';
import { aboutOf, idOf, type ReadRegisters } from './registers-reader.service';

export interface FindingLine {
  href: string;
  title: string;
  about: string;
  level: LevelView;
  state: string;
  /** overdue, open, settled: how it is marked */
  urgency: string;
  /** who does what next, and by when */
  next: { words: string; when: CalendarDate; isOverdue: boolean }[];
}

export interface FindingListView {
  at: string;
  open: FindingLine[];
  settled: FindingLine[];
}

export function findingListView(read: ReadRegisters): FindingListView {
  const lines = read.register.findings.flatMap((registered) => {
    const finding = read.practice.dossier.findings?.find(({ key }) => key === registered.key);
    return finding ? [{ registered, line: lineOf(finding, registered, read) }] : [];
  });
  const isSettled = ({ registered: { state } }: { registered: RegisteredFinding }) =>
    state === 'verified' || state === 'accepted';
  return {
    at: read.at,
    open: lines.filter((one) => !isSettled(one)).map(({ line }) => line),
    settled: lines.filter(isSettled).map(({ line }) => line),
  };
}

function lineOf(finding: DossierFinding, registered: RegisteredFinding, read: ReadRegisters): FindingLine {
  const { openActions, overdueActions, state } = registered;
  return {
    href: `${read.at}/registers/findings/${idOf(finding.key, read.places.findings)}`,
    title: finding.title,
    about: aboutOf(finding.service, read),
    level: levelView(finding.severity),
    state: STATE_WORDS[state],
    urgency:
      overdueActions.length > 0
        ? 'overdue'
        : state === 'verified' || state === 'accepted'
          ? 'settled'
          : 'open',
    next: (finding.actions ?? [])
      .filter(({ key }) => openActions.includes(key))
      .map(({ key, action, owner, dueOn }) => ({
        ...{ words: `${action} (${owner.name}, ${owner.role})`, when: dueOn },
        isOverdue: overdueActions.includes(key),
      })),
  };
}

export interface ActionView {
  action: string;
  owner: string;
  dueOn: CalendarDate;
  effect: string;
  state: string;
  isOverdue: boolean;
  isOpen: boolean;
  done: string;
  shownBy: string;
  edit: string;
  complete: string;
}

export interface FindingView extends Omit<FindingLine, 'href' | 'next'> {
  at: string;
  here: string;
  detail: string;
  source: string;
  sourceId: string;
  foundOn: CalendarDate;
  foundBy: string;
  shownBy: string;
  acceptance: { href: string; words: string } | null;
  actions: ActionView[];
  reviews: { outcome: string; on: CalendarDate; by: string; seen: string }[];
  /** every action is done, and there is one */
  mayBeLookedAt: boolean;
}

export function findingView(finding: DossierFinding, read: ReadRegisters): FindingView {
  const registered = read.register.findings.find(({ key }) => key === finding.key);
  if (!registered) throw new Error(`the finding ${finding.key} is not in the register`);
  const { href: here, next: _next, ...line } = lineOf(finding, registered, read);
  const { today, dossier } = read.practice;
  const named = (keys: readonly string[] | null | undefined) =>
    (keys ?? []).map((key) => read.places.evidence.find((one) => one.key === key)?.name ?? key).join(', ');
  const accepted =
    finding.acceptance == null
      ? null
      : lastRenewalOf(finding.acceptance, dossier.riskAcceptances ?? [], today);
  return {
    ...line,
    ...{ at: read.at, here, detail: finding.detail ?? '' },
    ...{
      source: SOURCE_WORDS[finding.source],
      sourceId: finding.sourceId ? findingSourceTitle(finding.sourceId, read.practice) : '',
      foundOn: finding.foundOn,
    },
    foundBy: `${finding.foundBy.name}, ${finding.foundBy.role}`,
    shownBy: named(finding.evidenceKeys),
    acceptance: accepted
      ? {
          href: `${read.at}/registers/risk-acceptances#${accepted.key}`,
          words: `${accepted.threat}, accepted by ${accepted.acceptedBy.name} until ${accepted.until}`,
        }
      : null,
    actions: (finding.actions ?? []).map((action, place): ActionView => {
      const isOpen = !isDone(action, today);
      const isOverdue = isOpen && action.dueOn < today;
      return {
        ...{
          action: action.action,
          owner: `${action.owner.name}, ${action.owner.role}`,
          dueOn: action.dueOn,
        },
        ...{ effect: action.expectedEffect ?? '', isOpen, isOverdue, shownBy: named(action.evidenceKeys) },
        state: isOpen ? (isOverdue ? 'Overdue' : action.startedOn ? 'In work' : 'Planned') : `Done`,
        done: isOpen ? '' : `${action.doneOn ?? ''}`,
        edit: `${here}/actions/${place}/edit`,
        complete: `${here}/actions/${place}/completion`,
      };
    }),
    reviews: (finding.reviews ?? []).map(({ outcome, on, by, seen }) => ({
      ...{ outcome: REVIEW_WORDS[outcome], on, by: `${by.name}, ${by.role}`, seen },
    })),
    mayBeLookedAt: (finding.actions ?? []).length > 0 && registered.openActions.length === 0,
  };
}
