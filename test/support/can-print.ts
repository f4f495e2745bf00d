import { installedBrowser } from '../../src/reports/printer/installed-browsers';

/** Whether there is a browser to print with on this machine. */
export function canPrint(): boolean {
  if (installedBrowser(process.platform, process.env)) return true;
  try {
    return process.platform === 'linux' && require.resolve('@sparticuz/chromium') !== '';
  } catch {
    return false;
  }
}
