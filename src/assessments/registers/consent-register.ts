// The consents of a practice as they stand on the date of the assessment: which forms there are and how each stands, what is asked around each tool, and what the
// law of the states involved says of it, with how sure that is.
import type { RecordingConsentCatalog } from '../scoring/scoring-model';
import type { CalendarDate } from '../../common/calendar-date';
import { stateOfForm, type ConsentFormState } from '../../consent-forms/records/consent-form-state';
import { buildConsentForm } from '../../consent-forms/rules/build-consent-form';
import { changedElements } from '../../consent-forms/rules/changed-elements';
import type { ConsentElementsCatalog } from '../../consent-forms/rules/consent-elements-catalog';
import { consentFacts } from '../../consent-forms/rules/consent-facts';
import { lawNotes, type LawNote } from '../../consent-forms/rules/law-facts';
import type { Dossier } from '../../dossiers/dossier.document';
import type { ConsentKind } from '../../practice-measures/practice-measures.fields';

export interface RegisteredForm {
  /** of the form in the dossier */
  key: string;
  kind: ConsentKind;
  state: ConsentFormState;
  /** elements of a draft that cannot be said, with what is missing */
  open: { title: string; missing: string[] }[];
  /** elements of an adopted form that rest on something else now */
  changed: string[];
}

/** What is asked of clients around one tool, for each consent that the tool calls for. */
export interface RegisteredConsent {
  service: string;
  kind: ConsentKind;
  /** by a form on record, as recorded by hand, or not at all */
  by: 'form' | 'record' | 'nothing';
  formVersion: string | null;
  since: CalendarDate | null;
  isComplete: boolean;
}

export interface ConsentRegister {
  forms: RegisteredForm[];
  consents: RegisteredConsent[];
  law: LawNote[];
}

interface Known {
  readonly consentElements: ConsentElementsCatalog;
  readonly recordingConsent: RecordingConsentCatalog;
}

const IN_ORDER: readonly ConsentKind[] = ['telehealth', 'ai_use', 'recording'];

/** Sorted by key, service and kind: depends on the order of nothing in the dossier. */
export function consentRegister(dossier: Dossier, asOf: CalendarDate, known: Known): ConsentRegister {
  const context = { asOf, elements: known.consentElements, recordingConsent: known.recordingConsent };
  const forms = [...(dossier.consentForms ?? [])].sort(byKey);
  const notes = (kind: ConsentKind) =>
    lawNotes(kind, dossier.practice, asOf, known.recordingConsent, known.consentElements.notes);
  return {
    forms: forms.map((form): RegisteredForm => {
      const state = stateOfForm(form, forms);
      const built = buildConsentForm(form, dossier, context);
      const isHeld = state === 'adopted' || state === 'in_use';
      return {
        ...{ key: form.key, kind: form.kind, state },
        open:
          state === 'draft'
            ? built.open.map(({ title, missing }) => ({ title, missing: missing.map(({ text }) => text) }))
            : [],
        changed:
          isHeld && form.adoption
            ? changedElements(form.adoption.elements, built).map(({ title }) => title)
            : [],
      };
    }),
    consents: [...dossier.services]
      .sort(byKey)
      .flatMap(({ key }) =>
        kindsCalledFor(key, dossier, context).map((kind) => consentOf(key, kind, dossier, asOf)),
      ),
    // What is told of several states together stands in both; it is told once.
    law: [...notes('recording'), ...notes('ai_use').filter(({ citation }) => citation !== null)],
  };
}

/** By what the tool does: sessions carried, AI used, sessions recorded. */
function kindsCalledFor(
  service: string,
  dossier: Dossier,
  context: Parameters<typeof consentFacts>[3],
): ConsentKind[] {
  const { usesAi, records } = consentFacts('recording', [service], dossier, context);
  const isTelehealth = dossier.services.some(
    ({ key, functions }) => key === service && functions.includes('telehealth'),
  );
  const calls: Record<ConsentKind, boolean> = {
    telehealth: isTelehealth,
    ai_use: usesAi === true,
    recording: records === true,
  };
  return IN_ORDER.filter((kind) => calls[kind]);
}

function consentOf(
  service: string,
  kind: ConsentKind,
  { practiceMeasures }: Dossier,
  asOf: CalendarDate,
): RegisteredConsent {
  const measures = practiceMeasures?.find((one) => one.service === service);
  const consent = measures?.consents?.find((one) => one.kind === kind && one.since <= asOf);
  return {
    ...{ service, kind },
    by: !consent ? 'nothing' : consent.form ? 'form' : 'record',
    formVersion: consent?.formVersion ?? null,
    since: consent?.since ?? null,
    isComplete: Boolean(consent?.attestedForAllClients && consent.coversEveryoneAudible),
  };
}

function byKey(first: { readonly key: string }, second: { readonly key: string }): number {
  return first.key < second.key ? -1 : first.key > second.key ? 1 : 0;
}
