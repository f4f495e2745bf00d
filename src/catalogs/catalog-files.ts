// The files of catalogs: read, put together from their parts, taken from YAML and held to a shape. What is wrong names file and place.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ShapeError, type Shape } from '../common/catalog-files/shape';
import { PROJECT_ROOT } from '../common/project-root';

export class CatalogError extends Error {
  constructor(file: string, fault: string) {
    super(`catalogs/${file}: ${fault}`);
    this.name = 'CatalogError';
  }
}

/**
 * A catalog on which no figure rests, so that it stands in no digest: `name`.yaml and the parts in the folder of that name, checked against a shape.
 * @throws CatalogError that names file and place
 */
export function readWithoutDigest<T>(
  name: string,
  shape: Shape<T>,
  check?: (catalog: T) => void,
  root: string = PROJECT_ROOT,
): T {
  const files = [`${name}.yaml`, ...partsOf(root, name)];
  const whole = joined(files.map((file) => fieldsOf(file, readBytes(root, file))));
  return checked(`${name}.yaml`, whole, shape, check);
}

export function readBytes(root: string, file: string): Buffer {
  try {
    return readFileSync(join(root, 'catalogs', file));
  } catch (error) {
    throw new CatalogError(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

export function partsOf(root: string, name: string): string[] {
  try {
    return readdirSync(join(root, 'catalogs', name))
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file) => `${name}/${file}`);
  } catch (error) {
    throw new CatalogError(name, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

/** The fields of the first, with the lists of the others. */
export function joined([first = {}, ...parts]: Record<string, unknown>[]): Record<string, unknown> {
  const whole = { ...first };
  for (const [name, list] of parts.flatMap((part) => Object.entries(part))) {
    whole[name] = [...((whole[name] as unknown[] | undefined) ?? []), ...(list as unknown[])];
  }
  return whole;
}

/** What a part holds: lists by name. */
export function fieldsOf(file: string, bytes: Buffer): Record<string, unknown> {
  const fields = fromYaml(file, bytes);
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new CatalogError(file, 'must be a record of named fields');
  const strange = Object.entries(fields).find(([, list]) => file.includes('/') && !Array.isArray(list));
  if (strange) throw new CatalogError(file, `${strange[0]} must be a list`);
  return fields as Record<string, unknown>;
}

export function parsed<T>(file: string, bytes: Buffer, shape: Shape<T>, check?: (catalog: T) => void): T {
  return checked(file, fromYaml(file, bytes), shape, check);
}

function fromYaml(file: string, bytes: Buffer): unknown {
  try {
    return parse(bytes.toString('utf8'));
  } catch (error) {
    // the YAML parser's message gives line and column
    throw new CatalogError(file, `is not YAML: ${(error as Error).message}`);
  }
}

export function checked<T>(file: string, value: unknown, shape: Shape<T>, check?: (catalog: T) => void): T {
  try {
    const catalog = shape(value, '');
    check?.(catalog);
    return catalog;
  } catch (error) {
    if (error instanceof ShapeError) throw new CatalogError(file, error.message);
    throw error;
  }
}
