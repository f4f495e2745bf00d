import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { AttestationResponse, CreateAttestationDto, UpdateAttestationDto } from './attestation.dto';
import { ATTESTATION } from './attestation.record';

@ApiTags('Attestations')
@Controller('v1/organizations/:organizationId/attestations')
export class AttestationsController extends recordsController({
  kind: ATTESTATION,
  create: CreateAttestationDto,
  update: UpdateAttestationDto,
  response: AttestationResponse,
}) {}
