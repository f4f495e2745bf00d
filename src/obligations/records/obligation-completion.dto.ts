import { ChoiceField, KeyField, PartialFields, PatternField, RecordField } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { ObligationCompletionFields, ObligationSubjectFields } from './obligation-completion.fields';
import { PRACTICE_OBLIGATION_IDS } from './obligation-ids';

export class CreateObligationCompletionDto extends ObligationCompletionFields {
  @KeyField({ example: 'scribe-log-2026-10' })
  key: string;

  @ChoiceField(PRACTICE_OBLIGATION_IDS, {
    description: 'Obligation, by its id in the catalog of obligations.',
    example: 'OB-41',
  })
  obligation: string;

  @RecordField(() => ObligationSubjectFields, {
    description: 'What it is about; left out where the obligation is the practice’s as a whole.',
    optional: true,
  })
  subject?: ObligationSubjectFields | null;

  @PatternField({
    description:
      'Which time it is, as the list of obligations names it: "first"; then the day on which it was done before, such as 2026-09-12; the calendar year for a yearly report; "once" for what comes once.',
    example: 'first',
    pattern: '^(first|once|\\d{4}|\\d{4}-\\d{2}-\\d{2})$',
    message: 'must be first, once, a year or a date',
    maxLength: 10,
  })
  period: string;
}

export class UpdateObligationCompletionDto extends PartialFields(ObligationCompletionFields) {}

export class ObligationCompletionResponse extends AsResponse(CreateObligationCompletionDto) {}
