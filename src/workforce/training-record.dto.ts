import { ChoiceField, KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { TRAINING_MODULE_IDS, type TrainingModuleId } from './training-module';
import { TrainingRecordFields } from './training-record.fields';

export class CreateTrainingRecordDto extends TrainingRecordFields {
  @KeyField({ example: 'ai-basics-dana-2026' })
  key: string;

  @ChoiceField(TRAINING_MODULE_IDS, {
    description: 'Module, by its id in the catalog of training.',
    example: 'ai-basics',
  })
  module: TrainingModuleId;

  @KeyField({ description: 'Key of the staff member who did it.', example: 'dana-whitfield' })
  staffMember: string;
}

export class UpdateTrainingRecordDto extends PartialFields(TrainingRecordFields) {}

export class TrainingRecordResponse extends AsResponse(CreateTrainingRecordDto) {}
