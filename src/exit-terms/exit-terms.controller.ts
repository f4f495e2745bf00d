import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateExitTermsDto, ExitTermsResponse, UpdateExitTermsDto } from './exit-terms.dto';
import { EXIT_TERMS } from './exit-terms.record';

@ApiTags('Exit terms')
@Controller('v1/organizations/:organizationId/exit-terms')
export class ExitTermsController extends recordsController({
  kind: EXIT_TERMS,
  create: CreateExitTermsDto,
  update: UpdateExitTermsDto,
  response: ExitTermsResponse,
}) {}
