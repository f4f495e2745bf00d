// Faults of the records that a form was stored as, at the fields of the form: several entries are answered by one form, so each fault is told once.
import { DomainError, type Fault } from '../common/problems/domain.error';

const OF_RECORD = /^\/safeguards\/\d+/;
/** What names the record where several were written: the page shows one form. */
const NAMED_RECORD = / \(safeguards, key "[^"]*"\)$/;

/** @param names what stands before the names of the form's fields; `risks/` */
export function atNames(error: unknown, names: string): unknown {
  if (!(error instanceof DomainError)) return error;
  const told = new Map<string, Fault>();
  for (const { pointer, code, detail } of error.faults) {
    const field = pointer.replace(OF_RECORD, '');
    const fault = { pointer: `/${names}${field.slice(1)}`, code, detail: detail.replace(NAMED_RECORD, '') };
    told.set(`${fault.pointer} ${code}`, fault);
  }
  return new DomainError(error.code, error.detail, [...told.values()]);
}
