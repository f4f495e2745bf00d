// Prints reports as PDF. The only door to a browser in this product: one is kept, a few pages work at a time, each page is
// closed whatever happens, nothing is loaded and no script runs.
import type { Browser, Page } from 'puppeteer-core';

import { BrowserKeeper } from './browser-keeper';
import type { BrowserChoice } from './find-browser';
import { packedPdf } from './packed-pdf';
import { setPdfDates } from './pdf-dates';
import { pageNumbersIn, type PageNumbers } from './pdf-page-numbers';
import { PrintSlots } from './print-slots';
import {
  PrinterClosedError,
  PrintTimeoutError,
  ReportTooLargeError,
  UnsettledPagesError,
} from './printer.errors';
import { openSealedOffPage } from './sealed-off-page';

export interface ReportPrinterOptions extends BrowserChoice {
  /** reports printed at the same time; 2 suits a machine with two cores */
  pages?: number;
  /** for one report, all passes together, once its turn has come */
  timeoutMilliseconds?: number;
  maximumHtmlBytes?: number;
  maximumPdfBytes?: number;
}

export interface PrintOptions {
  /** instant written into the file as its creation and modification date */
  madeAt: Date;
}

/** HTML for one pass, given the page numbers of the pass before. */
export type RenderHtml = (pages: PageNumbers) => string | Promise<string>;

const MAXIMUM_PASSES = 3;
const NO_NUMBERS: PageNumbers = new Map();

export class ReportPrinter {
  private readonly keeper: BrowserKeeper;
  private readonly slots: PrintSlots;
  /** null: as the size of the report asks */
  private readonly timeoutMilliseconds: number | null;
  private readonly maximumHtmlBytes: number;
  private readonly maximumPdfBytes: number;
  private closed = false;

  constructor(options: ReportPrinterOptions = {}) {
    this.timeoutMilliseconds = options.timeoutMilliseconds ?? null;
    this.maximumHtmlBytes = options.maximumHtmlBytes ?? 32 * 1024 * 1024;
    this.maximumPdfBytes = options.maximumPdfBytes ?? 128 * 1024 * 1024;
    this.keeper = new BrowserKeeper(options, this.timeoutMilliseconds ?? USUAL_MILLISECONDS);
    this.slots = new PrintSlots(options.pages ?? 2);
  }

  /**
   * Prints what `renderHtml` gives. It is called with the page numbers of the pass before (none at first), once per pass:
   * two passes, or three when filling in the numbers moved a page. A browser that dies on the way is replaced once.
   */
  async print(renderHtml: RenderHtml, options: PrintOptions): Promise<Buffer> {
    return this.slots.with(async () => {
      if (this.closed) throw new PrinterClosedError();
      const first = await renderHtml(NO_NUMBERS);
      const milliseconds = this.timeoutMilliseconds ?? patienceFor(first);
      const pdf = await this.replacingDeadBrowser(milliseconds, (page) =>
        this.printUntilSettled(page, renderHtml, first, milliseconds),
      );
      setPdfDates(pdf, options.madeAt);
      return packedPdf(pdf);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.keeper.discard();
  }

  private async printUntilSettled(
    page: Page,
    renderHtml: RenderHtml,
    first: string,
    milliseconds: number,
  ): Promise<Buffer> {
    // The first pass only finds out where things lie: tags and outline, which cost a third of the time, move nothing.
    let numbers = pageNumbersIn(await this.printOnce(page, first, false, milliseconds));
    for (let pass = 2; pass <= MAXIMUM_PASSES; pass += 1) {
      const pdf = await this.printOnce(page, await renderHtml(numbers), true, milliseconds);
      const seen = pageNumbersIn(pdf);
      if (isSame(numbers, seen)) return pdf;
      numbers = seen;
    }
    throw new UnsettledPagesError(MAXIMUM_PASSES);
  }

  private async printOnce(page: Page, html: string, isFinal: boolean, timeout: number): Promise<Buffer> {
    const bytes = Buffer.byteLength(html);
    if (bytes > this.maximumHtmlBytes) throw new ReportTooLargeError('HTML', bytes, this.maximumHtmlBytes);
    await page.setContent(html, { timeout, waitUntil: 'load' });
    const stream = await page.createPDFStream({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: isFinal,
      outline: isFinal,
      timeout,
    });
    return this.collected(stream);
  }

  private async collected(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of stream) {
      bytes += part.byteLength;
      if (bytes > this.maximumPdfBytes) throw new ReportTooLargeError('PDF', bytes, this.maximumPdfBytes);
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  private async replacingDeadBrowser<T>(milliseconds: number, work: (page: Page) => Promise<T>): Promise<T> {
    const browser = await this.keeper.browser();
    try {
      return await this.withinTime(browser, milliseconds, work);
    } catch (error) {
      if (browser.connected || error instanceof PrintTimeoutError || this.closed) throw error;
    }
    return this.withinTime(await this.keeper.browser(), milliseconds, work);
  }

  /** Gives the work a page, and ends the page afterwards; a page that does not end takes its browser with it. */
  private async withinTime<T>(
    browser: Browser,
    milliseconds: number,
    work: (page: Page) => Promise<T>,
  ): Promise<T> {
    const page = await openSealedOffPage(browser);
    let timer: NodeJS.Timeout | undefined;
    const timeUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new PrintTimeoutError(milliseconds)), milliseconds);
    });
    try {
      return await Promise.race([work(page), timeUp]);
    } finally {
      clearTimeout(timer);
      if (!(await endsSoon(page))) await this.keeper.discard();
    }
  }
}

const USUAL_MILLISECONDS = 120_000;
const LONGEST_MILLISECONDS = 720_000;
const USUAL_BYTES = 2 * 1024 * 1024;

/** A practice of forty services has a thousand pages: it gets more time in proportion, but less than its job has (jobs/queues.ts). */
function patienceFor(html: string): number {
  const asked = USUAL_MILLISECONDS * Math.max(1, Buffer.byteLength(html) / USUAL_BYTES);
  return Math.ceil(Math.min(asked, LONGEST_MILLISECONDS));
}

const ENDING_MILLISECONDS = 3_000;

async function endsSoon(page: Page): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ENDING_MILLISECONDS);
  });
  const ended = page.close().then(
    () => true,
    () => true, // already gone, with or without its browser
  );
  try {
    return await Promise.race([ended, patience]);
  } finally {
    clearTimeout(timer);
  }
}

function isSame(first: PageNumbers, second: PageNumbers): boolean {
  return first.size === second.size && [...first].every(([id, page]) => second.get(id) === page);
}
