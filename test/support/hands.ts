// Fills in forms as somebody does who uses a keyboard alone, or a mouse without scripts, and counts what was asked of them.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { tabTo } from './browser';

export interface Counted {
  /** boxes ticked, choices made, fields written, files given */
  decisions: number;
  pages: number;
  words: number;
}

/** What can be done with a form, whichever way. */
interface Way {
  type(page: Page, name: string, text: string): Promise<void>;
  choose(page: Page, name: string, value: string): Promise<void>;
  /** @param digits month, day and year */
  day(page: Page, name: string, digits: string): Promise<void>;
  press(page: Page, selector: string): Promise<void>;
}

export class Hands {
  readonly counted: Counted = { decisions: 0, pages: 0, words: 0 };

  private readonly read = new Set<string>();

  constructor(
    readonly page: Page,
    private readonly way: Way,
  ) {}

  async type(name: string, text: string): Promise<void> {
    this.counted.decisions += 1;
    await this.way.type(this.page, name, text);
  }

  async choose(name: string, ...values: string[]): Promise<void> {
    for (const value of values) {
      this.counted.decisions += 1;
      await this.way.choose(this.page, name, value);
    }
  }

  /** A day, as the field of the browser takes it: month, day, year. */
  async date(name: string, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    this.counted.decisions += 1;
    await this.way.day(this.page, name, `${month}${date}${year}`);
  }

  async file(name: string, text: string): Promise<void> {
    this.counted.decisions += 1;
    const path = join(tmpdir(), `duecare-test-${process.pid}.txt`);
    writeFileSync(path, text);
    const [chooser] = await Promise.all([
      this.page.waitForFileChooser(),
      this.way.press(this.page, `input[name="${name}"]`).then(() => this.openChooser()),
    ]);
    await chooser.accept([path]);
  }

  /** Presses a button or follows a link to the next page. */
  async goOn(selector: string): Promise<void> {
    await Promise.all([
      this.page.waitForNavigation(),
      this.way.press(this.page, selector).then(() => this.enter()),
    ]);
    await this.arrived();
  }

  /** Counts what there is to read on the page that came: what is folded away is not, nor is what stood on an earlier page. */
  async arrived(): Promise<void> {
    this.counted.pages += 1;
    const texts = await this.page.$eval('main', shownTexts);
    for (const text of texts) {
      if (!this.read.has(text))
        this.counted.words += text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
      this.read.add(text);
    }
  }

  private async enter(): Promise<void> {
    if (this.way === BY_KEYBOARD) await this.page.keyboard.press('Enter');
  }

  private async openChooser(): Promise<void> {
    if (this.way === BY_KEYBOARD) await this.page.keyboard.press('Enter');
  }
}

/** Tab, letters, space, arrows and Enter. */
export const BY_KEYBOARD: Way = {
  async type(page, name, text) {
    await tabTo(page, `[name="${name}"]`);
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyA');
    await page.keyboard.up('Control');
    await page.keyboard.type(text);
  },
  async choose(page, name, value) {
    const selector = `[name="${name}"][value="${value}"]`;
    const kind = await page.$eval(
      `[name="${name}"]:not([type=hidden])`,
      (field) => (field as unknown as { type: string }).type,
    );
    if (kind === 'select-one') {
      await tabTo(page, `select[name="${name}"]`);
      const label = await page.$eval(
        `select[name="${name}"] option[value="${value}"]`,
        (option) => option.textContent ?? '',
      );
      await page.keyboard.type(label);
    } else if (kind === 'radio') {
      await tabTo(page, `[name="${name}"]`);
      await page.keyboard.press('Space');
      for (let presses = 0; presses < 20 && !(await page.$eval(selector, isChecked)); presses += 1)
        await page.keyboard.press('ArrowDown');
    } else {
      await tabTo(page, selector);
      await page.keyboard.press('Space');
    }
  },
  async day(page, name, digits) {
    await tabTo(page, `input[name="${name}"]`);
    await page.keyboard.type(digits);
  },
  press: (page, selector) => tabTo(page, selector),
};

export const BY_MOUSE: Way = {
  async type(page, name, text) {
    await page.click(`[name="${name}"]`, { count: 3 });
    await page.keyboard.type(text);
  },
  async choose(page, name, value) {
    const select = await page.$(`select[name="${name}"]`);
    if (select) await page.select(`select[name="${name}"]`, value);
    else await page.click(`[name="${name}"][value="${value}"]`);
  },
  async day(page, name, digits) {
    // at its left end, where the month is
    await page.click(`input[name="${name}"]`, { offset: { x: 12, y: 12 } });
    await page.keyboard.type(digits);
  },
  press: (page, selector) => page.click(selector),
};

function isChecked(field: unknown): boolean {
  return (field as { checked: boolean }).checked;
}

/** Runs in the page: the texts that are to be seen. What is told to screen readers alone repeats what stands beside it. */
function shownTexts(main: unknown): string[] {
  const { ownerDocument: page } = main as { ownerDocument: PageDocument };
  const walker = page.createTreeWalker(main, 4);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.checkVisibility() && !node.parentElement.closest('option, .unseen'))
      texts.push(node.textContent.trim().replaceAll(/\s+/g, ' '));
  }
  return texts;
}

interface PageDocument {
  createTreeWalker(
    root: unknown,
    what: number,
  ): {
    nextNode(): {
      textContent: string;
      parentElement: { checkVisibility(): boolean; closest(of: string): unknown };
    } | null;
  };
}
