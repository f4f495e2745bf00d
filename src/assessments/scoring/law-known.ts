// How far the law of a state is known. One rule for gates, clearance and forms of consent: an entry is law only where it is surely known and its text was
// read; what nobody read is held by a rule of the house on the careful side, and said not to have been checked.
import type { Modality } from '../../organizations/practice.fields';
import type { LawKnown } from './gates/gate-outcome';
import { CONFIDENCES, type Confidence } from './model-words';
import type { RecordingRule, RecordingWay, StateAct, StateRecordingRule } from './recording-consent-catalog';

/** Several sources that agree make an act high in confidence; only its own text makes it one that is law here. */
export function isActKnown({ confidence, isTextRead }: Pick<StateAct, 'confidence' | 'isTextRead'>): boolean {
  return confidence === 'high' && isTextRead;
}

type Rule = Pick<StateRecordingRule, 'inPerson' | 'electronic' | 'confidence' | 'textRead' | 'treatAs'>;

/** The entry is sure, and its text was read for a way in which sessions are held and everyone's consent is asked. */
export function asksEveryoneByLaw(rule: Rule, modalities: readonly Modality[]): boolean {
  return (
    rule.confidence === 'high' &&
    waysOf(modalities).some((way) => ruleFor(rule, way) === 'all_party' && rule.textRead.includes(way))
  );
}

/**
 * Everyone's consent is asked by a rule of the house: the entry is unclear or not sure and treated so, or nobody has read the text for a way in which
 * sessions are held. That one party is enough is relied on only where it was read.
 */
export function asksEveryoneWithCare(rule: Rule, modalities: readonly Modality[]): boolean {
  if (asksEveryoneByLaw(rule, modalities)) return false;
  return rule.treatAs === 'all_party' || !isTextRead(rule, modalities);
}

/** The text was read for each way in which sessions are held. */
export function isTextRead({ textRead }: Pick<Rule, 'textRead'>, modalities: readonly Modality[]): boolean {
  return waysOf(modalities).every((way) => textRead.includes(way));
}

/** As sure as the least sure of the states, with the citations that were not read in their text for each way in which sessions are held. */
export function recordingLawKnown(
  states: readonly StateRecordingRule[],
  modalities: readonly Modality[],
): LawKnown {
  return {
    confidence: leastSure(states),
    notChecked: states.filter((state) => !isTextRead(state, modalities)).map(({ citation }) => citation),
  };
}

export function actsKnown(acts: readonly StateAct[]): LawKnown {
  return {
    confidence: leastSure(acts),
    notChecked: acts.filter((act) => !act.isTextRead).map(({ citation }) => citation),
  };
}

function leastSure(entries: readonly { readonly confidence: Confidence }[]): Confidence {
  return entries.reduce<Confidence>(
    (least, { confidence }) =>
      CONFIDENCES.indexOf(confidence) > CONFIDENCES.indexOf(least) ? confidence : least,
    'high',
  );
}

function waysOf(modalities: readonly Modality[]): RecordingWay[] {
  return modalities.map((one) => (one === 'in_person' ? 'in_person' : 'electronic'));
}

function ruleFor({ inPerson, electronic }: Rule, way: RecordingWay): RecordingRule {
  return way === 'in_person' ? inPerson : electronic;
}
