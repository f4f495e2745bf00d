// What the practice does about its risks: the plan of corrective actions, the risks that somebody bears, and its own decisions, as each stood on the date of the assessment.
import { findingSourceTitle } from '../../assessments/registers/finding-source-title';
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { REVIEW_WORDS, SOURCE_WORDS, STATE_WORDS } from '../../findings/finding-words';
import { AI_AT_ALL, OUTCOME_WORDS } from '../../practice-decisions/decision-words';
import { ACCEPTANCE_WORDS, changeWords } from '../../risk-acceptances/acceptance-words';
import { shortDate } from './date-words';
import { decisionInSentence } from './decision-words';
import { levelView, type LevelView } from './level-words';

export interface PlanRow {
  action: string;
  finding: string;
  about: string;
  level: LevelView;
  owner: string;
  due: string;
  state: string;
  isOverdue: boolean;
}

export interface FindingRow {
  title: string;
  state: string;
  level: LevelView;
  about: string;
  told: string;
  detail: string;
  reviews: string[];
}

export interface AcceptanceRow {
  title: string;
  threat: string;
  about: string;
  accepted: LevelView;
  now: LevelView | null;
  who: string;
  days: string;
  state: string;
  reason: string;
  meanwhile: string;
  changes: string[];
}

export interface DecisionRow {
  about: string;
  outcome: string;
  told: string;
  weighed: string[];
  conditions: string[];
  notes: string[];
}

export interface RiskManagementView {
  /** the document was drawn up before any of it was worked out */
  isNotWorkedOut: boolean;
  plan: PlanRow[];
  findings: FindingRow[];
  acceptances: AcceptanceRow[];
  decisions: DecisionRow[];
}

export function riskManagementView(document: AssessmentDocument): RiskManagementView {
  const { riskManagement, dossier } = document;
  if (!riskManagement)
    return { isNotWorkedOut: true, plan: [], findings: [], acceptances: [], decisions: [] };
  const found = new Map((dossier.findings ?? []).map((one) => [one.key, one]));
  return {
    isNotWorkedOut: false,
    plan: riskManagement.findings.flatMap(({ key, openActions, overdueActions }) => {
      const finding = found.get(key);
      return (finding?.actions ?? [])
        .filter((action) => openActions.includes(action.key))
        .map((action): PlanRow => ({
          ...{
            action: action.action,
            finding: finding?.title ?? '',
            about: aboutOf(finding?.service, document),
          },
          level: levelView(finding?.severity ?? 'moderate'),
          ...{ owner: `${action.owner.name}, ${action.owner.role}`, due: shortDate(action.dueOn) },
          state: overdueActions.includes(action.key) ? 'overdue' : action.startedOn ? 'in work' : 'planned',
          isOverdue: overdueActions.includes(action.key),
        }));
    }),
    findings: riskManagement.findings.flatMap(({ key, state }) => {
      const finding = found.get(key);
      if (!finding) return [];
      const source = SOURCE_WORDS[finding.source];
      return [
        {
          ...{ title: finding.title, state: STATE_WORDS[state], level: levelView(finding.severity) },
          about: aboutOf(finding.service, document),
          told: `${source}${finding.sourceId ? `: ${findingSourceTitle(finding.sourceId, document)}` : ''}; found on ${shortDate(finding.foundOn)} by ${finding.foundBy.name}, ${finding.foundBy.role}.`,
          detail: finding.detail ?? '',
          reviews: [
            ...(finding.actions ?? [])
              .filter(({ doneOn }) => doneOn != null && doneOn <= document.asOf)
              .map(
                ({ action, doneOn, done, owner }) =>
                  `Done on ${shortDate(doneOn ?? '')} by ${owner.name}: ${action.replace(/\.$/, '')}.${done ? ` ${done}` : ''}`,
              ),
            ...(finding.reviews ?? [])
              .filter(({ on }) => on <= document.asOf)
              .map(
                ({ outcome, on, by, seen }) =>
                  `${REVIEW_WORDS[outcome]} (${by.name}, ${shortDate(on)}). ${seen}`,
              ),
          ],
        },
      ];
    }),
    acceptances: acceptanceRows(document),
    decisions: decisionRows(document),
  };
}

function acceptanceRows(document: AssessmentDocument): AcceptanceRow[] {
  const recorded = new Map((document.dossier.riskAcceptances ?? []).map((one) => [one.key, one]));
  return (document.riskManagement?.acceptances ?? []).flatMap(({ key, title, state, levelNow, changes }) => {
    const one = recorded.get(key);
    if (!one) return [];
    const { acceptedBy, acceptedOn, until, ended } = one;
    return [
      {
        ...{
          title,
          threat: one.threat,
          about: aboutOf(one.service, document),
          accepted: levelView(one.level),
        },
        now: levelNow && levelView(levelNow),
        who: `${acceptedBy.name}, ${acceptedBy.role}`,
        days: `${shortDate(acceptedOn)} until ${shortDate(until)}`,
        state:
          ended && state === 'ended'
            ? `Ended on ${shortDate(ended.on)}: ${ended.reason}`
            : ACCEPTANCE_WORDS[state],
        ...{ reason: one.reason, meanwhile: one.meanwhile ?? '', changes: changes.map(changeWords) },
      },
    ];
  });
}

function decisionRows(document: AssessmentDocument): DecisionRow[] {
  const recorded = new Map((document.dossier.practiceDecisions ?? []).map((one) => [one.key, one]));
  return (document.riskManagement?.decisions ?? []).flatMap((registered) => {
    const one = recorded.get(registered.key);
    if (!one) return [];
    const { decidedBy, lookedAt, contraryReason } = one;
    const result = lookedAt
      ? `; the result said ${decisionInSentence(lookedAt.decision)}, ${levelView(lookedAt.level).word.toLowerCase()} risk`
      : '';
    return [
      {
        about: one.service ? aboutOf(one.service, document) : AI_AT_ALL,
        outcome: `${OUTCOME_WORDS[one.outcome]}${registered.isSuperseded ? ' (replaced by a later decision)' : ''}`,
        told: `${decidedBy.name}, ${decidedBy.role}, on ${shortDate(one.decidedOn)}${result}.`,
        weighed: [
          ...(one.benefit ? [`Hoped for: ${one.benefit}`] : []),
          ...(one.risk ? [`At risk: ${one.risk}`] : []),
          `Weighed: ${one.reasons}`,
        ],
        conditions: (one.conditions ?? []).map(({ condition, dueOn, metOn }) => {
          const how =
            metOn && metOn <= document.asOf
              ? `met on ${shortDate(metOn)}`
              : dueOn
                ? `due ${shortDate(dueOn)}`
                : 'open';
          return `${condition.replace(/\.$/, '')} (${how})`;
        }),
        notes: [
          ...(registered.isContrary ? [`Less strict than the result, because: ${contraryReason ?? ''}`] : []),
          ...(registered.resultNow
            ? [`The result has moved since: it says ${decisionInSentence(registered.resultNow)}.`]
            : []),
          registered.isReviewOverdue
            ? `Was to be looked at again by ${shortDate(one.reviewOn)}.`
            : `Looked at again by ${shortDate(one.reviewOn)}.`,
        ],
      },
    ];
  });
}

function aboutOf(service: string | null | undefined, { dossier, practice }: AssessmentDocument): string {
  if (!service) return practice.name;
  return dossier.services.find(({ key }) => key === service)?.name ?? service;
}

/** Who sees to what a finding names, by what it comes from: empty where no finding is about it. */
export function ownersOf(
  document: AssessmentDocument,
): (service: string | null, sourceIds: readonly string[]) => string {
  const register = new Map((document.riskManagement?.findings ?? []).map((one) => [one.key, one]));
  return (service, sourceIds) => {
    const told = (document.dossier.findings ?? [])
      .filter((one) => (one.service ?? null) === service && sourceIds.includes(one.sourceId ?? ''))
      .flatMap(({ key, actions }) =>
        (actions ?? []).filter((action) => register.get(key)?.openActions.includes(action.key)),
      )
      .map(({ owner, dueOn }) => `${owner.name}, ${shortDate(dueOn)}`);
    return [...new Set(told)].join('; ');
  };
}
