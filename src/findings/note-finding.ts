// Where a finding is noted from what it comes from: the form comes with what is known already.
import type { Level } from '../common/level';
import type { FindingSource } from './finding-words';

export interface FoundFrom {
  source: FindingSource;
  /** of the threat, gate, step, entry or incident */
  sourceId: string;
  title: string;
  /** key; left out where it is about the practice */
  service?: string | null;
  severity?: Level | null;
}

/** @param at address of the practice */
export function noteFindingAt(at: string, { source, sourceId, title, service, severity }: FoundFrom): string {
  const query = new URLSearchParams({
    ...{ source, sourceId, title: [...title].slice(0, 200).join('') },
    ...(service ? { service } : {}),
    ...(severity ? { severity } : {}),
  });
  return `${at}/registers/findings/new?${query.toString()}`;
}
