import { hoursInWords, withDatesInWords } from './date-words';

describe('dates within a sentence', () => {
  it.each([
    ['The answer of 2026-09-15 is partly (stated).', 'The answer of Sep 15, 2026 is partly (stated).'],
    ['On 2026-12-31: it ends. Read 2026-07-28.', 'On Dec 31, 2026: it ends. Read Jul 28, 2026.'],
    // keys and numbers stay what they are
    ['northlight-baa-2026-01-15', 'northlight-baa-2026-01-15'],
    ['2026-01-15-northlight', '2026-01-15-northlight'],
    ['2026-13-01 and 2026-00-10', '2026-13-01 and 2026-00-10'],
    ['model 2026-01', 'model 2026-01'],
    ['', ''],
  ])('%s', (before, after) => expect(withDatesInWords(before)).toBe(after));
});

it.each([
  [1, '1 hour'],
  [48, '48 hours'],
  [72, '72 hours'],
  [100, '100 hours'],
  [240, '10 days'],
  [1440, '60 days'],
])('%d hours of notice read as %s', (hours, words) => expect(hoursInWords(hours)).toBe(words));
