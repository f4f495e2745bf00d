import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../../records/records.controller';
import { CreateLogReviewDto, LogReviewResponse, UpdateLogReviewDto } from './log-review.dto';
import { LOG_REVIEW } from './log-review.record';

@ApiTags('Log reviews')
@Controller('v1/organizations/:organizationId/log-reviews')
export class LogReviewsController extends recordsController({
  kind: LOG_REVIEW,
  create: CreateLogReviewDto,
  update: UpdateLogReviewDto,
  response: LogReviewResponse,
}) {}
