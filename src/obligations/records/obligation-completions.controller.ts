import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../../records/records.controller';
import {
  CreateObligationCompletionDto,
  ObligationCompletionResponse,
  UpdateObligationCompletionDto,
} from './obligation-completion.dto';
import { OBLIGATION_COMPLETION } from './obligation-completion.record';

@ApiTags('Obligations')
@Controller('v1/organizations/:organizationId/obligation-completions')
export class ObligationCompletionsController extends recordsController({
  kind: OBLIGATION_COMPLETION,
  create: CreateObligationCompletionDto,
  update: UpdateObligationCompletionDto,
  response: ObligationCompletionResponse,
}) {}
