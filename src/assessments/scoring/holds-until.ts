// Until when a result holds: the day before the first date on which the same facts give another one. Found on each recorded date to
// come, soonest first. A result follows from what its facts are read as, its gates, its adjustments and its contradictions, so
// these are asked again, and of them only what reads the records that turn on the day; nothing is rated or told again.
import { dayBefore } from '../../common/calendar-date';
import type { CompiledModel } from './compiled-model';
import { contradictionsIn, RECORDS_THAT_CONTRADICT } from './contradictions';
import { tellTurn, turnsAfter, type Turn } from './dated-inputs';
import { bitsOf } from './dated-records';
import type { Evaluation } from './evaluate';
import { findGate, type GateFinding } from './gates';
import { incidentsRaising, incidentsThatTurn } from './incident-history';
import { afterAdjustments } from './rate-threat';
import { pointsPerWeight } from './readings/reading';
import type { ServiceResult } from './service-result';
import { viewOn, type ServiceGround, type ServiceView } from './service-view';

export function holdsUntil(
  ground: ServiceGround,
  compiled: CompiledModel,
  now: Evaluation,
): ServiceResult['holdsUntil'] {
  for (const turn of turnsAfter(ground, now.view.asOf)) {
    if (!changes(turn, ground, compiled, now)) continue;
    return { date: dayBefore(turn.on), because: `On ${turn.on}: ${tellTurn(ground, turn)}.` };
  }
  return null;
}

function changes(turn: Turn, ground: ServiceGround, compiled: CompiledModel, now: Evaluation): boolean {
  const then = viewOn(ground, turn.on);
  const { records } = turn;
  return (
    factsDiffer(then, compiled, now, records) ||
    gatesDiffer(then, compiled, now, records) ||
    ((ADJUSTING & records) !== 0 && adjustmentsDiffer(then, now)) ||
    ((HAPPENED & records) !== 0 && incidentsDiffer(then, now)) ||
    ((CONTRADICTING & records) !== 0 && contradictionsDiffer(then, now))
  );
}

const ADJUSTING = bitsOf(['adjustments']);
const HAPPENED = bitsOf(['incidents']);
const CONTRADICTING = bitsOf(RECORDS_THAT_CONTRADICT);

/** What a control earns, how it is met, whether it is known and where it stands; ages in months and words may differ. */
function factsDiffer(
  then: ServiceView,
  { facts }: CompiledModel,
  { figures }: Evaluation,
  turning: number,
): boolean {
  const { readings, perWeight } = figures.facts;
  return facts.some(({ reads, read }, index) => {
    const before = readings[index];
    if (!before || (reads & turning) === 0) return false;
    const after = read(then);
    return (
      after.met !== before.met ||
      after.known !== before.known ||
      after.basis !== before.basis ||
      after.source !== before.source ||
      pointsPerWeight(after, then.model) !== perWeight[index]
    );
  });
}

function gatesDiffer(then: ServiceView, { gates }: CompiledModel, now: Evaluation, turning: number): boolean {
  return gates.some(({ definition, reads }, index) => {
    if ((reads & turning) === 0) return false;
    const before = (now.gates[index] as GateFinding).outcome;
    const after = findGate(then, definition).outcome;
    return after.state !== before.state || !after.missing !== !before.missing;
  });
}

/** Asked where facts and gates are the same, so what an adjustment is laid on is the same as well. */
function adjustmentsDiffer(then: ServiceView, { figures }: Evaluation): boolean {
  return figures.threats.some(({ threat, computed, adjustments: before }) => {
    const after = afterAdjustments(then, threat, computed).adjustments;
    return (
      after.length !== before.length ||
      after.some(({ key, to }, index) => key !== before[index]?.key || to !== before[index].to)
    );
  });
}

/** Which threats apply, and by which controls, turns with facts and gates: where those are the same, incidents raise the same threats. */
function incidentsDiffer(then: ServiceView, { figures }: Evaluation): boolean {
  return figures.threats.some(
    ({ threat, raising }) =>
      incidentsThatTurn(incidentsRaising(then, threat.definition.id), raising).length > 0,
  );
}

function contradictionsDiffer(then: ServiceView, { contradictions: before }: Evaluation): boolean {
  const after = contradictionsIn(then);
  return after.length !== before.length || after.some(({ id }, index) => id !== before[index]?.id);
}
