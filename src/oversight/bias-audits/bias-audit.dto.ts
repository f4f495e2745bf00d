import { KeyField, PartialFields } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { BiasAuditFields } from './bias-audit.fields';

export class CreateBiasAuditDto extends BiasAuditFields {
  @KeyField({ example: 'scribe-summaries-2026-q2' })
  key: string;

  @KeyField({ description: 'Key of the service that was audited.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateBiasAuditDto extends PartialFields(BiasAuditFields) {}

export class BiasAuditResponse extends AsResponse(CreateBiasAuditDto) {}
