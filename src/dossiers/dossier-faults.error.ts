import { DomainError, type Fault } from '../common/problems/domain.error';
import type { FaultList } from '../common/faults';

/** Codes of docs/problems.md: what cannot be read at all is told apart from what can be read and is wrong. */
export type DossierRefusal = 'dossier-invalid' | 'body-unreadable' | 'body-too-large';

/** A dossier that is refused, with every fault found; nothing of it may be used. */
export class DossierFaultsError extends DomainError {
  constructor(
    faults: readonly Fault[],
    /** how many were found beyond those listed */
    readonly omitted = 0,
    refusal: DossierRefusal = 'dossier-invalid',
  ) {
    super(refusal, summaryOf(faults.length, omitted), faults);
    this.name = 'DossierFaultsError';
  }

  static of(list: FaultList): DossierFaultsError {
    return new DossierFaultsError(list.faults, list.omitted);
  }
}

function summaryOf(listed: number, omitted: number): string {
  const found = listed + omitted;
  const count = found === 1 ? 'The dossier has a fault' : `The dossier has ${found} faults`;
  return omitted > 0 ? `${count}; the first ${listed} are listed.` : `${count}.`;
}
