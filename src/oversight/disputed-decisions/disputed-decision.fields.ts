// A decision of AI that somebody questioned: which kind, who as a role, and what people decided about it. No detail of a client: a number of the practice's own
// leads to the record where the details are.
import type { CalendarDate } from '../../common/calendar-date';
import { ChoiceField, DateField, IntegerField, KeyListField, TextField } from '../../common/fields';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../../common/words';
import {
  DISPUTE_OUTCOMES,
  OUTPUT_KINDS,
  QUESTIONERS,
  type DisputeOutcome,
  type OutputKind,
  type Questioner,
} from '../oversight-words';

export class DisputedDecisionFields {
  @TextField({
    description:
      'A number of your own that leads to the details, such as D-2026-07. Never a name, a date of birth or a number of a client, a record or an insurance.',
    example: 'D-2026-07',
    maxLength: 40,
  })
  reference: string;

  @ChoiceField(OUTPUT_KINDS, { description: 'What the AI put out or decided.', example: 'appointment' })
  output: OutputKind;

  @ChoiceField(QUESTIONERS, { description: 'Who questioned it: a role, never a person.', example: 'client' })
  questionedBy: Questioner;

  @ChoiceField(YES_NO_UNKNOWN, {
    description:
      'Does the client also ask for the record to be corrected? That is a request with a term of the law of its own (45 CFR 164.526).',
    example: 'no',
  })
  asksForAmendment: YesNoUnknown;

  @DateField({ description: 'Day on which it was questioned.', example: '2026-10-12' })
  receivedOn: CalendarDate;

  @IntegerField({
    description: 'Days within which the practice promised an answer.',
    example: 14,
    minimum: 1,
    maximum: 366,
  })
  answerDays: number;

  @TextField({
    description: 'Who looked at it again: name and role of a person.',
    example: 'Priya Anand, Clinical director',
    optional: true,
    maxLength: 200,
  })
  reviewer?: string | null;

  @DateField({ description: 'Day on which that person decided.', example: '2026-10-19', optional: true })
  decidedOn?: CalendarDate | null;

  @ChoiceField(DISPUTE_OUTCOMES, {
    description: 'What came of it; leave out until somebody decided.',
    example: 'changed',
    optional: true,
  })
  outcome?: DisputeOutcome | null;

  @TextField({
    description: 'Why, and what was put right, without saying who it was about.',
    example: 'The tool had sorted the request by insurance. It was put back in order of arrival.',
    optional: true,
    maxLength: 2000,
  })
  reason?: string | null;

  @DateField({
    description: 'Day on which whoever questioned it was told.',
    example: '2026-10-20',
    optional: true,
  })
  toldOn?: CalendarDate | null;

  @DateField({
    description: 'Day on which an appeal was asked for; leave out when none was.',
    example: '2026-10-26',
    optional: true,
  })
  appealOn?: CalendarDate | null;

  @IntegerField({
    description: 'Days within which the practice promised to decide an appeal.',
    example: 30,
    optional: true,
    minimum: 1,
    maximum: 366,
  })
  appealDays?: number | null;

  @TextField({
    description:
      'Who decided the appeal: name and role. Somebody else than before, where there is somebody else.',
    example: 'Dana Whitfield, Security official',
    optional: true,
    maxLength: 200,
  })
  appealReviewer?: string | null;

  @DateField({ description: 'Day on which the appeal was decided.', example: '2026-11-09', optional: true })
  appealDecidedOn?: CalendarDate | null;

  @ChoiceField(DISPUTE_OUTCOMES, {
    description: 'What came of the appeal, of the decision of the AI itself.',
    example: 'withdrawn',
    optional: true,
  })
  appealOutcome?: DisputeOutcome | null;

  @TextField({
    description: 'What changes because of it, so that it does not happen again.',
    example: 'The vendor was told; the sorting by insurance is switched off.',
    optional: true,
    maxLength: 2000,
  })
  lesson?: string | null;

  @KeyListField({
    description: 'Keys of the evidence that shows it.',
    example: ['northlight-security-overview'],
    optional: true,
    maxItems: 50,
  })
  evidenceKeys?: string[] | null;
}
