// Keeps one browser: started when first needed, started anew when it has died, ended with the printer.
import puppeteer, { type Browser } from 'puppeteer-core';

import { findBrowser, type BrowserChoice } from './find-browser';
import type { FoundBrowser } from './found-browser';
import { BrowserLaunchError } from './printer.errors';

/** No script runs, nothing is fetched, and the text is our own: these keep the browser itself quiet, small and repeatable. */
const ARGUMENTS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  // The outer wall, for the whole browser: no host is found, addresses in digits included. What a single page is denied
  // (sealed-off-page.ts) does not reach a frame of another site, which Chromium runs as a page of its own.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

export class BrowserKeeper {
  private found: Promise<FoundBrowser> | null = null;
  private running: Promise<Browser> | null = null;

  constructor(
    private readonly choice: BrowserChoice,
    private readonly launchMilliseconds: number,
  ) {}

  async browser(): Promise<Browser> {
    const current = await this.running?.catch(() => null);
    if (current?.connected) return current;
    if (current) await this.discard();
    this.running ??= this.start();
    try {
      return await this.running;
    } catch (error) {
      this.running = null; // the next report tries again
      throw error;
    }
  }

  /** Ends the browser at once, together with every page in it. */
  async discard(): Promise<void> {
    const ending = this.running;
    this.running = null;
    const browser = await ending?.catch(() => null);
    if (!browser) return;
    const ended = browser.close().catch(() => undefined);
    const patience = new Promise<void>((resolve) => setTimeout(resolve, 3_000).unref());
    await Promise.race([ended, patience]);
    browser.process()?.kill('SIGKILL');
  }

  private async start(): Promise<Browser> {
    this.found ??= findBrowser(this.choice);
    const found = await this.found.catch((error: unknown) => {
      this.found = null; // somebody may install one meanwhile
      throw error;
    });
    const isRoot = process.getuid?.() === 0;
    try {
      return await this.launch(found, isRoot);
    } catch (error) {
      // In most containers an ordinary user may not make the namespaces of Chromium's sandbox either.
      if (isRoot || !/sandbox/i.test(String(error)))
        throw new BrowserLaunchError(found.executablePath, error);
    }
    return this.launch(found, true).catch((error: unknown) => {
      throw new BrowserLaunchError(found.executablePath, error);
    });
  }

  private launch(found: FoundBrowser, withoutSandbox: boolean): Promise<Browser> {
    return puppeteer.launch({
      executablePath: found.executablePath,
      headless: 'shell',
      pipe: true, // no debugging port that others could reach, and the browser ends when this process does
      args: withoutSandbox ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
      ...(found.environment ? { env: found.environment } : {}),
      timeout: this.launchMilliseconds,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  }
}
