// The key of a record that a page makes: nobody who fills in a form is asked for one.
import { KEY_MAX_LENGTH } from '../common/fields/text-fields';

/** @returns lower-case letters, digits and single hyphens; `fallback` where the name has none of them */
export function keyFromName(name: string, fallback: string): string {
  const key = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, KEY_MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
  return key || fallback;
}
