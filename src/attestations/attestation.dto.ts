import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { AttestationFields } from './attestation.fields';

export class CreateAttestationDto extends AttestationFields {
  @KeyField({ example: 'northlight-pentest-2026' })
  key: string;

  @KeyField({ description: 'Key of the vendor that it is about.', example: 'northlight-notes' })
  vendor: string;
}

export class UpdateAttestationDto extends PartialFields(AttestationFields) {}

export class AttestationResponse extends AsResponse(CreateAttestationDto) {}
