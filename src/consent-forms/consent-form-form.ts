// The forms by which a consent form is drafted, worded, adopted, attested and withdrawn.
import type { Constructor } from '../common/fields';
import { labelsOf } from '../web/form-view';
import { labelsOfParts, sectionsOf, type FormPart, type PartedForm, type Words } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import type { StandingForm, StandingForms } from './consent-form-reader.service';
import { AdoptConsentFormDto, AttestConsentFormDto, WithdrawConsentFormDto } from './consent-forms.dto';
import {
  ADOPTION_WORDS,
  ATTESTATION_WORDS,
  DRAFT_WORDS,
  KIND_WORDS,
  OWN_WORDS,
  REVIEW_WORDS,
  WITHDRAWAL_WORDS,
} from './form-words';
import { ConsentFormFields, FormReviewFields, OwnWordsFields } from './records/consent-form.fields';
import type { BuiltElement } from './rules/build-consent-form';

export const addressOfForms = (organizationId: string): string =>
  `/organizations/${organizationId}/registers/consent-forms`;

export const titleOf = ({ form }: Pick<StandingForm, 'form'>): string =>
  `${KIND_WORDS[form.kind]}, version ${form.formVersion}`;

/** The parts of a draft; its kind is settled once it is made. */
export function draftParts(isNew: boolean): PartedForm['parts'] {
  const { kind, ...rest } = DRAFT_WORDS;
  const review: FormPart = {
    title: 'Review by a lawyer or a board',
    help: 'Have the form looked over before you use it: what Duecare says is no legal advice.',
    isFolded: true,
    within: [{ at: 'review/', type: FormReviewFields, words: REVIEW_WORDS }],
  };
  return [{ title: '', words: isNew ? { kind, ...rest } : rest }, review];
}

export function draftForm(at: string, { facts, forms }: StandingForms, one: StandingForm | null): RecordForm {
  const earlier = forms
    .filter((other) => other.form.id !== one?.form.id && (!one || other.form.kind === one.form.kind))
    .map((other) => ({ key: other.form.key, name: titleOf(other) }));
  const form: PartedForm = {
    type: ConsentFormFields,
    parts: draftParts(one === null),
    choices: { services: facts.services, replaces: earlier },
  };
  const here = one ? `${at}/${one.form.id}` : at;
  return {
    title: one ? 'Change the draft' : 'Draft a form of consent',
    lead: 'Duecare writes it from what is on record. What is missing is told to you; clients read what you adopt, and nothing else.',
    back: { href: here, label: one ? titleOf(one) : 'Consent forms' },
    action: here,
    button: one ? 'Save' : 'Draft it',
    labels: labelsOfParts(form.parts),
    sections: (values, faults) => sectionsOf(form, values, faults),
  };
}

export function elementForm(at: string, one: StandingForm, element: BuiltElement): RecordForm {
  const here = `${at}/${one.form.id}`;
  const missing = element.missing.map(({ text }) => text).join(' ');
  return simpleForm({
    ...{ type: OwnWordsFields, words: OWN_WORDS, here, back: titleOf(one) },
    title: element.title,
    lead: `${element.asks} ${missing ? `Open: ${missing} Record it, or say it in your own words.` : 'You may say it in your own words.'}`,
    ...{ action: `${here}/elements/${element.id}`, button: 'Save' },
  });
}

export function adoptionForm(at: string, one: StandingForm): RecordForm {
  const here = `${at}/${one.form.id}`;
  return simpleForm({
    ...{ type: AdoptConsentFormDto, words: ADOPTION_WORDS, here, back: titleOf(one) },
    title: 'Adopt the form',
    lead: 'You have read it as your clients will, and the practice stands by each sentence. From now on its text stays as it is; for other words you make a new version.',
    ...{ action: `${here}/adoption`, button: 'Adopt it' },
  });
}

export function attestationForm(at: string, one: StandingForm): RecordForm {
  const here = `${at}/${one.form.id}`;
  return simpleForm({
    ...{ type: AttestConsentFormDto, words: ATTESTATION_WORDS, here, back: titleOf(one) },
    title: 'Say that it is in use',
    lead: 'Answer for what is so. A “no” counts as well: it shows what is left to do. Signed copies stay in your clients’ records, never here.',
    ...{ action: `${here}/attestation`, button: 'Attest it' },
  });
}

export function withdrawalForm(at: string, one: StandingForm): RecordForm {
  const here = `${at}/${one.form.id}`;
  return simpleForm({
    ...{ type: WithdrawConsentFormDto, words: WITHDRAWAL_WORDS, here, back: titleOf(one) },
    title: 'Withdraw the form',
    lead: 'It stays to be read. What rested on it, for its tools, counts no more.',
    ...{ action: `${here}/withdrawal`, button: 'Withdraw it' },
  });
}

interface Simple {
  type: Constructor;
  words: Words;
  title: string;
  lead: string;
  here: string;
  back: string;
  action: string;
  button: string;
}

function simpleForm({ type, words, title, lead, here, back, action, button }: Simple): RecordForm {
  return {
    ...{ title, lead, action, button },
    back: { href: here, label: back },
    labels: labelsOf(words),
    sections: (values, faults) => sectionsOf({ type, parts: [{ title: '', words }] }, values, faults),
  };
}
