// The engine's result with its sentences in the words of the report; every figure stays what it is.
import type { ServiceResult } from '../../assessments/scoring/service-result';
import type { InWords } from './facts-in-words';

export function resultInWords(result: ServiceResult, inWords: InWords): ServiceResult {
  const { decision, gates, threats, impact, unknowns, contradictions, holdsUntil } = result;
  return {
    ...result,
    decision: {
      ...decision,
      reasons: decision.reasons.map(inWords),
      conditions: decision.conditions.map(inWords),
    },
    gates: gates.map((gate) => ({
      ...gate,
      because: inWords(gate.because),
      remedy: gate.remedy && inWords(gate.remedy),
    })),
    threats: threats.map((threat) => ({
      ...threat,
      appliesBecause: inWords(threat.appliesBecause),
      ...(threat.raisedBy && {
        raisedBy: threat.raisedBy.map((one) => ({ ...one, because: inWords(one.because) })),
      }),
      contributions: threat.contributions.map((one) => ({
        ...one,
        because: inWords(one.because),
        source: inWords(one.source),
      })),
    })),
    impact: {
      ...impact,
      lines: impact.lines.map((line) => ({ ...line, because: inWords(line.because) })),
    },
    unknowns: unknowns.map((one) => ({ ...one, what: inWords(one.what), task: inWords(one.task) })),
    contradictions: contradictions.map((one) => ({
      ...one,
      between: [inWords(one.between[0]), inWords(one.between[1])],
      because: inWords(one.because),
    })),
    holdsUntil: holdsUntil && { ...holdsUntil, because: inWords(holdsUntil.because) },
  };
}
