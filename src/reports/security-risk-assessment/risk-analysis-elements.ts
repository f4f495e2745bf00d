// The nine elements that the guidance of HHS OCR (July 14, 2010) looks for in a risk analysis, and how far this report, which is
// about AI vendors only, answers each. What it leaves to the rest of the analysis is said.
import { capitalized, listed } from './number-words';
import type { SectionId } from '../../assessments/assessment-sections';
import type { Sections } from './sections';

export interface RiskAnalysisElement {
  element: string;
  anchor: string;
  where: string;
  leftOut: string;
}

/** @param isReviewed the practice was held against the Security Rule as well */
export function whereElementsAre(sections: Sections, isReviewed: boolean): RiskAnalysisElement[] {
  return ELEMENTS.map(({ in: found, reviewed, ...rest }) => {
    const review = isReviewed ? reviewed : undefined;
    const places = [...(review?.in ?? []), ...found].flatMap((id) => sections[id] ?? []);
    return {
      ...rest,
      leftOut: review?.leftOut ?? rest.leftOut,
      anchor: places[0]?.anchor ?? '',
      where: capitalized(listed(places.map(({ called }) => called))),
    };
  });
}

interface Element {
  element: string;
  in: SectionId[];
  leftOut: string;
  /** where else it is found, and what is left, once the Security Rule was reviewed */
  reviewed?: { in: SectionId[]; leftOut: string };
}

const ELEMENTS: readonly Element[] = [
  {
    element: 'Scope of the analysis',
    in: ['method', 'inventory'],
    leftOut: 'Every place, system and medium that the practice has not listed',
  },
  {
    element: 'Data collection',
    in: ['inventory', 'flows', 'questionnaires', 'evidence'],
    leftOut:
      'What nobody has listed: each device and system was told by the practice and looked at by nobody else',
  },
  {
    element: 'Threats and vulnerabilities',
    in: ['services', 'practice'],
    leftOut:
      'Threats that are not in the register: it names those to the premises, the workforce and devices that we know of',
  },
  {
    element: 'Current security measures',
    in: ['workings', 'checklists'],
    leftOut: 'Safeguards of the practice that have nothing to do with a vendor',
    reviewed: {
      in: ['safeguards', 'safeguardEntries'],
      leftOut:
        'Whether each safeguard works in every system: the practice states it and nobody has tested it here',
    },
  },
  { element: 'Likelihood of each threat', in: ['services', 'workings'], leftOut: 'As above' },
  { element: 'Impact of each threat', in: ['services', 'workings'], leftOut: 'As above' },
  {
    element: 'Level of risk and what to do',
    in: ['riskRegister', 'actions'],
    leftOut: 'As above',
  },
  {
    element: 'Written documentation',
    in: ['signOff'],
    leftOut: 'Six years of keeping it are the practice’s task (45 CFR 164.316(b)(2)(i))',
  },
  {
    element: 'Periodic review',
    in: ['summary', 'changes'],
    leftOut: 'Changes that nobody has recorded',
  },
];
