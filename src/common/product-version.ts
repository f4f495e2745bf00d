import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root';

/** The version in package.json, as written into every assessment. */
export const PRODUCT_VERSION = versionOf(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));

function versionOf(manifest: string): string {
  const { version } = JSON.parse(manifest) as { version?: string };
  if (!version) throw new Error('package.json states no version');
  return version;
}
