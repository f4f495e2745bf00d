import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { AgreementFields } from './agreement.fields';

export class CreateAgreementDto extends AgreementFields {
  @KeyField({ example: 'northlight-baa-2026' })
  key: string;

  @KeyField({ description: 'Key of the vendor that signs.', example: 'northlight-notes' })
  vendor: string;
}

export class UpdateAgreementDto extends PartialFields(AgreementFields) {}

export class AgreementResponse extends AsResponse(CreateAgreementDto) {}
