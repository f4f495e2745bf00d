// The sections of the page of a tool, in the order in which they stand, with how much is in each and what of it is open: the page is long.
import { counted } from '../reports/security-risk-assessment/number-words';

export interface SectionLink {
  href: string;
  label: string;
  /** "4", "none", "3 to find out"; empty where there is nothing to count */
  told: string;
  /** something in it waits for somebody */
  isOpen: boolean;
}

/** How much there is in each section. */
export interface SectionCounts {
  contradictions: number;
  unknowns: number;
  flows: number;
  flowsUncovered: number;
  agreements: number;
  companies: number;
  measures: number;
  papers: number;
  evidence: number;
  evidenceWeak: number;
  threats: number;
  adjustments: number;
  findings: number;
  incidentsOpen: number;
  incidents: number;
}

export function sectionsOfPage(counts: SectionCounts): SectionLink[] {
  const { contradictions, unknowns, flows, flowsUncovered, evidence, evidenceWeak } = counts;
  return [
    section('why', 'Why', ''),
    ...(contradictions > 0
      ? [open('contradictions', 'What does not fit together', `${contradictions}`)]
      : []),
    ...(unknowns > 0 ? [open('unknown', 'Not yet known', counted(unknowns, 'fact'))] : []),
    flowsUncovered > 0
      ? open('data-flows', 'Data', `${counted(flows, 'flow')}, ${flowsUncovered} without an agreement`)
      : section('data-flows', 'Data', flows > 0 ? counted(flows, 'flow') : NONE),
    section('agreement', 'Agreement', numberOrNone(counts.agreements)),
    section('companies', 'Companies behind it', numberOrNone(counts.companies)),
    section('measures', 'What you do yourself', numberOrNone(counts.measures)),
    section('papers', 'Reports and papers', numberOrNone(counts.papers)),
    evidenceWeak > 0
      ? open('evidence', 'Evidence', `${evidence}, ${evidenceWeak} stale`)
      : section('evidence', 'Evidence', numberOrNone(evidence)),
    section('threats', 'Threats', numberOrNone(counts.threats)),
    section('adjustments', 'Adjustments', numberOrNone(counts.adjustments)),
    section('findings', 'Findings', numberOrNone(counts.findings)),
    counts.incidentsOpen > 0
      ? open('incidents', 'Incidents', `${counts.incidents}, ${counts.incidentsOpen} open`)
      : section('incidents', 'Incidents', numberOrNone(counts.incidents)),
    section('living-with-it', 'Living with it', ''),
    section('history', 'History', ''),
  ];
}

const NONE = 'none';

function section(id: string, label: string, told: string): SectionLink {
  return { href: `#${id}`, label, told, isOpen: false };
}

function open(id: string, label: string, told: string): SectionLink {
  return { ...section(id, label, told), isOpen: true };
}

function numberOrNone(number: number): string {
  return number > 0 ? String(number) : NONE;
}
