// The inner wall (the outer one is an argument of the browser): a page that runs no script and reaches neither the network nor the disk, whatever the HTML asks for.
import type { Browser, Page } from 'puppeteer-core';

const EVERYTHING_OUTSIDE = ['http://*', 'https://*', 'ws://*', 'wss://*', 'ftp://*', 'file://*'];

export async function openSealedOffPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  try {
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    await session.send('Network.setBlockedURLs', { urls: EVERYTHING_OUTSIDE });
    return page;
  } catch (error) {
    await page.close().catch(() => undefined);
    throw error;
  }
}
