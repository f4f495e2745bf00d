import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import {
  CreateAssetConnectionDto,
  AssetConnectionResponse,
  UpdateAssetConnectionDto,
} from './asset-connection.dto';
import { ASSET_CONNECTION } from './asset-connection.record';

@ApiTags('Assets')
@Controller('v1/organizations/:organizationId/asset-connections')
export class AssetConnectionsController extends recordsController({
  kind: ASSET_CONNECTION,
  create: CreateAssetConnectionDto,
  update: UpdateAssetConnectionDto,
  response: AssetConnectionResponse,
}) {}
