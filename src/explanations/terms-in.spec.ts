import { explanations } from './explanations';
import { termsIn } from './terms-in';

const terms = [...explanations().terms.values()];
const idsIn = (text: string) => termsIn(text, terms).map(({ id }) => id);

it.each([
  ['Is there a SOC 2 Type 2 report?', ['soc-2-type-2']],
  ['Who are the subcontractors?', ['subcontractor']],
  ['A subcontracted person and a non-BAA thing', []],
  ['Did you sign a BAA as a covered entity?', ['covered-entity', 'business-associate-agreement']],
  [
    'a Business Associate Agreement with a business associate',
    ['business-associate-agreement', 'business-associate'],
  ],
  ['Which plan of the vendor, by which agreement?', []],
])('in "%s"', (text, ids) => expect(idsIn(text)).toEqual(ids));
