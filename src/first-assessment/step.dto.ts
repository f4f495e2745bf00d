// What the short forms of the way ask in words of their own; the rest are fields of the records that they become.
import {
  ChoiceField,
  ChoicesField,
  BooleanField,
  DateField,
  IntegerField,
  TextField,
} from '../common/fields';
import { DataFlowFields } from '../data-flows/data-flow.fields';
import type { CalendarDate } from '../common/calendar-date';
import {
  CONSENT_KINDS,
  NOTE_REVIEWS,
  type ConsentKind,
  type NoteReviewScope,
} from '../practice-measures/practice-measures.fields';

export const PUT_IN_BY = ['practice', 'clients'] as const;
export type PutInBy = (typeof PUT_IN_BY)[number];

/** A flow to the tool, and whose end the other one is. */
export class FlowStepDto extends DataFlowFields {
  @ChoiceField(PUT_IN_BY, { description: 'Who puts the data into the tool.' })
  putInBy: PutInBy;
}

export const AGREEMENT_SAYINGS = ['signed', 'requested', 'none', 'unknown'] as const;
export type AgreementSaying = (typeof AGREEMENT_SAYINGS)[number];

export class AgreementSaidDto {
  @ChoiceField(AGREEMENT_SAYINGS, { description: 'How far the agreement has come.' })
  said: AgreementSaying;

  @DateField({ description: 'The day of the last signature, or on which it was asked for.', optional: true })
  on?: CalendarDate | null;
}

/** The same for each consent that is ticked; one that differs is said on the page of the tool. */
export class HabitsDto {
  @ChoicesField(CONSENT_KINDS, { description: 'Consents that clients give on a form.' })
  consents: ConsentKind[];

  @TextField({ description: 'Version or date of the form.', optional: true, maxLength: 100 })
  formVersion?: string | null;

  @BooleanField({ description: 'Is the consent in writing?', optional: true })
  written?: boolean | null;

  @BooleanField({ description: 'Has every client concerned given it?', optional: true })
  attestedForAllClients?: boolean | null;

  @BooleanField({ description: 'Does it cover everybody who can be heard?', optional: true })
  coversEveryoneAudible?: boolean | null;

  @ChoiceField(NOTE_REVIEWS, { description: 'Which drafts a clinician reads and corrects.', optional: true })
  noteReview?: NoteReviewScope | null;

  @IntegerField({
    description: 'Days after a session by which audio is deleted.',
    optional: true,
    minimum: 0,
    maximum: 36500,
  })
  audioDeletedWithinDays?: number | null;

  @DateField({ description: 'Since when it is done so.', optional: true })
  since?: CalendarDate | null;
}
