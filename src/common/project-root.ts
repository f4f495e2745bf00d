import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: catalogs/, report-templates/ and migrations/ lie beside it, whether src/ or dist/ runs. */
export const PROJECT_ROOT = findRoot(__dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json was not found above the running code');
  return findRoot(parent);
}
