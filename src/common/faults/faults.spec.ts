import { FaultList, MAX_LISTED_FAULTS, nearestWord, pointerTo } from '.';

describe('A JSON pointer', () => {
  it('escapes ~ and / as RFC 6901 asks', () => {
    expect(pointerTo('', 'a/b', 'm~n', 0, '')).toBe('/a~1b/m~0n/0/');
  });
});

describe('A list of faults', () => {
  it('is bounded, counts the rest and words only what it lists', () => {
    const list = new FaultList();
    let worded = 0;
    for (let index = 0; index < MAX_LISTED_FAULTS + 5; index += 1) {
      list.add(`/${index}`, 'invalid-field', () => `${(worded += 1)}`);
    }
    expect([list.faults.length, list.omitted, worded]).toEqual([MAX_LISTED_FAULTS, 5, MAX_LISTED_FAULTS]);
  });
});

describe('The word that was meant', () => {
  const words = ['session_audio', 'session_video', 'transcripts', 'key'];

  it.each([
    ['sesion_audio', 'session_audio'],
    ['Session-Audio', 'session_audio'],
    ['sessionVideo', 'session_video'],
    ['transcript', 'transcripts'],
    ['kee', 'key'],
    ['dna', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%j: %s', (typed, meant) => expect(nearestWord(typed, words)).toBe(meant));
});
