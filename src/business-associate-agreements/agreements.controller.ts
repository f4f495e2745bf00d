import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { AgreementResponse, CreateAgreementDto, UpdateAgreementDto } from './agreement.dto';
import { AGREEMENT } from './agreement.record';

@ApiTags('Agreements')
@Controller('v1/organizations/:organizationId/agreements')
export class AgreementsController extends recordsController({
  kind: AGREEMENT,
  create: CreateAgreementDto,
  update: UpdateAgreementDto,
  response: AgreementResponse,
}) {}
