import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../../records/records.controller';
import { CreateBiasAuditDto, BiasAuditResponse, UpdateBiasAuditDto } from './bias-audit.dto';
import { BIAS_AUDIT } from './bias-audit.record';

@ApiTags('Bias audits')
@Controller('v1/organizations/:organizationId/bias-audits')
export class BiasAuditsController extends recordsController({
  kind: BIAS_AUDIT,
  create: CreateBiasAuditDto,
  update: UpdateBiasAuditDto,
  response: BiasAuditResponse,
}) {}
