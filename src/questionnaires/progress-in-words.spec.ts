import { minutesInWords, percentDone } from './progress-in-words';

describe('how far one has come', () => {
  it.each([
    [0, 0, 'Nothing is open'],
    [1, 1, 'About a minute left'],
    [3, 7, 'About 7 minutes left'],
    [20, 33, 'About 35 minutes left'],
    [60, 95, 'About 1½ hours left'],
    [80, 120, 'About 2 hours left'],
  ])('%i open questions of %i minutes: %s', (open, minutesLeft, words) => {
    expect(minutesInWords({ open, minutesLeft })).toBe(words);
  });

  it('is told by the time that questions take, not by their number', () => {
    const questions = [
      { id: 'a', answerType: 'text' },
      { id: 'b', answerType: 'yes_no' },
    ] as const;
    expect(percentDone(questions, { minutesLeft: 1 })).toBe(80);
    expect(percentDone(questions, { minutesLeft: 5 })).toBe(0);
    expect(percentDone([], { minutesLeft: 0 })).toBe(100);
  });
});
