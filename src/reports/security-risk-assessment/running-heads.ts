// What stands above and below every page: the head names the section that the page begins in. A named page of CSS does that, and each name begins a page; so a section
// that says in a sentence or two that nothing is on record runs on below the one before it, under the same head. Margin boxes are plain CSS, so typed text in them is
// written as escaped CSS strings.
import { SECTION_TITLES, type SectionId } from '../../assessments/assessment-sections';
import { cssString } from '../../common/markup/own-markup';
import type { ReportView } from './report.presenter';
import { inReadingOrder } from './sections';

/** The sections that can be told in a sentence or two, and when they are. The first of the body and of the appendices always begins a page. */
const SHORT: Partial<Record<SectionId, (view: ReportView) => boolean>> = {
  practice: ({ practice }) => practice === null,
  contradictions: ({ contradictions }) => contradictions.length === 0,
  changes: ({ changes }) => changes.previous === null,
  obligations: ({ obligations }) => obligations.isNotWorkedOut,
  assurance: ({ assurance }) => assurance.reports.length + assurance.attestations.length === 0,
  checklists: ({ checklists }) => checklists.checklists.length + checklists.measures.length === 0,
  safeguardEntries: ({ safeguards }) => safeguards === null,
  questionnaires: ({ questionnaires }) => questionnaires.questionnaires.length === 0,
  incidents: ({ incidents }) => incidents.rows.length === 0,
  consents: ({ consents }) => consents.isNotWorkedOut || consents.asked.length + consents.forms.length === 0,
  policies: ({ policies }) => policies === null || policies.isNotWorkedOut,
  riskManagement: ({ riskManagement: { findings, acceptances, decisions } }) =>
    findings.length + acceptances.length + decisions.length === 0,
  oversight: ({ oversight }) => oversight.isNotWorkedOut || oversight.registers.length === 0,
  evidence: ({ evidence }) => evidence.length === 0,
};

export interface PageGroup {
  /** of the section that begins the page, and the name of the page */
  anchor: string;
  titles: string[];
  /** anchors of those that run on below it */
  below: string[];
}

/** The sections of a report by the pages that they share; services have pages of their own. */
export function pageGroups(view: ReportView): PageGroup[] {
  const groups: PageGroup[] = [];
  let group: PageGroup | null = null;
  for (const id of inReadingOrder(view.kind)) {
    const section = view.sections[id];
    if (!section || id === 'services') {
      group = null;
      continue;
    }
    const title = `${section.number} ${SECTION_TITLES[id]}`;
    if (group && SHORT[id]?.(view)) {
      group.titles.push(title);
      group.below.push(section.anchor);
    } else {
      group = { anchor: section.anchor, titles: [title], below: [] };
      groups.push(group);
    }
  }
  return groups;
}

/** A head has room for two beside the names of the practice and of the state. */
function headOf({ titles: [first = '', second, ...more] }: PageGroup): string {
  if (second === undefined) return first;
  return more.length === 0 ? `${first}, ${second}` : `${first}, and ${more.length + 1} more`;
}

export function runningHeads(view: ReportView): string {
  const { running, services } = view;
  const head = (page: string, title: string): string =>
    `@page ${page}{@top-center{content:${cssString(title)}}}`;
  return [
    `@page{@top-left{content:${cssString(running.practice)}}@top-right{content:${cssString(running.state)}}` +
      `@bottom-left{content:${cssString(running.notice)}}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}`,
    // On the cover it stands at large.
    ...(running.preparedBy
      ? [
          `@page{@bottom-center{content:${cssString(running.preparedBy)}}}@page cover{@bottom-center{content:none}}`,
        ]
      : []),
    head('contents', 'Contents'),
    ...services.map(({ anchor, number, runningName }) => head(anchor, `${number} ${runningName}`)),
    ...services.map(({ anchor }) => `.page-${anchor}{page:${anchor}}`),
    ...pageGroups(view).flatMap((group) => [
      head(group.anchor, headOf(group)),
      `.headed-${group.anchor}{page:${group.anchor}}`,
      ...group.below.map(
        (anchor) =>
          `.headed-${anchor}{page:${group.anchor};break-before:auto}.headed-${anchor}>h1{margin-top:28pt}`,
      ),
    ]),
  ].join('\n');
}
