// What makes a controller one of pages.
import { applyDecorators, Controller, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ForPeople } from '../permissions/route-access';
import { PageProblems } from './page-problem.filter';
import { PageRendering } from './page-rendering.interceptor';

/** @param path where its pages are; each handler answers with a Page or SeeOther, and says who may see it as every route does */
export const Pages = (path: string): ClassDecorator =>
  applyDecorators(
    Controller(path),
    ApiExcludeController(),
    ForPeople(),
    UseInterceptors(PageRendering),
    UseFilters(PageProblems),
  );
