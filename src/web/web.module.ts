import { Global, Module } from '@nestjs/common';
import { Assets } from './assets';
import { AssetsController } from './assets.controller';
import { Frames } from './frames.service';
import { PageProblems } from './page-problem.filter';
import { PageRendering } from './page-rendering.interceptor';
import { Views } from './views';

@Global()
@Module({
  controllers: [AssetsController],
  providers: [Assets, Views, Frames, PageProblems, PageRendering],
  exports: [Assets, Views, Frames, PageProblems, PageRendering],
})
export class WebModule {}
