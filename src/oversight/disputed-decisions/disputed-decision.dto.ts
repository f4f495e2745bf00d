import { KeyField, PartialFields } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { DisputedDecisionFields } from './disputed-decision.fields';

export class CreateDisputedDecisionDto extends DisputedDecisionFields {
  @KeyField({ example: 'd-2026-07' })
  key: string;

  @KeyField({ description: 'Key of the service that decided.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateDisputedDecisionDto extends PartialFields(DisputedDecisionFields) {}

export class DisputedDecisionResponse extends AsResponse(CreateDisputedDecisionDto) {}
