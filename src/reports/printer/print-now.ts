// A few pages that are printed while somebody waits for them.
import { DomainError } from '../../common/problems/domain.error';
import { BrowserLaunchError, BrowserNotFoundError, PrinterClosedError } from './printer.errors';
import type { ReportPrinter } from './report-printer';

/** @throws DomainError unavailable where no browser is there to print with */
export async function printNow(
  printer: Pick<ReportPrinter, 'print'>,
  html: string,
  madeAt: Date,
): Promise<Buffer> {
  try {
    return await printer.print(() => html, { madeAt });
  } catch (error) {
    const noBrowser =
      error instanceof BrowserNotFoundError ||
      error instanceof BrowserLaunchError ||
      error instanceof PrinterClosedError;
    if (!noBrowser) throw error;
    throw new DomainError('unavailable', 'No browser is there to print with.');
  }
}
