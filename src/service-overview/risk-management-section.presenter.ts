// What the practice does about the risks of one tool, beside what is worked out: its own decision, findings, and the risks that somebody bears. None of it changes a level.
import type { ServiceResult } from '../assessments/scoring/service-result';
import type { CalendarDate } from '../common/calendar-date';
import type { FindingFields } from '../findings/finding.fields';
import { findingStanding, isSettled } from '../findings/finding-standing';
import { noteFindingAt } from '../findings/note-finding';
import { STATE_WORDS } from '../findings/finding-words';
import { decisionStanding } from '../practice-decisions/decision-rules';
import { OUTCOME_WORDS } from '../practice-decisions/decision-words';
import type { PracticeDecisionFields } from '../practice-decisions/practice-decision.fields';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { decisionWords } from '../reports/security-risk-assessment/decision-words';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';
import { acceptanceBeside, acceptancesOnDate } from '../risk-acceptances/acceptances-on-date';
import { changeWords } from '../risk-acceptances/acceptance-words';
import type { RiskAcceptanceFields } from '../risk-acceptances/risk-acceptance.fields';
import type { ThreatView } from './threat.presenter';

export interface RiskManagementFacts {
  acceptances: (RiskAcceptanceFields & { key: string })[];
  findings: (FindingFields & { id: string })[];
  /** the one that stands; null where none was noted */
  decided: (PracticeDecisionFields & { id: string }) | null;
}

export interface AcceptedThreat {
  href: string;
  words: string;
  isStale: boolean;
  changes: string[];
}

export interface ThreatWithRisk extends ThreatView {
  accepted: AcceptedThreat | null;
  /** where it is accepted, and where a finding about it is noted */
  accept: string;
  note: string;
}

export interface RiskManagementSection {
  own: { outcome: string; by: string; contrary: string; moved: string; href: string } | null;
  /** where a decision is noted */
  decide: string;
  findings: { href: string; title: string; state: string; level: LevelView; words: string }[];
  noteFinding: string;
}

export interface OfTool {
  /** address of the practice */
  at: string;
  today: CalendarDate;
  result: ServiceResult;
}

export function threatsWithRisk(
  threats: readonly ThreatView[],
  { acceptances }: RiskManagementFacts,
  { at, today, result }: OfTool,
): ThreatWithRisk[] {
  const service = result.service.key;
  const standing = acceptancesOnDate(acceptances, () => result, today);
  const levels = new Map(result.threats.map(({ id, residual }) => [id, residual.risk]));
  return threats.map((threat) => {
    const beside = acceptanceBeside(standing, service, threat.id);
    const { id, title } = threat;
    return {
      ...threat,
      accepted: beside && {
        href: `${at}/registers/risk-acceptances#${beside.acceptance.key}`,
        words: `${beside.acceptance.acceptedBy.name}, ${beside.acceptance.acceptedBy.role}, accepted it at ${levelView(beside.acceptance.level).word.toLowerCase()} until ${shortDate(beside.acceptance.until)}`,
        isStale: beside.standing.state === 'stale',
        changes: beside.standing.changes.map(changeWords),
      },
      accept: `${at}/registers/risk-acceptances/new?threat=${id}&service=${service}`,
      note: noteFindingAt(at, { source: 'threat', sourceId: id, title, service, severity: levels.get(id) }),
    };
  });
}

export function riskManagementSection(
  { findings, decided, acceptances }: RiskManagementFacts,
  { at, today, result }: OfTool,
): RiskManagementSection {
  const inForce = new Set(
    acceptancesOnDate(acceptances, () => result, today)
      .filter(({ standing }) => standing.state === 'in_force')
      .map(({ acceptance }) => acceptance.key),
  );
  const service = result.service.key;
  return {
    own: decided && ownDecision(decided, { at, today, result }),
    decide: `${at}/registers/practice-decisions/new?service=${service}`,
    noteFinding: `${at}/registers/findings/new?service=${service}`,
    findings: findings.map((finding) => {
      const standing = findingStanding(finding, today, inForce.has(finding.acceptance ?? ''));
      const due = standing.nextDueOn && `next action due ${shortDate(standing.nextDueOn)}`;
      return {
        ...{ href: `${at}/registers/findings/${finding.id}`, title: finding.title },
        ...{ state: STATE_WORDS[standing.state], level: levelView(finding.severity) },
        words:
          standing.overdue.length > 0
            ? `overdue since ${shortDate(standing.nextDueOn ?? today)}`
            : isSettled(standing)
              ? ''
              : (due ?? 'no action is open'),
      };
    }),
  };
}

function ownDecision(
  decided: PracticeDecisionFields,
  { at, today, result }: OfTool,
): RiskManagementSection['own'] {
  const standing = decisionStanding(decided, result.decision.code, today, false);
  const review = standing.isReviewOverdue
    ? `was to be looked at again by ${shortDate(decided.reviewOn)}`
    : `looked at again by ${shortDate(decided.reviewOn)}`;
  return {
    outcome: OUTCOME_WORDS[decided.outcome],
    by: `${decided.decidedBy.name}, ${decided.decidedBy.role}, on ${shortDate(decided.decidedOn)}; ${review}`,
    contrary: standing.isContrary ? (decided.contraryReason ?? '') : '',
    moved:
      standing.resultNow && decided.lookedAt
        ? `It was decided when the result said: ${decisionWords(decided.lookedAt.decision)}.`
        : '',
    href: `${at}/registers/practice-decisions`,
  };
}
