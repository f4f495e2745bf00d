// What makes a controller one of pages.
import { applyDecorators, Controller, RequestMethod, UseFilters, UseInterceptors } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ApiExcludeController } from '@nestjs/swagger';
import { ForPeople } from '../permissions/route-access';
import { PageProblems } from './page-problem.filter';
import { PageRendering } from './page-rendering.interceptor';

const CONTROLLERS = new Set<{ prototype: object }>();

const remembered: ClassDecorator = (controller) => void CONTROLLERS.add(controller);

/** @param path where its pages are; each handler answers with a Page or SeeOther, and says who may see it as every route does */
export const Pages = (path: string): ClassDecorator =>
  applyDecorators(
    Controller(path),
    ApiExcludeController(),
    ForPeople(),
    UseInterceptors(PageRendering),
    UseFilters(PageProblems),
    remembered,
  );

/** The patterns of the pages of every controller that was loaded, such as /organizations/:organizationId, sorted. */
export function pagePatterns(): string[] {
  return [...new Set([...CONTROLLERS].flatMap(patternsOf))].sort();
}

function patternsOf(controller: { prototype: object }): string[] {
  const base = String(Reflect.getMetadata(PATH_METADATA, controller));
  return handlersOf(controller.prototype).flatMap((handler) => {
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
    const isPage = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET;
    return path !== undefined && isPage
      ? [`/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '')]
      : [];
  });
}

/** Of the class and those that it extends. */
function handlersOf(prototype: object): object[] {
  if (prototype === Object.prototype) return [];
  const own = Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown)
    .filter((value): value is object => typeof value === 'function');
  return [...own, ...handlersOf(Object.getPrototypeOf(prototype) as object)];
}
