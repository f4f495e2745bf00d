// Collects faults up to a bound, so that a document made of nothing but faults costs neither memory nor patience.
import type { Fault } from '../problems/domain.error';
import type { FaultCode } from '../problems/fault-codes';

export const MAX_LISTED_FAULTS = 100;

export class FaultList {
  readonly faults: Fault[] = [];
  /** how many were found beyond those listed */
  omitted = 0;

  /** `detail` may be a function where wording it takes work: it runs only when the fault is listed. */
  add(pointer: string, code: FaultCode, detail: string | (() => string)): void {
    if (this.faults.length >= MAX_LISTED_FAULTS) {
      this.omitted += 1;
      return;
    }
    this.faults.push({ pointer, code, detail: typeof detail === 'string' ? detail : detail() });
  }

  addAll(faults: readonly Fault[]): void {
    for (const { pointer, code, detail } of faults) this.add(pointer, code, detail);
  }

  get isEmpty(): boolean {
    return this.faults.length === 0;
  }
}
