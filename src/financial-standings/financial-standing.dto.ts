import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { FinancialStandingFields } from './financial-standing.fields';

export class CreateFinancialStandingDto extends FinancialStandingFields {
  @KeyField({ example: 'northlight-standing-2026' })
  key: string;

  @KeyField({ description: 'Key of the vendor.', example: 'northlight-notes' })
  vendor: string;
}

export class UpdateFinancialStandingDto extends PartialFields(FinancialStandingFields) {}

export class FinancialStandingResponse extends AsResponse(CreateFinancialStandingDto) {}
