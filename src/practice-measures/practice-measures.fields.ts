// What the practice itself does around one service: consents, review of drafts, deletion of audio.
import {
  BooleanField,
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { BASES, type Basis } from '../common/words';

/** Three separate consents: to telehealth, to the use of AI, and to being recorded. */
export const CONSENT_KINDS = ['recording', 'ai_use', 'telehealth'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

export const NOTE_REVIEWS = ['every_note', 'sample', 'none', 'unknown'] as const;
export type NoteReviewScope = (typeof NOTE_REVIEWS)[number];

export class ConsentFields {
  @ChoiceField(CONSENT_KINDS, { description: 'What the consent is to.' })
  kind: ConsentKind;

  @TextField({ description: 'Version of the form.', example: '2026-03', maxLength: 100 })
  formVersion: string;

  @DateField({ description: 'First day on which the consent was asked of clients.', example: '2026-03-01' })
  since: CalendarDate;

  @BooleanField({ description: 'Is the consent in writing?', example: true })
  written: boolean;

  @BooleanField({
    description: 'Does the practice attest that every recorded client has given it?',
    example: true,
  })
  attestedForAllClients: boolean;

  @BooleanField({
    description: 'Does it cover everyone who can be heard (partners, family, group members)?',
    example: true,
  })
  coversEveryoneAudible: boolean;

  @KeyField({
    description:
      'Key of the form of consent that is attested to be in use, where it is one of those on record.',
    optional: true,
  })
  form?: string | null;
}

export class NoteReviewFields {
  @ChoiceField(NOTE_REVIEWS, { description: 'Which drafts a clinician reads and corrects before signing.' })
  scope: NoteReviewScope;

  @DateField({ description: 'Since when.', example: '2026-03-01' })
  since: CalendarDate;

  @ChoiceField(BASES, { description: 'How this is known.', example: 'observed' })
  basis: Basis;
}

export class AudioDeletionFields {
  @IntegerField({
    description: 'Days after a session by which audio is deleted (0: the same day).',
    example: 1,
    minimum: 0,
    maximum: 36500,
  })
  withinDays: number;

  @DateField({ description: 'Since when.', example: '2026-03-01' })
  since: CalendarDate;

  @ChoiceField(BASES, { description: 'How this is known.', example: 'observed' })
  basis: Basis;

  @TextField({ description: 'Evidence, such as a deletion log.', optional: true, maxLength: 500 })
  evidence?: string | null;
}

export class PracticeMeasuresFields {
  @RecordListField(() => ConsentFields, {
    description: 'Consents in use, at most one per kind.',
    optional: true,
    maxItems: CONSENT_KINDS.length,
  })
  consents?: ConsentFields[] | null;

  @RecordField(() => NoteReviewFields, { description: 'Review of drafted notes.', optional: true })
  noteReview?: NoteReviewFields | null;

  @RecordField(() => AudioDeletionFields, { description: 'Deletion of session audio.', optional: true })
  audioDeletion?: AudioDeletionFields | null;
}
