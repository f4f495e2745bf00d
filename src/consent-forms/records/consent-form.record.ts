import { linkedServices, type RecordKind } from '../../records/record-kind';
import { ConsentForm } from './consent-form.entity';

export const CONSENT_FORM: RecordKind = {
  name: 'consent_form',
  plural: 'consent-forms',
  entity: ConsentForm,
  dossierList: 'consentForms',
  table: 'consent_form',
  columns: `r.kind, r.form_version as "formVersion", ${linkedServices('consent_form_service', 'consent_form_key')}, r.own_words as "ownWords",
    r.review, r.replaces, r.adoption, r.attestation, r.withdrawal`,
  serviceLinks: { table: 'consent_form_service', ownerColumn: 'consent_form_key' },
  step: {
    action: 'consent-forms.adopt',
    isTaken: ({ adoption, attestation, withdrawal }) => Boolean(adoption ?? attestation ?? withdrawal),
  },
  // What was adopted stays as it was adopted, and a withdrawn draft as it was withdrawn: a change is another version. That it is in use, and that it no longer is, is noted by steps of their own.
  isFrozen: ({ adoption, withdrawal }) => Boolean(adoption ?? withdrawal),
};
