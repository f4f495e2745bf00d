// A question as it was asked: what the person who answered had before them. Kept beside the answers, so that a questionnaire can be read
// in years, when the catalog has long been worded anew.
import {
  ChoiceField,
  IntegerField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
} from '../../common/fields';
import {
  ANSWERERS,
  ANSWER_TYPES,
  OPTION_MET_CODES,
  SUBJECTS,
  type Answerer,
  type AnswerType,
  type OptionMetCode,
  type Subject,
} from './question-words';

/** Ids of questions, groups and options: letters, digits, and single signs between them. */
export const WORD_PATTERN = '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$';

export const WORD = {
  pattern: WORD_PATTERN,
  message: 'must be an id: letters and digits, with single dots, hyphens or underscores between',
  maxLength: 100,
};

export class AskedOptionFields {
  @PatternField({ description: 'The word that an answer gives.', example: 'yes', ...WORD })
  value: string;

  @TextField({ description: 'The option in words.', example: 'Yes, for every user', maxLength: 500 })
  label: string;

  @ChoiceField(OPTION_MET_CODES, {
    description: 'How far the option meets what is asked for.',
    optional: true,
  })
  met?: OptionMetCode | null;
}

export class AskedNumberFields {
  @TextField({ description: 'What is counted.', example: 'days', maxLength: 60 })
  unit: string;

  @IntegerField({
    description: 'The smallest answer.',
    minimum: -1_000_000_000,
    maximum: 1_000_000_000,
    example: 0,
  })
  minimum: number;

  @IntegerField({
    description: 'The largest answer.',
    minimum: -1_000_000_000,
    maximum: 1_000_000_000,
    example: 3650,
  })
  maximum: number;
}

export class AskedQuestionFields {
  @PatternField({
    description: 'Id of the question, the same in every version.',
    example: 'audio-kept-days',
    ...WORD,
  })
  id: string;

  @PatternField({ description: 'Id of its group.', example: 'recording', ...WORD })
  group: string;

  @TextField({ description: 'Title of its group.', example: 'Recording of sessions', maxLength: 200 })
  groupTitle: string;

  @ChoiceField(SUBJECTS, { description: 'What it is about.' })
  about: Subject;

  @ChoiceField(ANSWERERS, { description: 'Who can answer it.' })
  answeredBy: Answerer;

  @ChoiceField(ANSWER_TYPES, { description: 'The form of the answer.' })
  answerType: AnswerType;

  @TextField({
    description: 'The question.',
    example: 'For how many days is session audio kept?',
    maxLength: 2000,
  })
  question: string;

  @TextField({ description: 'What helps to answer it.', optional: true, maxLength: 4000 })
  help?: string | null;

  @RecordListField(() => AskedOptionFields, {
    description:
      'What could be chosen, in the order shown; questions of the type yes_no take yes, partly and no.',
    optional: true,
    maxItems: 60,
    ordered: true,
  })
  options?: AskedOptionFields[] | null;

  @RecordField(() => AskedNumberFields, { description: 'Unit and range of a number.', optional: true })
  number?: AskedNumberFields | null;

  @TextField({ description: 'The rule behind the question.', optional: true, maxLength: 300 })
  citation?: string | null;
}
