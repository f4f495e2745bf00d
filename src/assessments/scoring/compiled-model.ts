// The model made ready once: facts by place, the controls of each threat with their most points, bands in points. Kept per model
// object, so that scoring a thousand services looks nothing up twice.
import type { ActsOn, ControlDefinition, ScoringModel, ThreatDefinition } from './scoring-model';

export interface CompiledControl {
  readonly definition: ControlDefinition;
  /** place of the fact in model.facts */
  readonly factIndex: number;
  readonly maxPoints: number;
}

/** The controls of a threat that act on one likelihood, and the bands of their points. */
export interface CompiledSide {
  readonly actsOn: ActsOn;
  readonly controls: readonly CompiledControl[];
  readonly maxPoints: number;
  /** lowest band first */
  readonly bands: readonly { readonly fromPoints: number; readonly levels: number }[];
}

export interface CompiledThreat {
  readonly definition: ThreatDefinition;
  /** one side per likelihood that some control acts on; `withAi` where controls only asked of AI services count too */
  readonly sides: { readonly withAi: readonly CompiledSide[]; readonly withoutAi: readonly CompiledSide[] };
}

export interface CompiledModel {
  readonly model: ScoringModel;
  readonly threats: readonly CompiledThreat[];
}

const compiled = new WeakMap<ScoringModel, CompiledModel>();

export function compile(model: ScoringModel): CompiledModel {
  const known = compiled.get(model);
  if (known) return known;
  const made: CompiledModel = {
    model,
    threats: model.threats.map((definition) => ({
      definition,
      sides: { withAi: sidesOf(model, definition, true), withoutAi: sidesOf(model, definition, false) },
    })),
  };
  compiled.set(model, made);
  return made;
}

function sidesOf(model: ScoringModel, threat: ThreatDefinition, usesAi: boolean): CompiledSide[] {
  return (['initiation', 'adverse_impact'] as const)
    .map((actsOn) => sideOf(model, threat, actsOn, usesAi))
    .filter(({ controls }) => controls.length > 0);
}

function sideOf(
  model: ScoringModel,
  threat: ThreatDefinition,
  actsOn: ActsOn,
  usesAi: boolean,
): CompiledSide {
  const perWeight =
    Math.max(...Object.values(model.points.met)) *
    Math.max(...Object.values(model.points.assurance)) *
    Math.max(...Object.values(model.points.freshness));
  const controls = threat.controls
    .filter((control) => control.actsOn === actsOn && (usesAi || control.onlyWhen !== 'uses_ai'))
    .map((definition) => ({
      definition,
      factIndex: model.facts.findIndex(({ id }) => id === definition.fact),
      maxPoints: definition.weight * perWeight,
    }));
  const maxPoints = controls.reduce((sum, control) => sum + control.maxPoints, 0);
  const bands = model.bands
    .map(({ fromPercent, levels }) => ({ fromPoints: Math.ceil((maxPoints * fromPercent) / 100), levels }))
    .sort((first, second) => first.fromPoints - second.fromPoints);
  return { actsOn, controls, maxPoints, bands };
}
