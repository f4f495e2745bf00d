// A form of consent as a page of HTML that stands alone, to be printed: tagged headings and paragraphs, room for a signature that nobody keeps here.
import { cssString, OwnMarkup } from '../common/markup/own-markup';
import { fontFacesFor } from '../reports/templates/embedded-fonts';
import { loadReportTemplates, type ReportTemplates } from '../reports/templates/report-templates';
import { longDate } from '../reports/security-risk-assessment/date-words';
import type { ReadForm } from './rules/read-form';

let templates: ReportTemplates | null = null;

/** Same form, same HTML. A draft says so on every page. */
export function renderConsentForm(form: ReadForm): string {
  templates ??= loadReportTemplates('consent-form');
  const { practice, title, formVersion, adoptedOn } = form;
  const isDraft = adoptedOn === null;
  const stands = isDraft
    ? `Draft of version ${formVersion}: not to be used`
    : `Version ${formVersion}, adopted ${longDate(adoptedOn)}`;
  const view = { ...form, stands, documentTitle: `${title}: ${practice}`, running: { isDraft } };
  const render = (stylesheet: string) =>
    (templates as ReportTemplates).render({ ...view, stylesheet: new OwnMarkup(stylesheet) });
  const heads =
    `@page{@top-left{content:${cssString(practice)}}@top-right{content:${cssString(isDraft ? 'Draft' : `Version ${formVersion}`)}}` +
    `@bottom-left{content:${cssString(title)}}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}`;
  return render([fontFacesFor(render('')), templates.stylesheet, heads].join('\n'));
}
