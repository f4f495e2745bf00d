import { Global, Module } from '@nestjs/common';
import { loadCatalogs } from './load-catalogs';

export { type Catalogs } from './load-catalogs';

export const CATALOGS = Symbol('Catalogs');

/** The catalogs, read and checked once at start: a fault in one stops the start with its file and place. */
@Global()
@Module({ providers: [{ provide: CATALOGS, useFactory: () => loadCatalogs() }], exports: [CATALOGS] })
export class CatalogsModule {}
