// Where the pictures of `npm run screenshots` go: a folder of its own for each practice or way, each page wide and as a telephone has it.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

const FOLDER = join(__dirname, '..', '..', 'screenshots');
const WIDTHS = { wide: 1200, phone: 390 };

export class Pictures {
  private readonly folder: string;
  private taken = 0;

  /** Takes the place of earlier pictures of that name. */
  constructor(name: string) {
    this.folder = join(FOLDER, name);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  async take(page: Page, name: string): Promise<void> {
    for (const [word, width] of Object.entries(WIDTHS)) {
      await page.setViewport({ width, height: 900 });
      await page.screenshot({ path: join(this.folder, `${name}.${word}.png`), fullPage: true });
    }
  }

  /** Under a number that tells its place on the way. */
  async next(page: Page, name: string): Promise<void> {
    this.taken += 1;
    await this.take(page, `${String(this.taken).padStart(2, '0')}-${name}`);
  }
}
