// Near the front: where each of the nine elements of a risk analysis is found, with pages, and what this analysis lacks.
import type { AssessmentDocument, SealedAssessment } from '../../assessments/assessment.document';
import { whatItLacks, type QualityTest } from '../../assessments/quality/what-it-lacks';
import { reportOutline, type ReportOutline } from '../outline/report-outline';
import type { PageNumbers } from '../printer/pdf-page-numbers';
import { stateOf } from './assessment-state';
import type { Sections } from './sections';

export interface ElementPlace {
  anchor: string;
  called: string;
  title: string;
  /** empty until the report has been printed once, and on screen */
  page: string;
}

export interface GuideView {
  elements: { title: string; asks: string; places: ElementPlace[]; leaves: string }[];
  lacks: { title: string; lines: string[] }[];
  /** what no section of this report says yet */
  notHere: string[];
}

const TEST_WORDS: Readonly<Record<QualityTest, string>> = {
  current: 'Current and accurate',
  practice_wide: 'The whole practice',
  linked: 'Each risk with what is done about it',
  evidenced: 'Shown by something',
  acted_on: 'Acted on',
  kept: 'Kept',
  reviewed: 'Looked at before',
  signed: 'Signed by who answers for it',
};

/** Sections that say only that nothing was worked out, in documents of before. */
function isWorkedOut(document: AssessmentDocument): (section: string) => boolean {
  const { safeguardsReview, obligationRegister, practiceResult } = document;
  const absent = new Set([
    ...(safeguardsReview ? [] : ['safeguards', 'safeguardEntries']),
    ...(obligationRegister ? [] : ['obligations']),
    ...(practiceResult ? [] : ['practice']),
  ]);
  return (section) => !absent.has(section);
}

export function guideView(
  sealed: SealedAssessment,
  sections: Sections,
  { elements, awaited }: ReportOutline = reportOutline(),
): GuideView {
  const { document } = sealed;
  const isThere = isWorkedOut(document);
  return {
    elements: elements.map(({ title, asks, foundIn, leaves }) => ({
      ...{ title, asks, leaves },
      places: foundIn.filter(isThere).flatMap((id) => {
        const section = sections[id];
        return section
          ? [
              {
                anchor: section.anchor,
                called: section.called,
                title: section.title.replace('Appendix: ', ''),
                page: '',
              },
            ]
          : [];
      }),
    })),
    lacks: whatItLacks(document, stateOf(sealed) === 'sealed').map(({ test, lacks }) => ({
      title: TEST_WORDS[test],
      lines: lacks,
    })),
    notHere: awaited.map(({ says }) => says),
  };
}

export function withGuidePages(guide: GuideView, pages: PageNumbers): GuideView {
  return {
    ...guide,
    elements: guide.elements.map((element) => ({
      ...element,
      places: element.places.map((place) => ({ ...place, page: String(pages.get(place.anchor) ?? '') })),
    })),
  };
}
