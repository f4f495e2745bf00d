import { keepsWhatWasAttested, stillCounts } from './attested';
import type { CorrectionFields } from './correction.fields';

const correction = (changes: Partial<CorrectionFields> = {}): CorrectionFields => ({
  says: 'It was the other tool.',
  stillCounts: true,
  correctedOn: '2026-11-03',
  correctedBy: { name: 'Dana Whitfield', role: 'Owner' },
  ...changes,
});
const [FIRST, SECOND] = [correction(), correction({ says: 'And a day later.' })];
const DONE = { doneOn: '2026-10-14', found: 'Two seats.', proof: null, corrections: [FIRST] };
const keeps = keepsWhatWasAttested(['found', 'proof', 'evidence']);

describe('What was attested', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['is not written over', { doneOn: '2026-10-01' }, ['/doneOn']],
    ['is not reworded', { found: 'Nothing.' }, ['/found']],
    ['is not taken out', { found: null }, ['/found']],
    ['keeps its corrections', { corrections: [] }, ['/corrections/0']],
    ['keeps them though a file does not know them', { corrections: null }, ['/corrections/0']],
    ['keeps them as they were said', { corrections: [SECOND, FIRST] }, ['/corrections/0']],
    ['is told in each place', { doneOn: '2026-10-01', corrections: null }, ['/doneOn', '/corrections/0']],
    ['takes what was left open', { proof: 'Minutes, page 3', evidence: 'minutes' }, []],
    ['takes a correction after those that are there', { corrections: [FIRST, SECOND] }, []],
  ])('%s', (_what, changes, pointers) => {
    expect(keeps(DONE, changes).map(({ pointer, code }) => [pointer, code])).toEqual(
      pointers.map((pointer) => [pointer, 'history-kept']),
    );
  });

  it('counts until a correction says that it does not, and no later one brings it back', () => {
    expect(stillCounts({})).toBe(true);
    expect(stillCounts({ corrections: [FIRST] })).toBe(true);
    expect(stillCounts({ corrections: [correction({ stillCounts: false }), FIRST] })).toBe(false);
  });
});
