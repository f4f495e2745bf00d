// The practice's own decisions in words, the one that stands about each thing first.
import type { RegisteredDecision } from '../assessments/registers/risk-management-register';
import type { CalendarDate } from '../common/calendar-date';
import type { DossierPracticeDecision } from '../dossiers/dossier.document';
import { AI_AT_ALL, OUTCOME_WORDS } from '../practice-decisions/decision-words';
import { decisionWords } from '../reports/security-risk-assessment/decision-words';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';
import { aboutOf, idOf, type ReadRegisters } from './registers-reader.service';

export interface ConditionLine {
  condition: string;
  owner: string;
  dueOn: CalendarDate | null;
  metOn: CalendarDate | null;
  isOverdue: boolean;
  /** where it is said that it is met; empty once it is */
  meet: string;
}

export interface DecisionLine {
  key: string;
  about: string;
  outcome: string;
  by: string;
  decidedOn: CalendarDate;
  reviewOn: CalendarDate;
  isReviewOverdue: boolean;
  benefit: string;
  risk: string;
  reasons: string;
  /** what the result said on the day; null where it is about AI at all */
  result: { words: string; level: LevelView } | null;
  isContrary: boolean;
  contraryReason: string;
  /** what the result says now, where that is something else; empty where it is not */
  resultNow: string;
  conditions: ConditionLine[];
  assessmentDigest: string;
  again: string;
}

export interface DecisionListView {
  at: string;
  standing: DecisionLine[];
  earlier: DecisionLine[];
}

export function decisionListView(read: ReadRegisters): DecisionListView {
  const lines = read.register.decisions.flatMap((registered) => {
    const decision = read.practice.dossier.practiceDecisions?.find(({ key }) => key === registered.key);
    return decision
      ? [{ isSuperseded: registered.isSuperseded, line: lineOf(decision, registered, read) }]
      : [];
  });
  return {
    at: read.at,
    standing: lines.filter(({ isSuperseded }) => !isSuperseded).map(({ line }) => line),
    earlier: lines.filter(({ isSuperseded }) => isSuperseded).map(({ line }) => line),
  };
}

function lineOf(
  decision: DossierPracticeDecision,
  registered: RegisteredDecision,
  read: ReadRegisters,
): DecisionLine {
  const { key, service, decidedBy, lookedAt, decidedOn, reviewOn } = decision;
  const here = `${read.at}/registers/practice-decisions`;
  const id = idOf(key, read.places.decisions);
  const { today } = read.practice;
  return {
    ...{ key, about: service ? aboutOf(service, read) : AI_AT_ALL, outcome: OUTCOME_WORDS[decision.outcome] },
    ...{ by: `${decidedBy.name}, ${decidedBy.role}`, decidedOn, reviewOn },
    ...{ isReviewOverdue: registered.isReviewOverdue, reasons: decision.reasons },
    ...{ benefit: decision.benefit ?? '', risk: decision.risk ?? '' },
    result: lookedAt ? { words: decisionWords(lookedAt.decision), level: levelView(lookedAt.level) } : null,
    ...{ isContrary: registered.isContrary, contraryReason: decision.contraryReason ?? '' },
    resultNow: registered.resultNow ? decisionWords(registered.resultNow) : '',
    conditions: (decision.conditions ?? []).map((one, place): ConditionLine => {
      const isOpen = one.metOn == null || one.metOn > today;
      return {
        ...{ condition: one.condition, owner: one.owner ? `${one.owner.name}, ${one.owner.role}` : '' },
        ...{ dueOn: one.dueOn ?? null, metOn: one.metOn ?? null },
        isOverdue: isOpen && one.dueOn != null && one.dueOn < today,
        meet: isOpen ? `${here}/${id}/conditions/${place}` : '',
      };
    }),
    assessmentDigest: decision.assessmentDigest ?? '',
    again: `${here}/new${service ? `?service=${service}` : ''}`,
  };
}
