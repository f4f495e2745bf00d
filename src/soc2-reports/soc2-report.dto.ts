import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { Soc2ReportFields } from './soc2-report.fields';

export class CreateSoc2ReportDto extends Soc2ReportFields {
  @KeyField({ example: 'northlight-soc2-2026' })
  key: string;

  @KeyField({ description: 'Key of the vendor reported on.', example: 'northlight-notes' })
  vendor: string;
}

export class UpdateSoc2ReportDto extends PartialFields(Soc2ReportFields) {}

export class Soc2ReportResponse extends AsResponse(CreateSoc2ReportDto) {}
