import { IntegerField, PatternField, RecordListField, TextField } from '../../common/fields';
import { WORD } from '../records/asked-question.fields';
import { MOST_QUESTIONS } from '../records/questionnaire.fields';

export class WorkbookChange {
  @PatternField({ description: 'Id of the question.', example: 'recording-noticed', ...WORD })
  question: string;

  @TextField({
    description: 'What is stored now, in words; null where there is no answer.',
    optional: true,
    maxLength: 20_000,
    mayHoldIdentifiers: true,
  })
  now: string | null;

  @TextField({
    description: 'What would be stored then, in words.',
    maxLength: 20_000,
    mayHoldIdentifiers: true,
  })
  then: string;
}

export class WorkbookPreview {
  @IntegerField({
    description: 'Version of the questionnaire that it was compared with.',
    minimum: 1,
    maximum: 2147483647,
    example: 3,
  })
  version: number;

  @RecordListField(() => WorkbookChange, {
    description: 'Answers that would be changed.',
    maxItems: MOST_QUESTIONS,
  })
  changes: WorkbookChange[];
}
