import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateAssetDto, AssetResponse, UpdateAssetDto } from './asset.dto';
import { ASSET } from './asset.record';

@ApiTags('Assets')
@Controller('v1/organizations/:organizationId/assets')
export class AssetsController extends recordsController({
  kind: ASSET,
  create: CreateAssetDto,
  update: UpdateAssetDto,
  response: AssetResponse,
}) {}
