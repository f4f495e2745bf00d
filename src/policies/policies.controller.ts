import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreatePolicyDto, PolicyResponse, UpdatePolicyDto } from './policy.dto';
import { POLICY } from './policy.record';

@ApiTags('Policies')
@Controller('v1/organizations/:organizationId/policies')
export class PoliciesController extends recordsController({
  kind: POLICY,
  create: CreatePolicyDto,
  update: UpdatePolicyDto,
  response: PolicyResponse,
}) {}
