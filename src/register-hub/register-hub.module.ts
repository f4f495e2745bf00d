import { Module } from '@nestjs/common';
import { RegisterPagesController } from './register-pages.controller';

@Module({ controllers: [RegisterPagesController] })
export class RegisterHubModule {}
