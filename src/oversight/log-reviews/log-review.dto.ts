import { KeyField, PartialFields } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { LogReviewFields } from './log-review.fields';

export class CreateLogReviewDto extends LogReviewFields {
  @KeyField({ example: 'scribe-decisions-2026-08' })
  key: string;

  @KeyField({ description: 'Key of the service whose log it is.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateLogReviewDto extends PartialFields(LogReviewFields) {}

export class LogReviewResponse extends AsResponse(CreateLogReviewDto) {}
