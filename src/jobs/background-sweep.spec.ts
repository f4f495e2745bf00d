import { Logger } from '@nestjs/common';
import { BackgroundSweep } from './background-sweep';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('looks at once and then again and again, until it is stopped', () => {
  const look = jest.fn(() => Promise.resolve());
  const sweep = new BackgroundSweep('Test', look);
  sweep.start({ everyMilliseconds: 1_000 });
  expect(look).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(2_500);
  expect(look).toHaveBeenCalledTimes(3);
  sweep.stop();
  jest.advanceTimersByTime(10_000);
  expect(look).toHaveBeenCalledTimes(3);
});

it.each([
  ['before the first look', 400, 0],
  ['after it', 600, 1],
])('looks later where that is asked for, and can be stopped %s', (_when, stoppedAfter, looks) => {
  const look = jest.fn(() => Promise.resolve());
  const sweep = new BackgroundSweep('Test', look);
  sweep.start({ everyMilliseconds: 1_000, firstAfterMilliseconds: 500 });
  jest.advanceTimersByTime(stoppedAfter);
  sweep.stop();
  jest.advanceTimersByTime(10_000);
  expect(look).toHaveBeenCalledTimes(looks);
});

it('goes on after a look that failed, and logs no more than the name of the error', async () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const look = jest.fn(() => Promise.reject(new TypeError('typed text')));
  const sweep = new BackgroundSweep('Test', look);
  sweep.start({ everyMilliseconds: 1_000 });
  await jest.advanceTimersByTimeAsync(1_000);
  sweep.stop();
  expect(look).toHaveBeenCalledTimes(2);
  expect(logged.mock.calls).toEqual([[{ error: 'TypeError' }], [{ error: 'TypeError' }]]);
  logged.mockRestore();
});
