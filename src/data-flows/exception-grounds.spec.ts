import { EXCEPTION_CITATIONS, exceptionCitationOf } from './exception-grounds';

describe('What an exception to business-associate status rests on', () => {
  it.each([
    [
      'the citation of its ground',
      { exceptionGround: 'treatment_disclosure' as const },
      '45 CFR 164.502(e)(1)(ii)(A)',
    ],
    [
      'that of its ground before one written by hand',
      { exceptionGround: 'conduit' as const, exceptionCitation: 'by hand' },
      EXCEPTION_CITATIONS.conduit,
    ],
    [
      'the citation written by hand where no ground is named',
      { exceptionCitation: '45 CFR 164.506(c)(1)' },
      '45 CFR 164.506(c)(1)',
    ],
    ['nothing when nothing is named', {}, null],
    ['nothing when both are cleared', { exceptionGround: null, exceptionCitation: null }, null],
  ])('%s', (_what, claim, citation) => expect(exceptionCitationOf(claim)).toBe(citation));
});
