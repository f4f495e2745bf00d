// What is wrong with a form, as its page says it: a summary whose lines lead to the fields, and the fault beside each field.
import type { Fault } from '../common/problems/domain.error';

export interface FormFault {
  /** id of the field on the page; null where no field of the form is meant */
  field: string | null;
  /** what the field is called on the page, then what is wrong */
  words: string;
}

export interface ShownFaults {
  summary: FormFault[];
  /** by name of the field */
  of: Record<string, string>;
  /** the text looks like a client's: whoever has checked that it is not may say so */
  mayConfirm: boolean;
}

export const NO_FAULTS: ShownFaults = { summary: [], of: {}, mayConfirm: false };

/** Names of fields are JSON Pointers without the first slash: practice/name. As an id of an element they are as good. */
export function fieldName(pointer: string): string {
  return pointer.replace(/^\//, '');
}

/**
 * @param labels what each field is called on the page, by its name; a fault of a part (an entry of a list) is that of the nearest field above it
 */
export function shownFaults(
  faults: readonly Fault[],
  detail: string,
  labels: Readonly<Record<string, string>>,
): ShownFaults {
  if (faults.length === 0) return { summary: [{ field: null, words: detail }], of: {}, mayConfirm: false };
  const of: Record<string, string> = {};
  const summary = faults.map((fault): FormFault => {
    const field = nearestField(fieldName(fault.pointer), labels);
    if (field === null) return { field, words: fault.detail };
    of[field] ??= fault.detail;
    return { field, words: `${asked(labels[field] ?? '')} ${fault.detail}` };
  });
  return { summary, of, mayConfirm: faults.some(({ code }) => code === 'possible-phi') };
}

/** "Your name:", but "Whom do you invite?" */
function asked(label: string): string {
  return label.endsWith('?') ? label : `${label}:`;
}

function nearestField(name: string, labels: Readonly<Record<string, string>>): string | null {
  for (let at = name; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
    if (Object.hasOwn(labels, at)) return at;
  }
  return null;
}
