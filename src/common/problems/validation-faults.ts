// class-validator's tree of errors as a flat list of faults by JSON pointer.
import type { ValidationError } from 'class-validator';
import type { Fault } from './domain.error';

/** Every fault in the tree, in the order of the fields; unknown fields are named as such. */
export function faultsOf(errors: readonly ValidationError[], parent = ''): Fault[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property)}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) =>
      faultOf(pointer, rule, message),
    );
    return [...firstPerPointer(own), ...faultsOf(error.children ?? [], pointer)];
  });
}

/** A JSON pointer token: ~ and / are escaped (RFC 6901). */
export function escapePointer(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

function faultOf(pointer: string, rule: string, message: string): Fault {
  if (rule === 'whitelistValidation')
    return { pointer, code: 'unknown-field', detail: 'is not a field of this record' };
  return { pointer, code: rule === 'isDefined' ? 'missing-field' : 'invalid-field', detail: message };
}

/** A missing value breaks every rule of its field: one sentence is enough. */
function firstPerPointer(faults: Fault[]): Fault[] {
  const missing = faults.find(({ code }) => code === 'missing-field');
  return missing ? [missing] : faults;
}
