import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../../records/records.controller';
import {
  CreateObligationSettingDto,
  ObligationSettingResponse,
  UpdateObligationSettingDto,
} from './obligation-setting.dto';
import { OBLIGATION_SETTING } from './obligation-setting.record';

@ApiTags('Obligations')
@Controller('v1/organizations/:organizationId/obligation-settings')
export class ObligationSettingsController extends recordsController({
  kind: OBLIGATION_SETTING,
  create: CreateObligationSettingDto,
  update: UpdateObligationSettingDto,
  response: ObligationSettingResponse,
  write: 'obligations.set',
}) {}
