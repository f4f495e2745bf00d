// What the records of a dossier must be together: the same rules for a file, for an import and after every single write.
import type { Fault } from '../common/problems/domain.error';
import { DATE_RULES } from './coherence/dates';
import { GROUND_RULES } from './coherence/grounds';
import { ONE_OF_EACH_RULES } from './coherence/one-of-each';
import { REFERENCE_RULES } from './coherence/references';
import type { CoherenceContext } from './coherence/rule';
import type { Dossier } from './dossier.document';

export type { CoherenceContext } from './coherence/rule';

const RULES = [...ONE_OF_EACH_RULES, ...REFERENCE_RULES, ...DATE_RULES, ...GROUND_RULES];

/** Every way in which the records do not fit each other; none when they do. Each rule has a stable code (docs/dossier.md). */
export function findIncoherences(dossier: Dossier, context: CoherenceContext = {}): Fault[] {
  return RULES.flatMap((rule) => rule(dossier, context));
}
