import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { DataFlowFields } from './data-flow.fields';

export class CreateDataFlowDto extends DataFlowFields {
  @KeyField({ example: 'scribe-audio' })
  key: string;

  @KeyField({ description: 'Key of the service that the flow belongs to.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateDataFlowDto extends PartialFields(DataFlowFields) {}

export class DataFlowResponse extends AsResponse(CreateDataFlowDto) {}
