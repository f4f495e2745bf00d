import { printNow } from './print-now';
import {
  BrowserLaunchError,
  BrowserNotFoundError,
  PrinterClosedError,
  PrintTimeoutError,
} from './printer.errors';

const NOW = new Date('2026-11-22T12:00:00Z');
const failing = (error: Error) => ({ print: () => Promise.reject(error) });

describe('Pages that are printed while somebody waits', () => {
  it('come as they were printed, of their day', async () => {
    const print = jest.fn().mockResolvedValue(Buffer.from('%PDF'));
    expect(await printNow({ print }, '<p>A form</p>', NOW)).toEqual(Buffer.from('%PDF'));
    const [[render, { madeAt }]] = print.mock.calls as [[() => string, { madeAt: Date }]];
    expect([render(), madeAt]).toEqual(['<p>A form</p>', NOW]);
  });

  it.each([
    ['none is there', new BrowserNotFoundError()],
    ['it does not start', new BrowserLaunchError('/browser', new Error('no'))],
    ['it is closed', new PrinterClosedError()],
  ])('are unavailable, and no fault of ours, where the browser is missing: %s', async (_what, error) => {
    await expect(printNow(failing(error), '', NOW)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('fail aloud otherwise', async () => {
    const late = new PrintTimeoutError(10);
    await expect(printNow(failing(late), '', NOW)).rejects.toBe(late);
  });
});
