// What the practice does about its risks as it stands on a day: findings with their actions, risks that somebody bears, and its own decisions. Worked out beside the results: nothing
// of it goes back into a level, a gate or a decision.
import type { CalendarDate } from '../../common/calendar-date';
import { rankOf, type Level } from '../../common/level';
import type { Dossier } from '../../dossiers/dossier.document';
import { findingStanding } from '../../findings/finding-standing';
import type { FindingState } from '../../findings/finding-words';
import { decisionStanding, decisionsThatStand } from '../../practice-decisions/decision-rules';
import type { ResultDecision } from '../../practice-decisions/practice-decision.fields';
import type { AcceptanceChange, AcceptanceState } from '../../risk-acceptances/acceptance-standing';
import { acceptancesOnDate, keysThatSettle } from '../../risk-acceptances/acceptances-on-date';
import type { PracticeResult } from '../scoring/practice-result';
import type { ServiceResult } from '../scoring/service-result';

export interface RegisteredFinding {
  /** of the finding in the dossier */
  key: string;
  state: FindingState;
  /** keys of the actions that are not done, and of those whose day is past */
  openActions: string[];
  overdueActions: string[];
  nextDueOn: CalendarDate | null;
}

export interface RegisteredAcceptance {
  key: string;
  /** of the threat, as the model of the day calls it; its id where it is not rated any more */
  title: string;
  state: AcceptanceState;
  levelNow: Level | null;
  changes: AcceptanceChange[];
}

export interface RegisteredDecision {
  key: string;
  isSuperseded: boolean;
  isReviewOverdue: boolean;
  isContrary: boolean;
  /** what the result decides now, where that is not what it decided then */
  resultNow: ResultDecision | null;
  openConditions: number;
  overdueConditions: number;
}

export interface RiskManagementRegister {
  findings: RegisteredFinding[];
  acceptances: RegisteredAcceptance[];
  decisions: RegisteredDecision[];
}

type Rated = Readonly<{ results: readonly ServiceResult[]; practiceResult: PracticeResult }>;

/** Findings: what is not settled first, then by severity. Acceptances: the one that ends first. Decisions: the latest first. In the end by key, so that no order of the dossier counts. */
export function riskManagementRegister(
  dossier: Pick<Dossier, 'findings' | 'riskAcceptances' | 'practiceDecisions'>,
  { results, practiceResult }: Rated,
  asOf: CalendarDate,
): RiskManagementRegister {
  const byService = new Map(results.map((result) => [result.service.key, result]));
  const subjectOf = (service: string | null) =>
    service === null ? practiceResult : (byService.get(service) ?? null);
  const accepted = acceptancesOnDate(
    (dossier.riskAcceptances ?? []).filter(({ acceptedOn }) => acceptedOn <= asOf),
    subjectOf,
    asOf,
  );
  return {
    findings: findingsOf(dossier, asOf, keysThatSettle(accepted, asOf)),
    acceptances: accepted
      .toSorted(
        (one, other) =>
          inOrder(one.acceptance.until, other.acceptance.until) ||
          inOrder(one.acceptance.key, other.acceptance.key),
      )
      .map(({ acceptance, standing, risk }) => ({
        ...{ key: acceptance.key, title: risk?.title ?? acceptance.threat, state: standing.state },
        ...{ levelNow: standing.levelNow, changes: standing.changes },
      })),
    decisions: decisionsOf(dossier, asOf, (service) => byService.get(service)?.decision.code ?? null),
  };
}

function findingsOf(
  { findings }: Pick<Dossier, 'findings'>,
  asOf: CalendarDate,
  settling: ReadonlySet<string>,
): RegisteredFinding[] {
  return (findings ?? [])
    .filter(({ foundOn }) => foundOn <= asOf)
    .map((finding) => ({
      finding,
      standing: findingStanding(finding, asOf, settling.has(finding.acceptance ?? '')),
    }))
    .toSorted(
      ({ finding: one, standing: of }, { finding: other, standing: ofOther }) =>
        STATE_ORDER.indexOf(of.state) - STATE_ORDER.indexOf(ofOther.state) ||
        rankOf(other.severity) - rankOf(one.severity) ||
        inOrder(one.foundOn, other.foundOn) ||
        inOrder(one.key, other.key),
    )
    .map(({ finding: { key }, standing: { state, open, overdue, nextDueOn } }) => ({
      ...{ key, state, nextDueOn },
      openActions: open.map((action) => action.key),
      overdueActions: overdue.map((action) => action.key),
    }));
}

const STATE_ORDER: readonly FindingState[] = ['open', 'in_work', 'done', 'accepted', 'verified'];

function decisionsOf(
  { practiceDecisions }: Pick<Dossier, 'practiceDecisions'>,
  asOf: CalendarDate,
  resultOf: (service: string) => ResultDecision | null,
): RegisteredDecision[] {
  const made = (practiceDecisions ?? []).filter(({ decidedOn }) => decidedOn <= asOf);
  const standing = decisionsThatStand(made, asOf);
  return made
    .toSorted((one, other) => inOrder(other.decidedOn, one.decidedOn) || inOrder(one.key, other.key))
    .map((decision) => {
      const { key, service } = decision;
      const isSuperseded = standing.get(service ?? null)?.key !== key;
      const now = decisionStanding(decision, service ? resultOf(service) : null, asOf, isSuperseded);
      return {
        ...{ key, isSuperseded, isReviewOverdue: now.isReviewOverdue, isContrary: now.isContrary },
        ...{ resultNow: isSuperseded ? null : now.resultNow },
        openConditions: now.openConditions.length,
        overdueConditions: now.overdueConditions.length,
      };
    });
}

function inOrder(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
