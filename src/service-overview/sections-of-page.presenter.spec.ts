import { sectionsOfPage, type SectionCounts } from './sections-of-page.presenter';

const NOTHING: SectionCounts = {
  ...{
    contradictions: 0,
    unknowns: 0,
    flows: 0,
    flowsUncovered: 0,
    agreements: 0,
    companies: 0,
    measures: 0,
  },
  ...{ papers: 0, evidence: 0, evidenceWeak: 0, threats: 0, adjustments: 0, findings: 0 },
  ...{ incidents: 0, incidentsOpen: 0 },
};

function told(counts: Partial<SectionCounts>, href: string): string | undefined {
  const link = sectionsOfPage({ ...NOTHING, ...counts }).find((one) => one.href === href);
  return link && `${link.told}${link.isOpen ? ' (open)' : ''}`;
}

describe('the sections of the page of a tool', () => {
  it.each([
    [
      'flows with what covers none',
      { flows: 3, flowsUncovered: 1 },
      '#data-flows',
      '3 flows, 1 without an agreement (open)',
    ],
    ['one flow that is covered', { flows: 1 }, '#data-flows', '1 flow'],
    ['no flow', {}, '#data-flows', 'none'],
    ['stale evidence', { evidence: 4, evidenceWeak: 2 }, '#evidence', '4, 2 stale (open)'],
    ['an incident that is open', { incidents: 2, incidentsOpen: 1 }, '#incidents', '2, 1 open (open)'],
    ['facts to find out', { unknowns: 12 }, '#unknown', '12 facts (open)'],
    ['nothing to find out: no such section', {}, '#unknown', undefined],
    ['nothing that does not fit: no such section', {}, '#contradictions', undefined],
  ])('tell of %s', (_case, counts, href, words) => {
    expect(told(counts, href)).toBe(words);
  });
});
