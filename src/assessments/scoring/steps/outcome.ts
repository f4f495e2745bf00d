// What comes out when some steps are done and come out well: by the same points, bands, tables, floors and rows of decision as the
// result itself.
import { higherOf, levelAt, rankOf, type Level } from '../../../common/level';
import { bandPoints, type BandedSide } from '../banding';
import type { CompiledSide } from '../compiled-model';
import { percentKnown } from '../confidence';
import { decidingRow } from '../decide';
import { afterAdjustments, afterControls, rate } from '../rate-threat';
import type { DecisionCode } from '../service-result';
import type { Board, BoardGate, BoardThreat } from './board';
import type { Lift } from './lifts';

/** Places in the board's steps. */
export type Done = readonly number[];

/** In the place of a rank: the threat no longer applies. */
export const GONE = -1;

export interface Outcome {
  readonly decision: DecisionCode;
  readonly level: Level;
  /** the ranks of all residuals, added up */
  readonly ranks: number;
}

export function outcomeOf(board: Board, done: Done): Outcome {
  let worst = 0;
  let ranks = 0;
  for (const threat of board.threats) {
    const rank = rankWith(board, threat, done);
    if (rank === GONE) continue;
    worst = Math.max(worst, rank);
    ranks += rank;
  }
  const level = levelAt(worst);
  const left = gatesLeft(board, done);
  const { code } = decidingRow(board.compiled.model, {
    lawGateFired: left.some(isFiredLaw),
    gateOpen: left.some(isOpen),
    flowsRecorded: board.figures.view.vendorFlows.length > 0,
    percentKnown: percentKnownWith(board, done),
    level,
  });
  return { decision: code, level, ranks };
}

/** The rank of a threat's residual, or GONE. */
export function rankWith(board: Board, threat: BoardThreat, done: Done): number {
  let bits = 0;
  for (const step of done) bits += threat.bits[step] as number;
  const known = threat.ranks.get(bits);
  if (known !== undefined) return known;
  const rank = rankAnew(board, threat, done);
  threat.ranks.set(bits, rank);
  return rank;
}

function rankAnew(board: Board, { rated, sides, gates, appliesByItself }: BoardThreat, done: Done): number {
  let floor: Level | null = null;
  for (const gate of gates) {
    if (!isCleared(gate, done)) floor = floor ? higherOf(floor, gate.floor) : gate.floor;
  }
  if (floor === null && !appliesByItself) return GONE;
  const banded = sides.map((side) => sideWith(board, side, done));
  const computed = afterControls(rated.before, banded);
  const { entered } = afterAdjustments(board.figures.view, rated.threat, computed);
  return rankOf(rate(board.compiled.model, entered, floor).risk);
}

function sideWith({ figures, compiled, lifts }: Board, side: CompiledSide, done: Done): BandedSide {
  const { readings, perWeight } = figures.facts;
  let points = 0;
  let shownPoints = 0;
  for (const { definition, factIndex } of side.controls) {
    const lift = lifts[factIndex];
    const lifted = lift && isLifted(lift, done) ? lift : null;
    const earned = definition.weight * (lifted ? lifted.perWeight : (perWeight[factIndex] as number));
    points += earned;
    if (!(lifted ? lifted.isStated : readings[factIndex]?.basis === 'stated')) shownPoints += earned;
  }
  return bandPoints(side, points, shownPoints, compiled.model);
}

function isLifted({ steps }: Lift, done: Done): boolean {
  return steps.every((step) => done.includes(step));
}

function isCleared({ step }: BoardGate, done: Done): boolean {
  return step !== null && done.includes(step);
}

export function gatesLeft({ gates }: Board, done: Done): readonly BoardGate[] {
  return gates.filter((gate) => !isCleared(gate, done));
}

/** A gate that decides by itself, whatever the level. */
export function isDeciding(gate: BoardGate): boolean {
  return isFiredLaw(gate) || isOpen(gate);
}

function isFiredLaw({ kind, state }: BoardGate): boolean {
  return kind === 'law' && state === 'fired';
}

function isOpen({ state }: BoardGate): boolean {
  return state === 'open';
}

function isMadeKnown(knownBy: readonly number[] | null, done: Done): boolean {
  return knownBy !== null && knownBy.every((step) => done.includes(step));
}

export function percentKnownWith(board: Board, done: Done): number {
  const { asked, threats } = board;
  const isGone = (threat: BoardThreat) => !threat.appliesByItself && rankWith(board, threat, done) === GONE;
  if (threats.some(isGone))
    return percentAsked(
      board,
      done,
      threats.filter((threat) => !isGone(threat)),
    );
  let { knownWeight } = asked;
  for (const { weight, knownBy } of asked.unknown) if (isMadeKnown(knownBy, done)) knownWeight += weight;
  return percentKnown(knownWeight, asked.totalWeight);
}

/** A threat that only a gate held asks nothing once it is gone. */
function percentAsked(board: Board, done: Done, left: readonly BoardThreat[]): number {
  const { compiled, asked } = board;
  const places = new Set([...compiled.alwaysAsked, ...left.flatMap(({ factIndexes }) => factIndexes)]);
  let totalWeight = 0;
  for (const index of places) totalWeight += compiled.facts[index]?.definition.weight ?? 0;
  let knownWeight = totalWeight;
  for (const { index, weight, knownBy } of asked.unknown)
    if (places.has(index) && !isMadeKnown(knownBy, done)) knownWeight -= weight;
  return percentKnown(knownWeight, totalWeight);
}
