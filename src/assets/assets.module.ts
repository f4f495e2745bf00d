import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { AssetConnectionsController } from './asset-connections.controller';
import { AssetsController } from './assets.controller';
import { LocationsController } from './locations.controller';

@Module({
  imports: [RecordsModule],
  controllers: [LocationsController, AssetsController, AssetConnectionsController],
})
export class AssetsModule {}
