import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ShapeError, type Shape } from '../common/catalog-files/shape';
import { PROJECT_ROOT } from '../common/project-root';

/** @throws Error naming the file and the place in it */
export function readCatalogFile<T>(file: string, shape: Shape<T>): T {
  try {
    return shape(parse(readFileSync(join(PROJECT_ROOT, 'catalogs', file), 'utf8')), '');
  } catch (error) {
    if (error instanceof ShapeError) throw new Error(`catalogs/${file}: ${error.message}`, { cause: error });
    throw error;
  }
}
