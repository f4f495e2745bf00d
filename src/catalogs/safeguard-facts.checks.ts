// What the scoring model and the list of the Security Rule's entries ask of each other: a gap in any entry shows the threats that it opens.
import type { ScoringModelFile } from '../assessments/scoring/scoring-model';
import { ShapeError } from '../common/catalog-files/shape';
import type { RuleEntry } from '../safeguards/security-rule';

/**
 * Each entry that binds a covered entity is one fact and a control of one threat of the practice at least; no fact rests on another entry: of those
 * that bind others the practice answers only in a further role, and its threats are every practice's.
 */
export function checkSafeguardFacts(
  { facts, threats }: Pick<ScoringModelFile, 'facts' | 'threats'>,
  entries: readonly Pick<RuleEntry, 'id' | 'binds'>[],
): void {
  const binding = new Set(entries.filter(({ binds }) => binds === 'covered_entity').map(({ id }) => id));
  const controlling = new Set(threats.flatMap(({ controls }) => controls.map(({ fact }) => fact)));
  const known = new Set<string>();
  for (const fact of facts) {
    if (fact.reader !== 'safeguard') continue;
    const path = `fact ${fact.id}`;
    if (!binding.has(fact.entry))
      throw new ShapeError(path, `names no entry that binds a covered entity: ${fact.entry}`);
    if (known.has(fact.entry)) throw new ShapeError(path, `another fact is about ${fact.entry} as well`);
    if (!controlling.has(fact.id)) throw new ShapeError(path, 'is no control of any threat');
    known.add(fact.entry);
  }
  const missing = [...binding].find((entry) => !known.has(entry));
  if (missing) throw new ShapeError('facts', `none is about ${missing}`);
}
