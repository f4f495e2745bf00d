// Forms of consent: what each is about is there, its course is in an order that can be, and whoever says that clients are asked by a form names one that is in use.
import type { FaultCode } from '../../common/problems/fault-codes';
import type { ConsentFields } from '../../practice-measures/practice-measures.fields';
import type { Dossier, DossierConsentForm } from '../dossier.document';
import { eachOf, fault, repeatsIn, type CoherenceRule } from './rule';

const formsAreAboutWhatIsThere: CoherenceRule = ({ consentForms, services }) => {
  const known = new Set(services.map(({ key }) => key));
  const forms = new Map((consentForms ?? []).map((form) => [form.key, form]));
  return eachOf(consentForms, ({ key, kind, services: about, replaces, ownWords }, index) => [
    about.length === 0 &&
      fault(
        'service-missing',
        'names no service; a form is about one at least',
        'consentForms',
        index,
        'services',
      ),
    ...about.map(
      (service, place) =>
        !known.has(service) &&
        fault(
          'unknown-service',
          'no service has this key; add it or correct the key',
          ...['consentForms', index, 'services', place],
        ),
    ),
    replaces != null &&
      (replaces === key || forms.get(replaces)?.kind !== kind) &&
      fault(
        'unknown-consent-form',
        'is no other form of consent to the same; correct the key',
        ...['consentForms', index, 'replaces'],
      ),
    ...repeatsIn((ownWords ?? []).map(({ element }) => element)).map(([place, first]) =>
      fault(
        'worded-twice',
        `has its own words at ownWords/${first} already; keep one`,
        ...['consentForms', index, 'ownWords', place, 'element'],
      ),
    ),
  ]);
};

const courseInOrder: CoherenceRule = ({ consentForms }, { asOf }) =>
  eachOf(consentForms, ({ review, adoption, attestation, withdrawal }, index) => {
    const at = (code: FaultCode, detail: string, ...place: string[]) =>
      fault(code, detail, 'consentForms', index, ...place);
    const late = (date: string | undefined, ...place: string[]) =>
      asOf && date && date > asOf && at('dated-in-the-future', `lies after ${asOf}; correct it`, ...place);
    return [
      attestation &&
        !adoption &&
        at('adoption-missing', 'needs the adoption of the form first', 'attestation'),
      attestation &&
        adoption &&
        attestation.inUseSince < adoption.adoptedOn &&
        at('dates-reversed', 'lies before the form was adopted', 'attestation', 'inUseSince'),
      withdrawal &&
        adoption &&
        withdrawal.withdrawnOn < adoption.adoptedOn &&
        at('dates-reversed', 'lies before the form was adopted', 'withdrawal', 'withdrawnOn'),
      late(review?.reviewedOn, 'review', 'reviewedOn'),
      late(adoption?.adoptedOn, 'adoption', 'adoptedOn'),
      late(attestation?.inUseSince, 'attestation', 'inUseSince'),
      late(attestation?.attestedOn, 'attestation', 'attestedOn'),
      late(withdrawal?.withdrawnOn, 'withdrawal', 'withdrawnOn'),
    ];
  });

/** A measure that names a form says what the form says; one that names none stands by itself, as before there were forms. */
const measuresNameFormsInUse: CoherenceRule = ({ practiceMeasures, consentForms }: Dossier) => {
  const forms = new Map((consentForms ?? []).map((form) => [form.key, form]));
  return eachOf(practiceMeasures, ({ service, consents }, index) =>
    (consents ?? []).map((consent, place) => {
      if (!consent.form) return null;
      const misfit = misfitOf(consent, service, forms.get(consent.form));
      return (
        misfit &&
        fault(misfit.code, misfit.detail, ...['practiceMeasures', index, 'consents', place, misfit.field])
      );
    }),
  );
};

function misfitOf(
  { kind, since, formVersion }: ConsentFields,
  service: string,
  form: DossierConsentForm | undefined,
): { code: FaultCode; detail: string; field: string } | null {
  const unfit = (detail: string, field = 'form') => ({ code: 'consent-form-unfit' as const, detail, field });
  if (!form) {
    const detail = 'no form of consent has this key; add it or correct the key';
    return { code: 'unknown-consent-form', detail, field: 'form' };
  }
  if (form.kind !== kind) return unfit('is a form of consent to something else');
  if (!form.services.includes(service)) return unfit('is not about this service');
  if (!form.attestation || form.withdrawal) return unfit('is not a form that is attested to be in use');
  if (form.formVersion !== formVersion) return unfit('is not the version of the form named', 'formVersion');
  if (since < form.attestation.inUseSince) return unfit('lies before the form came into use', 'since');
  return null;
}

export const CONSENT_FORM_RULES: readonly CoherenceRule[] = [
  formsAreAboutWhatIsThere,
  courseInOrder,
  measuresNameFormsInUse,
];
