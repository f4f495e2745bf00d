// Which browser prints: the one that was named, an installed one, or the one that npm brought.
import { existsSync } from 'node:fs';

import { bundledChromium } from './bundled-chromium';
import type { FoundBrowser } from './found-browser';
import { installedBrowser, type Environment } from './installed-browsers';
import { BrowserNotFoundError } from './printer.errors';

export interface BrowserChoice {
  /** path of a Chrome, Edge or Chromium; when given, no other is tried */
  executablePath?: string | null;
  /** folder in which the bundled browser is unpacked once; a private one below the system's temporary folder when left out */
  cacheFolder?: string | null;
  /** home and program folders, for where installed browsers lie; from src/config */
  environment?: Environment;
}

/** Throws BrowserNotFoundError when there is none, or none at the named path. */
export async function findBrowser(choice: BrowserChoice): Promise<FoundBrowser> {
  if (choice.executablePath) {
    if (!existsSync(choice.executablePath)) throw new BrowserNotFoundError();
    return { executablePath: choice.executablePath, origin: 'named', environment: null };
  }
  const installed = installedBrowser(process.platform, choice.environment ?? {});
  if (installed) return { executablePath: installed, origin: 'installed', environment: null };
  const bundled = await bundledChromium(choice.cacheFolder ?? undefined);
  if (!bundled) throw new BrowserNotFoundError();
  return bundled;
}
