import type { QuestionGroupView, QuestionView } from '../questionnaires/questionnaire.dto';
import type { SubmittedByVendor } from '../vendor-links/vendor-link.query';
import { reviewLines } from './review.presenter';

const STANDS = { value: 'yes', basis: 'observed', evidence: 'Seen in the settings', note: null };
const SAID = { value: 'yes', evidence: 'Terms, 4', note: 'On every plan', answeredOn: '2026-11-20' };
const OVERVIEW = { key: 'vendor-overview', title: 'Overview', questions: ['kept'] };

function ofVendor(
  answer: object,
  said: object | null,
  documents: readonly object[] = [],
): string | undefined {
  const asked = { id: 'kept', question: 'Is it kept?', answerType: 'yes_no', status: 'answered', answer };
  const group = { questions: [asked as unknown as QuestionView] } as QuestionGroupView;
  const link = { answers: said ? { kept: said } : {}, documents } as unknown as SubmittedByVendor;
  const ground = { organizationId: 'o', evidence: [], submitted: [link] };
  const faults = { of: {} } as Parameters<typeof reviewLines>[3];
  return reviewLines(group, ground, () => [], faults)[0]?.ofVendor;
}

it.each<[string, object, object | null, readonly object[], string]>([
  ['nothing where it said nothing', STANDS, null, [], ''],
  ['nothing where what it said stands', { ...STANDS, ...SAID, basis: 'stated' }, SAID, [], ''],
  ['nothing where its document stands too', { ...SAID, evidenceKeys: [OVERVIEW.key] }, SAID, [OVERVIEW], ''],
  ['another answer', STANDS, { ...SAID, value: 'no' }, [], 'No; Terms, 4; On every plan'],
  ['the same answer with words of its own', STANDS, SAID, [], 'Yes; Terms, 4; On every plan'],
  ['a document of its own', { ...SAID }, SAID, [OVERVIEW], 'Yes; Terms, 4; On every plan; Overview'],
])('shows of the vendor, beside the answer that stands, %s', (_what, answer, said, documents, shown) => {
  expect(ofVendor(answer, said, documents)).toBe(shown);
});
