import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { ExitTermsFields } from './exit-terms.fields';

export class CreateExitTermsDto extends ExitTermsFields {
  @KeyField({ example: 'scribe-exit' })
  key: string;

  @KeyField({ description: 'Key of the service that would be left.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateExitTermsDto extends PartialFields(ExitTermsFields) {}

export class ExitTermsResponse extends AsResponse(CreateExitTermsDto) {}
