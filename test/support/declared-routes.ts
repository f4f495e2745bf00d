// The routes of the running application with what the code says of who may call each.
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from '../../src/permissions/route-access';
import type { Route, TestApplication } from './test-application';

export interface Declared extends Route {
  access: RouteAccess | undefined;
}

/** The files of the API reference: no code of ours, open to all. */
const STATIC = ['/docs/*', '/*', '*'];

/** The routes that the router has, with what the code says of each; HEAD comes with every GET. */
export function declaredRoutes(server: TestApplication): Declared[] {
  const declared = new Map(
    [...server.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.controllers.values()])
      .flatMap(({ metatype }) => accessesOf(metatype as Type<object>)),
  );
  return server.routes
    .filter(({ method, url }) => method !== 'HEAD' && !STATIC.includes(url))
    .map((route) => ({ ...route, access: declared.get(`${route.method} ${route.url}`) }));
}

function accessesOf(controller: Type<object>): [string, RouteAccess | undefined][] {
  const base = String(Reflect.getMetadata(PATH_METADATA, controller));
  return methodsOf(controller).flatMap((handler) => {
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
    if (path === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    const access = (Reflect.getMetadata(ROUTE_ACCESS, handler) ??
      Reflect.getMetadata(ROUTE_ACCESS, controller)) as RouteAccess | undefined;
    const url = `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');
    return [[`${method} ${url}`, access] as [string, RouteAccess | undefined]];
  });
}

/** Of the class and those that it extends, the nearest first. */
function methodsOf(controller: Type<object>): object[] {
  const found = new Map<string, object>();
  for (
    let at = controller.prototype as object;
    at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object
  ) {
    for (const name of Object.getOwnPropertyNames(at)) {
      const value = Object.getOwnPropertyDescriptor(at, name)?.value as unknown;
      if (typeof value === 'function' && name !== 'constructor' && !found.has(name)) found.set(name, value);
    }
  }
  return [...found.values()];
}
