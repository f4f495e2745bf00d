import { assessmentTitle } from './assessment-title';

const counts = { entries: 72, inPlace: 0, gaps: 0, decided: 0, carried: 0, notApplicable: 0 };

it.each([
  [0, 'Security Risk Analysis'],
  [1, 'Security Risk Analysis (initial, 1 of 72 open)'],
  [72, 'Security Risk Analysis (initial, 72 of 72 open)'],
])('an assessment with %i entries open is called %s', (open, title) => {
  expect(assessmentTitle({ counts: { ...counts, open } })).toBe(title);
});
