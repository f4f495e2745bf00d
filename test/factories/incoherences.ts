// The dossier of the factory with a change, and what in it does not fit.
import { findIncoherences, type CoherenceContext } from '../../src/dossiers/dossier-coherence';
import type { Dossier } from '../../src/dossiers/dossier.document';
import { aDossier } from './dossier.factory';

export type Change = (dossier: Required<{ [Kind in keyof Dossier]: NonNullable<Dossier[Kind]> }>) => void;

export function codesAfter(change: Change, context?: CoherenceContext): string[] {
  const dossier = aDossier();
  change(dossier as Parameters<Change>[0]);
  return findIncoherences(dossier, context).map(({ pointer, code }) => `${pointer} ${code}`);
}

export const at = <T>(list: readonly T[], index = 0): T => {
  const entry = list[index];
  if (entry === undefined) throw new Error('no such entry');
  return entry;
};
