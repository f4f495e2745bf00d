import { holdsWords } from './holds-words';

it('counts answers in place of naming their keys, and says days in words', () => {
  const because =
    'On 2027-11-30: answer to approve-before-filing, gone-for-good, staff-see-sessions: older than 12 months; ' +
    'checklist answer baa_signed: older than 12 months.';
  expect(holdsWords(because)).toBe(
    '3 answers: older than 12 months; 1 answer of the AI Tech Checklist: older than 12 months.',
  );
});

it('leaves other reasons as they are', () => {
  expect(holdsWords('Business Associate Agreement ends')).toBe('Business Associate Agreement ends');
});
