// On which page of the appendix the workings lie, told beside the figures that they explain.
import type { PageNumbers } from '../printer/pdf-page-numbers';
import type { ServiceView } from './service.presenter';
import type { ThreatRow } from './threat-row.presenter';

export interface ServiceWithPages extends Omit<ServiceView, 'threats'> {
  /** empty until the report has been printed once, and on screen */
  workingsPage: string;
  threats: (ThreatRow & { workingsPage: string })[];
}

export function withWorkingsPages(service: ServiceView, pages: PageNumbers): ServiceWithPages {
  return {
    ...withPages(service, pages),
    threats: service.threats.map((threat) => withPages(threat, pages)),
  };
}

/** The page of the workings that something leads to. */
export function withPages<T extends { workingsAnchor: string }>(
  one: T,
  pages: PageNumbers,
): T & { workingsPage: string } {
  return { ...one, workingsPage: String(pages.get(one.workingsAnchor) ?? '') };
}
