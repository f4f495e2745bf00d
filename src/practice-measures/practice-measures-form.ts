// The form about what the practice does itself around a tool: each consent, the reading of drafts, the deletion of recordings. A part in which nothing
// stands is not on record.
import type { Constructor } from '../common/fields';
import type { FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import type { ShownFaults } from '../web/form-faults';
import {
  fieldViews,
  labelsOf,
  storedIn,
  type FieldView,
  type FieldWords,
  type Values,
} from '../web/form-view';
import { recordFromForm } from '../web/record-from-form';
import type { RecordForm, StoredRecord } from '../web/record-form';
import {
  AUDIO_DELETION_WORDS,
  CONSENT_TITLES,
  CONSENT_WORDS,
  NOTE_REVIEW_WORDS,
} from './practice-measures-words';
import {
  AudioDeletionFields,
  CONSENT_KINDS,
  ConsentFields,
  NoteReviewFields,
  type ConsentKind,
} from './practice-measures.fields';

type Words = Readonly<Record<string, FieldWords>>;

const PARTS: readonly { at: string; type: Constructor; words: Words; title: string }[] = [
  ...CONSENT_KINDS.map((kind) => ({
    ...{ at: `consents/${kind}/`, type: ConsentFields, words: CONSENT_WORDS, title: CONSENT_TITLES[kind] },
  })),
  { at: 'noteReview/', type: NoteReviewFields, words: NOTE_REVIEW_WORDS, title: 'Reading what was drafted' },
  {
    ...{ at: 'audioDeletion/', type: AudioDeletionFields, words: AUDIO_DELETION_WORDS },
    title: 'Deleting what was recorded',
  },
];

/** @param measures to change; null for new ones */
export function practiceMeasuresForm(
  organizationId: string,
  tool: ToolOfPage,
  measures: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: 'What you do yourself',
    lead: `What your practice does around ${tool.name}. Say what is so today; a plan does not count yet. Leave a part empty as a whole where there is nothing to say.`,
    back: { href: at, label: tool.name },
    action: measures ? `${at}/practice-measures/${measures.id}` : `${at}/practice-measures`,
    button: 'Save',
    labels: Object.assign({}, ...PARTS.map(({ words, at: part }) => labelsOf(words, part))) as Record<
      string,
      string
    >,
    sections: (values, faults) =>
      PARTS.map(({ at: part, type, words, title }) => ({
        ...{ title, help: '', isFolded: false },
        fields: views(type, words, values, faults, part),
      })),
  };
}

/** Needed once something else of its part is said; the server tells so. */
function views(
  type: Constructor,
  words: Words,
  values: Values,
  faults: ShownFaults,
  part: string,
): FieldView[] {
  return Object.values(fieldViews(type, words, values, faults, part)).map((view) => ({
    ...view,
    required: false,
  }));
}

export function storedMeasures(measures: RecordRow): StoredRecord {
  const consents = (measures.consents ?? []) as ConsentFields[];
  const byKind = Object.fromEntries(consents.map((consent) => [consent.kind, consent]));
  return { version: measures.version, values: storedIn({ ...measures, consents: byKind }) };
}

export function measuresBeside(form: FormBody): Record<string, unknown> {
  const given = kindsGiven(form).map((kind) => ({
    ...partOf(form, `consents/${kind}/`, ConsentFields),
    kind,
  }));
  return {
    consents: given.length > 0 ? given : null,
    noteReview: partOf(form, 'noteReview/', NoteReviewFields),
    audioDeletion: partOf(form, 'audioDeletion/', AudioDeletionFields),
  };
}

/** Faults of consents by their kind, as the form has them, instead of by their place in the list. */
export function inWordsOfTheForm(error: unknown, form: FormBody): unknown {
  if (!(error instanceof DomainError)) return error;
  const kinds = kindsGiven(form);
  const faults = error.faults.map((fault) => ({
    ...fault,
    pointer: fault.pointer.replace(
      /^\/consents\/(\d+)/,
      (_all, place: string) => `/consents/${kinds[Number(place)]}`,
    ),
  }));
  return new DomainError(error.code, error.detail, faults);
}

function kindsGiven(form: FormBody): ConsentKind[] {
  return CONSENT_KINDS.filter((kind) => partOf(form, `consents/${kind}/`, ConsentFields) !== null);
}

/** null where nothing of it was typed */
function partOf(form: FormBody, at: string, type: Constructor): Record<string, unknown> | null {
  const part = recordFromForm(type, form, at);
  return Object.values(part).some((value) => value !== null && value !== undefined) ? part : null;
}
