// A version of a policy as a page of HTML that stands alone, for the report printer: fonts and style inside, nothing loaded, no script.
import { cssString, OwnMarkup } from '../common/markup/own-markup';
import { fontFacesFor } from '../reports/templates/embedded-fonts';
import { loadReportTemplates, type ReportTemplates } from '../reports/templates/report-templates';
import type { CalendarDate } from '../common/calendar-date';
import type { PolicyText } from '../policies/compose-policy';
import { sectionViews } from './text-blocks';

export interface PolicyToPrint {
  practice: string;
  title: string;
  number: number;
  adoptedOn: CalendarDate;
  approvedBy: { name: string; role: string };
  reason: string;
  /** null for the version in force */
  heldUntil: CalendarDate | null;
  digest: string;
  text: readonly PolicyText[];
  firm: { name: string; contact: string; logo: { src: string; width: number; height: number } | null } | null;
}

const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const inWords = (day: CalendarDate): string => DATE.format(new Date(`${day}T00:00:00Z`));

let templates: ReportTemplates | null = null;

/** The same version gives the same HTML. */
export function policyHtml(policy: PolicyToPrint): string {
  templates ??= loadReportTemplates('policy');
  const { render, stylesheet } = templates;
  const { practice, title, number, adoptedOn, approvedBy, reason, heldUntil, digest, text, firm } = policy;
  const state = heldUntil === null ? `Version ${number}, in force` : `Version ${number}, superseded`;
  const view = {
    documentTitle: `${title}, version ${number}: ${practice}`,
    running: { isDraft: false },
    ...{ practice, title, firm, sections: sectionViews(text) },
    facts: [
      { name: 'Version', value: String(number) },
      { name: 'Adopted', value: inWords(adoptedOn) },
      { name: 'Approved by', value: `${approvedBy.name}, ${approvedBy.role}` },
      { name: 'Why', value: reason },
      ...(heldUntil === null ? [] : [{ name: 'Held until', value: inWords(heldUntil) }]),
      { name: 'SHA-256 of the text', value: digest },
    ],
  };
  const heads =
    `@page{@top-left{content:${cssString(practice)}}@top-right{content:${cssString(state)}}` +
    `@bottom-left{content:${cssString('Not legal advice.')}}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}`;
  const rendered = (style: string) => render({ ...view, stylesheet: new OwnMarkup(style) });
  // Which alphabets to embed is told by the text itself.
  return rendered([fontFacesFor(rendered('')), stylesheet, heads].join('\n'));
}
