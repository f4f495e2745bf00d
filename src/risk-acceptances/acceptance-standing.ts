// How an acceptance stands on a day, against the risk as it is rated then. Pure. Whatever comes out, the risk is what it was: nothing here goes back into a level.
import type { CalendarDate } from '../common/calendar-date';
import { rankOf, type Level } from '../common/level';
import type { RatedRisk } from './rated-risk';
import type { RiskAcceptanceFields } from './risk-acceptance.fields';

export const ACCEPTANCE_STATES = ['in_force', 'stale', 'lapsed', 'ended', 'renewed', 'not_yet'] as const;
export type AcceptanceState = (typeof ACCEPTANCE_STATES)[number];

/** One thing that is otherwise than it was accepted. */
export interface AcceptanceChange {
  what: 'level' | 'impact' | 'control' | 'gate' | 'law_gate' | 'adjustment' | 'not_rated';
  /** title of the control or gate, key of the adjustment; empty for the others */
  title: string;
  from: string | null;
  to: string | null;
}

export interface AcceptanceStanding {
  state: AcceptanceState;
  /** what has changed since; only of one that would hold otherwise */
  changes: AcceptanceChange[];
  levelNow: Level | null;
}

type Accepted = Pick<RiskAcceptanceFields, 'level' | 'acceptedOn' | 'until' | 'basis' | 'ended'>;

/**
 * @param risk as it is rated on the day; null when it is not rated any more
 * @param isRenewed a later acceptance of the same risk has taken its place by the day
 */
export function acceptanceStanding(
  accepted: Accepted,
  risk: RatedRisk | null,
  today: CalendarDate,
  isRenewed: boolean,
): AcceptanceStanding {
  const levelNow = risk?.level ?? null;
  const closed = closedState(accepted, today, isRenewed);
  if (closed) return { state: closed, changes: [], levelNow };
  const changes = changesSince(accepted, risk);
  return { state: changes.length > 0 ? 'stale' : 'in_force', changes, levelNow };
}

function closedState(
  { ended, until, acceptedOn }: Accepted,
  today: CalendarDate,
  isRenewed: boolean,
): AcceptanceState | null {
  if (acceptedOn > today) return 'not_yet';
  if (ended && ended.on <= today) return 'ended';
  if (isRenewed) return 'renewed';
  return until < today ? 'lapsed' : null;
}

/**
 * A level that rose, and every fact beneath it that is otherwise. A level that fell is no change by itself: who bears more bears less. Points that fade with age are none
 * either, as long as the level stays.
 */
export function changesSince(
  { level, basis }: Pick<Accepted, 'level' | 'basis'>,
  risk: RatedRisk | null,
): AcceptanceChange[] {
  if (!risk || !risk.isEnoughKnown) return [{ what: 'not_rated', title: '', from: level, to: null }];
  return [
    // Nobody accepts a very high risk, whatever an acceptance that came by import says of its level.
    ...(rankOf(risk.level) > rankOf(level) || risk.level === 'very_high'
      ? [{ what: 'level' as const, title: '', from: level, to: risk.level }]
      : []),
    ...(risk.impact === basis.impact
      ? []
      : [{ what: 'impact' as const, title: '', from: basis.impact, to: risk.impact }]),
    ...gateChanges(basis.gates, risk),
    ...controlChanges(basis.controls, risk),
    ...adjustmentChanges(basis.adjustments, risk.adjustments),
  ];
}

function gateChanges(before: readonly string[], { gates }: RatedRisk): AcceptanceChange[] {
  const holding = new Set(gates.map(({ id }) => id));
  return [
    ...gates
      .filter(({ id, kind }) => kind === 'law' || !before.includes(id))
      .map(({ kind, title }) => ({
        ...{ what: kind === 'law' ? ('law_gate' as const) : ('gate' as const), title },
        ...{ from: null, to: 'holds' },
      })),
    ...before
      .filter((id) => !holding.has(id))
      .map((id) => ({ what: 'gate' as const, title: id, from: 'holds', to: null })),
  ];
}

function controlChanges(before: Accepted['basis']['controls'], { controls }: RatedRisk): AcceptanceChange[] {
  const now = new Map(controls.map((one) => [one.control, one]));
  const then = new Map(before.map((one) => [one.control, one]));
  const told = ({ met, basis }: { met: string; basis?: string | null }) => (basis ? `${met}, ${basis}` : met);
  return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((control): AcceptanceChange[] => {
    const [was, is] = [then.get(control), now.get(control)];
    const [from, to] = [was ? told(was) : null, is ? told(is) : null];
    return from === to ? [] : [{ what: 'control', title: is?.title ?? control, from, to }];
  });
}

function adjustmentChanges(before: readonly string[], now: readonly string[]): AcceptanceChange[] {
  return [
    ...now.filter((key) => !before.includes(key)).map((key) => ({ key, from: null, to: 'counts' })),
    ...before.filter((key) => !now.includes(key)).map((key) => ({ key, from: 'counts', to: null })),
  ].map(({ key, from, to }) => ({ what: 'adjustment', title: key, from, to }));
}
