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
  const pageOf = (anchor: string) => String(pages.get(anchor) ?? '');
  return {
    ...service,
    workingsPage: pageOf(service.workingsAnchor),
    threats: service.threats.map((threat) => ({
      ...threat,
      workingsPage: pageOf(threat.workingsAnchor),
    })),
  };
}
