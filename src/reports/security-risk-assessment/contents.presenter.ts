// The contents: every section with its page, once the pages are known.
import type { PageNumbers } from '../printer/pdf-page-numbers';
import type { SecurityRiskAssessmentView } from './security-risk-assessment.presenter';

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

export function contentsOf(view: SecurityRiskAssessmentView, pages: PageNumbers): ContentsEntry[] {
  const entries: Omit<ContentsEntry, 'page'>[] = [
    { anchor: 'summary', number: '1', title: 'Summary', note: '', depth: 1 },
    ...(view.register
      ? [{ anchor: 'register', number: '1.1', title: 'All services', note: '', depth: 2 as const }]
      : []),
    { anchor: 'method', number: '2', title: 'Scope and method', note: '', depth: 1 },
    { anchor: 'flows', number: '3', title: 'Where client data goes', note: '', depth: 1 },
    { anchor: 'services', number: '4', title: 'Services', note: '', depth: 1 },
    ...view.services.map((service) => ({
      anchor: service.anchor,
      number: service.number,
      title: service.name,
      note: service.decision.label,
      depth: 2 as const,
    })),
    { anchor: 'sources', number: '5', title: 'Sources and how sure they are', note: '', depth: 1 },
    { anchor: 'evidence', number: '6', title: 'Evidence', note: '', depth: 1 },
    { anchor: 'sign-off', number: '7', title: 'Sign-off', note: '', depth: 1 },
    { anchor: 'workings', number: 'A', title: 'Appendix: Workings', note: '', depth: 1 },
  ];
  return entries.map((entry) => ({ ...entry, page: String(pages.get(entry.anchor) ?? '') }));
}
