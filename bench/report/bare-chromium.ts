// Chromium alone: page, content, PDF, with the very options that the printer gives, in a browser started with the same flags.
import type { Browser } from 'puppeteer-core';

/** One pass over one HTML; `tagged` also asks for the outline, as the printer's last pass does. */
export interface Pass {
  html: string;
  tagged: boolean;
}

export interface BareTurn {
  /** from the new page to the closed one */
  milliseconds: number;
  lastPass: number;
}

/** Prints the passes of one report one after the other on one page. */
export async function printBare(browser: Browser, passes: readonly Pass[]): Promise<BareTurn> {
  const start = performance.now();
  const page = await browser.newPage();
  let lastPass = 0;
  try {
    for (const { html, tagged } of passes) {
      const begun = performance.now();
      await page.setContent(html, { waitUntil: 'load' });
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline: tagged });
      lastPass = performance.now() - begun;
    }
  } finally {
    await page.close();
  }
  return { milliseconds: performance.now() - start, lastPass };
}
