import { KeyField, PartialFields } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { ExitPlanFields } from './exit-plan.fields';

export class CreateExitPlanDto extends ExitPlanFields {
  @KeyField({ example: 'scribe-exit-plan' })
  key: string;

  @KeyField({ description: 'Key of the service that would be left.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateExitPlanDto extends PartialFields(ExitPlanFields) {}

export class ExitPlanResponse extends AsResponse(CreateExitPlanDto) {}
