// The contents: every section with its page, once the pages are known.
import type { PageNumbers } from '../printer/pdf-page-numbers';
import { inReadingOrder } from './sections';
import type { ReportView } from './report.presenter';

export interface ContentsEntry {
  anchor: string;
  number: string;
  title: string;
  /** what is decided, beside a service */
  note: string;
  /** empty until the report has been printed once, and on screen */
  page: string;
  depth: 1 | 2;
}

type Unpaged = Omit<ContentsEntry, 'page'>;

export function contentsOf(view: ReportView, pages: PageNumbers): ContentsEntry[] {
  const entries = inReadingOrder(view.kind).flatMap((id): Unpaged[] => {
    const section = view.sections[id];
    if (!section) return [];
    const { anchor, number, title } = section;
    return [{ anchor, number, title, note: '', depth: 1 }, ...(BELOW[id]?.(view) ?? [])];
  });
  return entries.map((entry) => ({ ...entry, page: String(pages.get(entry.anchor) ?? '') }));
}

const BELOW: Partial<Record<ReturnType<typeof inReadingOrder>[number], (view: ReportView) => Unpaged[]>> = {
  summary: ({ register }) =>
    register ? [{ anchor: 'register', number: '1.1', title: 'All tools', note: '', depth: 2 }] : [],
  services: ({ services }) =>
    services.map((service) => ({
      anchor: service.anchor,
      number: service.number,
      title: service.name,
      note: service.decision.label,
      depth: 2,
    })),
};
