import { KeyField, PartialFields } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { PerformanceMeasurementFields } from './performance-measurement.fields';

export class CreatePerformanceMeasurementDto extends PerformanceMeasurementFields {
  @KeyField({ example: 'scribe-uptime-2026-08' })
  key: string;

  @KeyField({ description: 'Key of the service that was measured.', example: 'northlight-scribe' })
  service: string;
}

export class UpdatePerformanceMeasurementDto extends PartialFields(PerformanceMeasurementFields) {}

export class PerformanceMeasurementResponse extends AsResponse(CreatePerformanceMeasurementDto) {}
