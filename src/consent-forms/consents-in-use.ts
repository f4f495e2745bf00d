// What a form's attestation, and its withdrawal, make of the consents that are on record around each tool: scoring reads those.
import type { ConsentFormRecordFields } from './records/consent-form.fields';
import type { ConsentFields } from '../practice-measures/practice-measures.fields';

type Form = Pick<ConsentFormRecordFields, 'kind' | 'formVersion' | 'attestation'> & { readonly key: string };

/** The consents with the one that the attested form gives, in the place of what stood there for its kind. */
export function withConsentBy(
  form: Form,
  consents: readonly ConsentFields[] | null | undefined,
): ConsentFields[] {
  const { key, kind, formVersion, attestation } = form;
  const others = (consents ?? []).filter((one) => one.kind !== kind);
  if (!attestation) return [...others];
  const { inUseSince: since, written, attestedForAllClients, coversEveryoneAudible } = attestation;
  const given = {
    kind,
    formVersion,
    since,
    written,
    attestedForAllClients,
    coversEveryoneAudible,
    form: key,
  };
  return [...others, given];
}

/**
 * The consents without those that this form gave, also where somebody has saved them by hand since and the name of the form is gone; what rests on another form
 * stays. Null where nothing is left.
 */
export function withoutConsentBy(
  { key, kind, formVersion }: Pick<Form, 'key' | 'kind' | 'formVersion'>,
  consents: readonly ConsentFields[] | null | undefined,
): ConsentFields[] | null {
  const isOfForm = (one: ConsentFields): boolean =>
    one.form ? one.form === key : one.kind === kind && one.formVersion === formVersion;
  const left = (consents ?? []).filter((one) => !isOfForm(one));
  return left.length > 0 ? left : null;
}
