// How a version of a form stands. Worked out from what was done about it and from the versions after it; nobody sets it.
import type { ConsentFormRecordFields } from './consent-form.fields';

export const CONSENT_FORM_STATES = ['draft', 'adopted', 'in_use', 'replaced', 'withdrawn'] as const;
export type ConsentFormState = (typeof CONSENT_FORM_STATES)[number];

export type KeyedForm = Pick<
  ConsentFormRecordFields,
  'replaces' | 'adoption' | 'attestation' | 'withdrawal'
> & { readonly key: string };

/** @param forms every form of the practice; the order does not matter */
export function stateOfForm(form: KeyedForm, forms: readonly KeyedForm[]): ConsentFormState {
  if (form.withdrawal) return 'withdrawn';
  if (!form.adoption) return 'draft';
  if (forms.some(hasReplaced(form.key))) return 'replaced';
  return form.attestation ? 'in_use' : 'adopted';
}

/**
 * A version that was adopted but never attested has replaced nothing yet: clients are still asked by the earlier one. One that was attested has replaced it for
 * good: that it is withdrawn later brings nothing back.
 */
function hasReplaced(key: string): (other: KeyedForm) => boolean {
  return ({ replaces, adoption, attestation }) => replaces === key && Boolean(adoption && attestation);
}
