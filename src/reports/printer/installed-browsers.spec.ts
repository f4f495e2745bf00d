import { findBrowser } from './find-browser';
import { installedBrowser, knownBrowserPaths } from './installed-browsers';
import { BrowserNotFoundError } from './printer.errors';

describe('which browser prints', () => {
  it('is the first installed one that is known', () => {
    const there = new Set(['/usr/bin/chromium', '/usr/bin/google-chrome']);
    expect(installedBrowser('linux', {}, (path) => there.has(path))).toBe('/usr/bin/google-chrome');
    expect(installedBrowser('linux', {}, () => false)).toBeNull();
  });

  it('is looked for in the program folders of Windows and the applications of macOS', () => {
    expect(knownBrowserPaths('win32', { ProgramFiles: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    );
    expect(knownBrowserPaths('darwin', { HOME: '/Users/dana' })).toContain(
      '/Users/dana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
  });

  it('is never another one when a path is named that does not exist, and the error says how to get one', async () => {
    const missing = findBrowser({ executablePath: '/nowhere/chrome' });
    await expect(missing).rejects.toThrow(BrowserNotFoundError);
    await expect(missing).rejects.toThrow(/Install Google Chrome, Microsoft Edge or Chromium/);
  });
});
