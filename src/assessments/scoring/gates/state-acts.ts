// Which state acts a gate asks about. An act that is surely known by its own text is law, for a gate of the kind law; the others are held by a gate
// of the kind house until somebody has read the act.
import { actsKnown, isActKnown } from '../law-known';
import type { GateDefinition, StateAct, StateActRequirement } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { notApplicable, type GateOutcome } from './gate-outcome';

export const NO_ACT: GateOutcome = notApplicable(
  'No act in force on this date, of a state on the profile, asks it of a tool that does what this one does.',
);

/** Acts in force on the date, of the states where clients or clinicians sit, that ask one of these of the practice. */
export function actsAsking(
  { states, model, asOf }: ServiceView,
  { kind }: GateDefinition,
  ...requirements: readonly StateActRequirement[]
): StateAct[] {
  return model.recordingConsent.stateActs.filter(
    (act) =>
      states.includes(act.state) &&
      act.effectiveOn <= asOf &&
      isHeldBy(kind, act) &&
      requirements.some((one) => act.requires.includes(one)),
  );
}

/** Whether a gate of the kind holds what the entry says. */
export function isHeldBy(
  kind: GateDefinition['kind'],
  act: Pick<StateAct, 'confidence' | 'isTextRead'>,
): boolean {
  return (kind === 'law') === isActKnown(act);
}

/** The law that an outcome rests on, and how far it is known. */
export function restsOn(acts: readonly StateAct[]): Required<Pick<GateOutcome, 'citation' | 'known'>> {
  return { citation: acts.map(({ citation }) => citation).join('; '), known: actsKnown(acts) };
}
