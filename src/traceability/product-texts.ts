// The words that people read in the product, as they lie in its folders: catalogs, views of pages, templates of reports.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';

export interface ProductText {
  /** path within the project */
  readonly file: string;
  readonly text: string;
}

const FOLDERS = ['catalogs', 'views', 'report-templates'];
const READABLE = /\.(yaml|hbs)$/;
/** says what is not to be said */
const LEFT_OUT = join('catalogs', 'traceability', 'claims-not-repeated.yaml');

export function productTexts(root: string = PROJECT_ROOT): ProductText[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => READABLE.test(path))
      .map((path) => join(folder, path)),
  )
    .filter((file) => file !== LEFT_OUT)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}
