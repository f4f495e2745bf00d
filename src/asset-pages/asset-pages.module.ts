import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module';
import { RecordsModule } from '../records/records.module';
import { AssetPagesController } from './asset-pages.controller';
import { AssetReader } from './asset-reader.service';
import { AssetUndone } from './asset-undone.service';

@Module({
  imports: [RecordsModule, DossiersModule],
  controllers: [AssetPagesController],
  providers: [AssetReader, AssetUndone],
})
export class AssetPagesModule {}
