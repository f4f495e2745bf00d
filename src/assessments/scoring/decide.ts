// The decision: the first row of the model's table that fits, with its reasons and the conditions of use.
import { rankOf, type Level } from '../../common/level';
import type { Evaluation } from './evaluate';
import type { DecisionRow, ScoringModel } from './scoring-model';
import type { DecisionCode, ServiceResult, ThreatResult } from './service-result';
import { holds } from './situations';

/** What the rows of the decision table ask. */
export interface DecidedBy {
  lawGateFired: boolean;
  gateOpen: boolean;
  flowsRecorded: boolean;
  percentKnown: number;
  level: Level;
}

export function decide(evaluation: Evaluation, model: ScoringModel): ServiceResult['decision'] {
  const { gates, view, confidence, level } = evaluation;
  const row = decidingRow(model, {
    lawGateFired: gates.some(({ kind, outcome }) => kind === 'law' && outcome.state === 'fired'),
    gateOpen: gates.some(({ outcome }) => outcome.state === 'open'),
    flowsRecorded: view.vendorFlows.length > 0,
    percentKnown: confidence.percent,
    level,
  });
  return {
    code: row.code,
    label: model.decisionLabels[row.code],
    reasons: reasonsFor(evaluation, row),
    conditions: conditionsFor(row.code, evaluation, model),
    short: shortReason(evaluation, row),
  };
}

/** The first row that fits. */
export function decidingRow(model: ScoringModel, by: DecidedBy): DecisionRow {
  const row = model.decisions.find((candidate) => fits(candidate, by, model));
  if (!row) throw new Error(`the decision table of ${model.id} ${model.version} has no row for this result`);
  return row;
}

function fits({ situation, levels }: DecisionRow, by: DecidedBy, model: ScoringModel): boolean {
  switch (situation) {
    case 'law_gate_fired':
      return by.lawGateFired;
    case 'gate_open':
      return by.gateOpen;
    case 'flows_not_recorded':
      return !by.flowsRecorded;
    case 'confidence_below_threshold':
      return by.percentKnown < model.confidenceThresholdPercent;
    case 'level':
      return levels?.includes(by.level) ?? false;
  }
}

function reasonsFor(evaluation: Evaluation, row: DecisionRow): string[] {
  const { gates, threats, level, confidence, unknowns } = evaluation;
  const said = (state: 'fired' | 'open') =>
    gates
      .filter(({ outcome }) => outcome.state === state)
      .map(({ gate, outcome }) => `${gate.title}: ${outcome.because}`);
  const worst =
    rankOf(level) >= rankOf('moderate') ? worstThreats(evaluation).map((threat) => threatReason(threat)) : [];
  const calm = threats.length > 0 && worst.length === 0 ? [`No threat is above ${levelName(level)}.`] : [];
  const open =
    unknowns.length > 0
      ? [
          `Known: ${confidence.percent}% of what has to be known; ${unknowns.length} ${unknowns.length === 1 ? 'fact is' : 'facts are'} still to be found out.`,
        ]
      : [];
  const inOrder = [...said('fired'), ...said('open'), ...worst, ...calm, ...open];
  return inOrder.length > 0 ? inOrder : [`Decided by the row "${row.situation.replaceAll('_', ' ')}".`];
}

function shortReason(evaluation: Evaluation, { situation }: DecisionRow): string {
  const { gates, confidence, level } = evaluation;
  const first = (state: 'fired' | 'open', kinds: readonly string[]) =>
    gates.find(({ outcome, kind }) => outcome.state === state && kinds.includes(kind))?.gate.title;
  switch (situation) {
    case 'law_gate_fired':
      return first('fired', ['law']) ?? '';
    case 'gate_open':
      return `Not known whether: ${lowerFirst(first('open', ['law', 'house']) ?? '')}`;
    case 'flows_not_recorded':
      return 'No flow of client data between the practice and the vendor is recorded';
    case 'confidence_below_threshold':
      return `Only ${confidence.percent}% of what has to be known is known`;
    case 'level': {
      const house = rankOf(level) >= rankOf('moderate') ? first('fired', ['house']) : undefined;
      const worst = worstThreats(evaluation)[0];
      return (
        house ??
        (worst
          ? `Worst threat ${levelName(level)}: ${lowerFirst(worst.title)}`
          : 'No protected client data reaches the vendor')
      );
    }
  }
}

function conditionsFor(code: DecisionCode, { view, gates }: Evaluation, model: ScoringModel): string[] {
  if (code === 'do_not_use' || code === 'not_enough_known') return [];
  const standing = model.conditions.filter(({ when }) => holds(when, view)).map(({ text }) => text);
  const fromGates = gates.filter(({ outcome }) => outcome.state === 'fired').map(({ gate }) => gate.remedy);
  return [...fromGates, ...standing];
}

function worstThreats({ threats, level }: Evaluation): ThreatResult[] {
  return threats.filter(({ residual }) => residual.risk === level);
}

function threatReason({ title, residual }: ThreatResult): string {
  const { likelihood, impact, risk, riskByTable } = residual;
  if (risk !== riskByTable)
    return `${title}: ${levelName(risk)} risk, held there by a gate (by the tables ${levelName(riskByTable)}).`;
  return `${title}: ${levelName(risk)} risk (likelihood ${levelName(likelihood)}, impact ${levelName(impact)}).`;
}

function levelName(level: string): string {
  return level.replace('_', ' ');
}

/** To go on in a sentence; an abbreviation such as AI stays as it is. */
function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
