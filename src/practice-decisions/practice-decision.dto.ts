import { KeyField, RecordListField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { DecideFields, DecisionConditionFields, PracticeDecisionFields } from './practice-decision.fields';

/** As a dossier holds it. */
export class CreatePracticeDecisionDto extends PracticeDecisionFields {
  @KeyField({ example: 'scribe-from-december' })
  key: string;
}

/** What the API takes: the day, and what the result said on it, are the server's to say. */
export class DecideDto extends DecideFields {
  @KeyField({ example: 'scribe-from-december' })
  key: string;
}

export class UpdatePracticeDecisionDto {
  @RecordListField(() => DecisionConditionFields, {
    description: 'The conditions as they are, each with the day on which it was met.',
    ordered: true,
    maxItems: 30,
  })
  conditions: DecisionConditionFields[];
}

export class PracticeDecisionResponse extends AsResponse(CreatePracticeDecisionDto) {}
