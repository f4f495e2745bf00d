// The Handlebars views of the pages: compiled once at the start, strict (a field that is not there is an error, not a blank), everything
// escaped but what our own code has drawn.
import { Injectable } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { PROJECT_ROOT } from '../common/project-root';
import { VIEW_HELPERS } from './view-helpers';

export const VIEWS_FOLDER = join(PROJECT_ROOT, 'views');

const OPTIONS = { strict: true, preventIndent: true, explicitPartialContext: false };

@Injectable()
export class Views {
  private readonly handlebars = Handlebars.create();
  private readonly templates = new Map<string, Handlebars.TemplateDelegate<object>>();

  constructor() {
    for (const [name, helper] of Object.entries(VIEW_HELPERS)) this.handlebars.registerHelper(name, helper);
    const names = readdirSync(VIEWS_FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.hbs'))
      .map((path) => path.replaceAll('\\', '/').replace(/\.hbs$/, ''));
    for (const name of names) {
      const template = this.handlebars.compile<object>(
        readFileSync(join(VIEWS_FOLDER, `${name}.hbs`), 'utf8'),
        OPTIONS,
      );
      this.templates.set(name, template);
      if (name.includes('partials/'))
        this.handlebars.registerPartial(name.replace('partials/', ''), template);
    }
  }

  /** @throws Error when there is no such view, or it asks for a field that is not there */
  render(view: string, data: object): string {
    const template = this.templates.get(view);
    if (!template) throw new Error(`there is no view ${view}`);
    return template(data);
  }

  /** A view within the frame of every page. */
  renderPage(view: string, data: object, frame: object): string {
    return this.render('layouts/page', {
      ...frame,
      body: new Handlebars.SafeString(this.render(view, { ...data, frame })),
    });
  }
}
