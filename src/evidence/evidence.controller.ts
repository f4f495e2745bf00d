import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateEvidenceDto, EvidenceResponse, UpdateEvidenceDto } from './evidence.dto';
import { EVIDENCE } from './evidence.record';

@ApiTags('Evidence')
@Controller('v1/organizations/:organizationId/evidence')
export class EvidenceController extends recordsController({
  kind: EVIDENCE,
  create: CreateEvidenceDto,
  update: UpdateEvidenceDto,
  response: EvidenceResponse,
}) {}
