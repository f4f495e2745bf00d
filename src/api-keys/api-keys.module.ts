import { Module } from '@nestjs/common';
import { ApiKeyPagesController } from './api-key-pages.controller';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysService } from './api-keys.service';

@Module({ controllers: [ApiKeysController, ApiKeyPagesController], providers: [ApiKeysService] })
export class ApiKeysModule {}
