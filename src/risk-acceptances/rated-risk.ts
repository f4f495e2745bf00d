// A threat as it is rated, in what an acceptance rests on. Pure; the shapes are those of a service's or the practice's result, named here by what is used of them.
import { createHash } from 'node:crypto';
import type { Level } from '../common/level';
import { canonicalBytes } from '../common/signing/canonical-bytes';
import type { Basis } from '../common/words';
import type { AcceptedBasisFields, ControlMet } from './risk-acceptance.fields';

export interface RatedControl {
  control: string;
  title: string;
  met: ControlMet;
  basis: Basis | null;
}

export interface HoldingGate {
  id: string;
  title: string;
  kind: 'law' | 'house';
  citation: string | null;
}

export interface RatedRisk {
  threat: string;
  title: string;
  level: Level;
  likelihood: Level;
  impact: Level;
  controls: RatedControl[];
  /** fired or open, and naming the threat */
  gates: HoldingGate[];
  /** keys */
  adjustments: string[];
  /** whether what has to be known of the service, or the practice, is known well enough to say a level */
  isEnoughKnown: boolean;
}

/** A result of scoring, as far as it is looked at. */
export interface RatedSubject {
  threats: readonly {
    id: string;
    title: string;
    contributions: readonly {
      controlId: string;
      title: string;
      met: { code: string };
      assurance: { basis: Basis | null };
    }[];
    adjustments: readonly { key: string }[];
    residual: { likelihood: Level; impact: Level; risk: Level };
  }[];
  gates?: readonly {
    id: string;
    title: string;
    kind: 'law' | 'house';
    citation: string | null;
    state: string;
    threats: readonly string[];
  }[];
  decision?: { code: string };
  confidence: { percent: number; thresholdPercent: number };
}

/** Null when the subject has no such threat: it is not rated, or does not apply. */
export function ratedRisk(subject: RatedSubject | null | undefined, threat: string): RatedRisk | null {
  const rated = subject?.threats.find(({ id }) => id === threat);
  if (!subject || !rated) return null;
  const { confidence, decision, gates = [] } = subject;
  return {
    ...{ threat, title: rated.title },
    level: rated.residual.risk,
    likelihood: rated.residual.likelihood,
    impact: rated.residual.impact,
    controls: rated.contributions.map(({ controlId, title, met, assurance }) => ({
      ...{ control: controlId, title, met: met.code as ControlMet, basis: assurance.basis },
    })),
    gates: gates
      .filter(({ state, threats }) => (state === 'fired' || state === 'open') && threats.includes(threat))
      .map(({ id, title, kind, citation }) => ({ id, title, kind, citation })),
    adjustments: rated.adjustments.map(({ key }) => key),
    isEnoughKnown: decision
      ? decision.code !== 'not_enough_known'
      : confidence.percent >= confidence.thresholdPercent,
  };
}

/** What of a risk is frozen with its acceptance. The order of anything changes nothing. */
export function basisOf(risk: RatedRisk): AcceptedBasisFields {
  const basis = {
    impact: risk.impact,
    likelihood: risk.likelihood,
    controls: [...risk.controls]
      .sort((one, other) => (one.control < other.control ? -1 : 1))
      .map(({ control, met, basis }) => ({ control, met, ...(basis ? { basis } : {}) })),
    gates: risk.gates.map(({ id }) => id).sort(),
    adjustments: [...risk.adjustments].sort(),
  };
  const rated = { threat: risk.threat, level: risk.level, ...basis };
  return { ...basis, digest: createHash('sha256').update(canonicalBytes(rated)).digest('hex') };
}
