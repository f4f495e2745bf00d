// The Handlebars templates of one report: compiled once, strict (a field that the view does not have is an error, not a blank),
// everything escaped but what our own code has drawn.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

import { PROJECT_ROOT } from '../../common/project-root';
import { OwnMarkup } from '../../common/markup/own-markup';

const TEMPLATES = join(PROJECT_ROOT, 'report-templates');

export interface ReportTemplates {
  render: (view: object) => string;
  stylesheet: string;
}

/** Reads `report-templates/<name>/report.hbs`, the page; sections/ and partials/ are what the pages of all reports are made of. */
export function loadReportTemplates(name: string): ReportTemplates {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('own', ownMarkup);
  for (const part of ['partials', 'sections']) registerPartials(handlebars, join(TEMPLATES, part));
  const page = handlebars.compile<object>(readFileSync(join(TEMPLATES, name, 'report.hbs'), 'utf8'), OPTIONS);
  return { render: (view) => page(view), stylesheet: readFileSync(join(TEMPLATES, 'report.css'), 'utf8') };
}

const OPTIONS = { strict: true, preventIndent: true, explicitPartialContext: false };

function registerPartials(handlebars: typeof Handlebars, folder: string): void {
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.hbs'))) {
    const source = readFileSync(join(folder, file), 'utf8');
    handlebars.registerPartial(file.replace(/\.hbs$/, ''), handlebars.compile(source, OPTIONS));
  }
}

function ownMarkup(value: unknown): Handlebars.SafeString {
  if (!(value instanceof OwnMarkup))
    throw new TypeError('Only markup drawn by this product is printed unescaped.');
  return new Handlebars.SafeString(value.text);
}
