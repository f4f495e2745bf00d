// What can go wrong while printing, each with a stable code. None carries a word of the report.

export class BrowserNotFoundError extends Error {
  readonly code = 'browser-not-found';
  constructor() {
    super(
      'No browser that can print PDF was found. Install Google Chrome, Microsoft Edge or Chromium, or set the path of one; ' +
        'on 64-bit Linux the optional package @sparticuz/chromium, which npm installs with this product, is enough.',
    );
    this.name = 'BrowserNotFoundError';
  }
}

export class BrowserLaunchError extends Error {
  readonly code = 'browser-launch-failed';
  constructor(executablePath: string, cause: unknown) {
    super(`The browser ${executablePath} was found but did not start.`, { cause });
    this.name = 'BrowserLaunchError';
  }
}

export class PrintTimeoutError extends Error {
  readonly code = 'print-timeout';
  constructor(readonly timeoutMilliseconds: number) {
    super(`The report was not printed within ${timeoutMilliseconds} ms.`);
    this.name = 'PrintTimeoutError';
  }
}

export class ReportTooLargeError extends Error {
  readonly code = 'report-too-large';
  constructor(
    readonly what: 'HTML' | 'PDF',
    readonly bytes: number,
    readonly maximumBytes: number,
  ) {
    super(`The report's ${what} has ${bytes} bytes; at most ${maximumBytes} are printed.`);
    this.name = 'ReportTooLargeError';
  }
}

export class PrinterClosedError extends Error {
  readonly code = 'printer-closed';
  constructor() {
    super('The printer has been closed.');
    this.name = 'PrinterClosedError';
  }
}

/** The file that the browser made does not look like the PDFs it is known to make. */
export class UnreadablePdfError extends Error {
  readonly code = 'unreadable-pdf';
  constructor(what: string) {
    super(`The printed PDF could not be read: ${what}.`);
    this.name = 'UnreadablePdfError';
  }
}

/** The pages moved every time that the contents were filled in, so that no printed page number would be sure to be true. */
export class UnsettledPagesError extends Error {
  readonly code = 'unsettled-pages';
  constructor(readonly passes: number) {
    super(`The page numbers of the contents did not settle in ${passes} passes.`);
    this.name = 'UnsettledPagesError';
  }
}
