import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { AdjustmentFields } from './adjustment.fields';

export class CreateAdjustmentDto extends AdjustmentFields {
  @KeyField({ example: 'scribe-notes-supervision' })
  key: string;

  @KeyField({
    description: "Key of the service; left out where the threat is one of the practice's own register.",
    example: 'northlight-scribe',
    optional: true,
  })
  service?: string | null;
}

export class UpdateAdjustmentDto extends PartialFields(AdjustmentFields) {}

export class AdjustmentResponse extends AsResponse(CreateAdjustmentDto) {}
