// The nine elements that the guidance of HHS OCR (July 14, 2010) looks for in a risk analysis, and how far this report, which is
// about AI vendors only, answers each. What it leaves to the rest of the analysis is said.
export interface RiskAnalysisElement {
  element: string;
  anchor: string;
  where: string;
  leftOut: string;
}

export const WHERE_ELEMENTS_ARE: readonly RiskAnalysisElement[] = [
  {
    element: 'Scope of the analysis',
    anchor: 'method',
    where: 'Section 2',
    leftOut: 'Every other place where the practice keeps electronic health information',
  },
  {
    element: 'Data collection',
    anchor: 'flows',
    where: 'Sections 3 and 6',
    leftOut: 'Systems, media and locations that no assessed service touches',
  },
  {
    element: 'Threats and vulnerabilities',
    anchor: 'services',
    where: 'Section 4, by service',
    leftOut: 'Threats to the premises, the workforce and the practice’s own devices',
  },
  {
    element: 'Current security measures',
    anchor: 'workings',
    where: 'Appendix A, by threat',
    leftOut: 'Safeguards of the practice that have nothing to do with a vendor',
  },
  { element: 'Likelihood of each threat', anchor: 'services', where: 'Section 4', leftOut: 'As above' },
  { element: 'Impact of each threat', anchor: 'services', where: 'Section 4', leftOut: 'As above' },
  {
    element: 'Level of risk and what to do',
    anchor: 'summary',
    where: 'Sections 1 and 4',
    leftOut: 'As above',
  },
  {
    element: 'Written documentation',
    anchor: 'sign-off',
    where: 'This document; section 7',
    leftOut: 'Six years of keeping it are the practice’s task (45 CFR 164.316(b)(2)(i))',
  },
  {
    element: 'Periodic review',
    anchor: 'summary',
    where: '“Holds until” in sections 1 and 4',
    leftOut: 'Changes that nobody has recorded',
  },
];
