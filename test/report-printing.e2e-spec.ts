// Prints for real. Without a browser on the machine there is nothing to print with, and the tests say that they were skipped.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';

import type { SealedAssessment } from '../src/assessments/assessment.document';
import {
  PrinterClosedError,
  PrintTimeoutError,
  ReportTooLargeError,
  UnsettledPagesError,
} from '../src/reports/printer/printer.errors';
import { ReportPrinter } from '../src/reports/printer/report-printer';
import { prepareSecurityRiskAssessment } from '../src/reports/security-risk-assessment';
import {
  assessmentOfManyServices,
  sealedAssessment,
  unsignedDraft,
} from './factories/assessment-document.factory';
import { canPrint } from './support/can-print';
import { textOfPages } from './support/pdf-text';

jest.setTimeout(240_000);

/** Shown as skipped where there is nothing to print with. */
const prints = canPrint() ? it : it.skip;

const MADE_AT = new Date('2026-11-20T16:05:30.000Z');

describe('printing a report', () => {
  let printer: ReportPrinter;

  beforeAll(() => {
    printer = new ReportPrinter();
  });

  afterAll(async () => printer.close());

  async function printed(sealed: SealedAssessment): Promise<Buffer> {
    const render = await prepareSecurityRiskAssessment(sealed);
    return printer.print(render, { madeAt: new Date(sealed.document.createdAt) });
  }

  prints('gives a tagged PDF with outline, language, title and the date of the document', async () => {
    const pdf = await printed(sealedAssessment());
    const text = pdf.toString('latin1');
    expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(text).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(text).toMatch(/\/Lang \(en-US\)/);
    expect(text).toMatch(/\/Outlines \d+ 0 R/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(document.getTitle()).toBe(
      'AI vendor risk assessment: Harbor Light Counseling, PLLC, November 20, 2026',
    );
    expect(document.getCreationDate()).toEqual(MADE_AT);
    expect(document.getModificationDate()).toEqual(MADE_AT);
    // tags are three quarters of the file while they are not packed
    expect(text).toMatch(/\/Type \/ObjStm/);
    expect(pdf.length).toBeLessThan(1_500_000);
    for (const page of document.getPages()) expect(page.getSize()).toEqual({ width: 612, height: 792 });
  });

  prints('prints the page numbers in the contents on which the headings lie', async () => {
    const render = await prepareSecurityRiskAssessment(unsignedDraft());
    const rendered: string[] = [];
    const pdf = await printer.print(
      (pages) => {
        rendered.push(render(pages));
        return rendered.at(-1) as string;
      },
      { madeAt: MADE_AT },
    );
    const lies = await pagesOfPlaces(pdf);
    const told = [
      ...(rendered.at(-1) ?? '').matchAll(
        /<li class="depth-\d"><a href="#([^"]+)">.*?contents-page">(\d*)</g,
      ),
    ];
    expect(told).toHaveLength(29);
    told.push(...(rendered.at(-1) ?? '').matchAll(/class="page"><a href="#([^"]+)">page (\d*)</g));
    expect(told.length).toBeGreaterThan(20);
    for (const [, anchor, page] of told)
      expect([anchor, page]).toEqual([anchor, String(lies.get(anchor ?? ''))]);
    expect(rendered).toHaveLength(2);
  });

  prints('gives the same bytes for the same document, also from another browser', async () => {
    const first = await printed(unsignedDraft());
    const second = await printed(unsignedDraft());
    expect(second.equals(first)).toBe(true);
    const other = new ReportPrinter();
    try {
      const render = await prepareSecurityRiskAssessment(unsignedDraft());
      const third = await other.print(render, { madeAt: MADE_AT });
      expect(third.equals(first)).toBe(true);
    } finally {
      await other.close();
    }
  });

  prints(
    'keeps the summary on one page, however many services there are and however long their names',
    async () => {
      const long =
        'Comprehensive Behavioral Documentation & Session Intelligence Platform for Group Practices';
      const sealed = assessmentOfManyServices(9, (index) => `${long} ${index + 1}`);
      for (const { decision } of sealed.document.results)
        decision.short = 'Client data goes to a business associate without an agreement in force';
      const pages = await pagesOfPlaces(await printed(sealed));
      expect(pages.get('register')).toBe((pages.get('summary') ?? 0) + 1);
      const small = await pagesOfPlaces(await printed(unsignedDraft()));
      expect(small.get('method')).toBe((small.get('summary') ?? 0) + 1);
    },
  );

  prints('what is not sealed says on every page that it is a draft, and what is sealed nowhere', async () => {
    const isMarked = (text: string): boolean => text.includes('DRAFT') && text.includes('Unsigned draft');
    const draft = await printed(unsignedDraft());
    const pages = await textOfPages(draft);
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((text) => !isMarked(text))).toEqual([]);
    expect((await PDFDocument.load(draft)).getTitle()).toMatch(/\(unsigned draft\)$/);
    const sealed = await textOfPages(await printed(sealedAssessment()));
    expect(sealed[0]).toContain('Harbor Light Counseling, PLLC');
    expect(sealed.filter((text) => /DRAFT|[Uu]nsigned draft/.test(text))).toEqual([]);
  });

  prints('leaves no page blank', async () => {
    const document = await PDFDocument.load(await printed(unsignedDraft()));
    for (const page of document.getPages()) {
      const content = page.node.lookup(PDFName.of('Contents'), PDFStream);
      const drawing = inflateSync(content.getContents()).toString('latin1');
      // The running head and foot alone draw five pieces of text, and the mark of a draft one.
      expect(drawing.match(/\bT[jJ]\b/g)?.length ?? 0).toBeGreaterThan(9);
    }
  });

  describe('a page that asks for more than it carries', () => {
    let server: Server;
    let folder: string;
    const hits: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'report-printing-'));
      writeFileSync(
        join(folder, 'secret.svg'),
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
      );
      server = createServer((request, response) => {
        hits.push(request.url ?? '');
        response.end('body { color: red }');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(async () => {
      server.close();
      await rm(folder, { recursive: true, force: true });
    });

    prints('reaches neither the network nor the disk, and runs no script', async () => {
      const { port } = server.address() as AddressInfo;
      const outside = `http://127.0.0.1:${port}`;
      const file = `file://${join(folder, 'secret.svg')}`;
      const html = `<!doctype html><html lang="en"><head><title>t</title>
        <link rel="stylesheet" href="${outside}/style"><link rel="preconnect" href="${outside}"><link rel="prefetch" href="${outside}/prefetch">
        <style>@import url(${outside}/import); @font-face{font-family:f;src:url(${outside}/font)} p{font-family:f;background:url(${outside}/background)}</style>
        <script>document.title = 'script ran'; fetch('${outside}/script')</script></head>
        <body><p>words</p><img src="${outside}/image"><img src="${file}" onerror="document.title='handler ran'"><iframe src="${outside}/frame"></iframe><iframe src="${file}"></iframe>
        <object data="${file}"></object><svg width="9" height="9"><image href="${file}" width="9" height="9"/></svg></body></html>`;
      const pdf = await printer.print(() => html, { madeAt: MADE_AT });
      expect(hits).toEqual([]);
      const document = await PDFDocument.load(pdf, { updateMetadata: false });
      expect(document.getTitle()).toBe('t');
      const control = await fetch(`${outside}/control`);
      expect([control.status, hits]).toEqual([200, ['/control']]);
    });

    prints('does not follow a page that sends itself elsewhere', async () => {
      const { port } = server.address() as AddressInfo;
      const before = hits.length;
      const html = `<html lang="en"><head><meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/away"><title>t</title></head><body>words</body></html>`;
      await printer.print(() => html, { madeAt: MADE_AT }).catch(() => undefined);
      expect(hits.length).toBe(before);
    });
  });

  describe('bounds', () => {
    const page = (body: string) =>
      `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;

    prints('refuse HTML that is too large, and a PDF that grows too large, and go on printing', async () => {
      const small = new ReportPrinter({ maximumHtmlBytes: 20_000, maximumPdfBytes: 20_000 });
      try {
        await expect(small.print(() => page('x'.repeat(20_001)), { madeAt: MADE_AT })).rejects.toThrow(
          ReportTooLargeError,
        );
        const many = page('<p style="break-after:page">w</p>'.repeat(500));
        await expect(small.print(() => many, { madeAt: MADE_AT })).rejects.toThrow(ReportTooLargeError);
        expect((await small.print(() => page('fits'), { madeAt: MADE_AT })).subarray(0, 5).toString()).toBe(
          '%PDF-',
        );
      } finally {
        await small.close();
      }
    });

    prints('stop what takes too long, and go on printing', async () => {
      const hasty = new ReportPrinter({ timeoutMilliseconds: 6_000, pages: 1 });
      try {
        await hasty.print(() => page('warm'), { madeAt: MADE_AT });
        const heavy = page('<table><tr><td>x</td></tr></table>'.repeat(400_000));
        await expect(hasty.print(() => heavy, { madeAt: MADE_AT })).rejects.toThrow(PrintTimeoutError);
        expect((await hasty.print(() => page('after'), { madeAt: MADE_AT })).length).toBeGreaterThan(500);
      } finally {
        await hasty.close();
      }
    });

    prints('refuse to guess when the pages never settle', async () => {
      let pass = 0;
      const restless = () =>
        page(`<a href="#x">x</a>${'<p style="break-after:page">w</p>'.repeat(pass++)}<h1 id="x">x</h1>`);
      await expect(printer.print(restless, { madeAt: MADE_AT })).rejects.toThrow(UnsettledPagesError);
    });

    prints('print several at once, and still after the browser was killed', async () => {
      const pages = await Promise.all(
        ['one', 'two', 'three', 'four', 'five'].map((word) =>
          printer.print(() => page(word), { madeAt: MADE_AT }),
        ),
      );
      expect(pages.map((pdf) => pdf.subarray(0, 5).toString())).toEqual(Array(5).fill('%PDF-'));
      killBrowsersOfThisProcess();
      expect((await printer.print(() => page('again'), { madeAt: MADE_AT })).length).toBeGreaterThan(500);
    });

    prints('refuse to print once closed', async () => {
      const closed = new ReportPrinter();
      await closed.close();
      await expect(closed.print(() => page('x'), { madeAt: MADE_AT })).rejects.toThrow(PrinterClosedError);
    });
  });
});

/** Named places, by a reader that is not ours. */
async function pagesOfPlaces(pdf: Buffer): Promise<Map<string, number>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const pages = document.getPages().map(({ ref }) => ref.toString());
  const places = document.catalog.lookup(PDFName.of('Dests')) as unknown as {
    entries(): [PDFName, { get(index: number): { toString(): string } }][];
    context: { lookup(value: unknown): { get(index: number): { toString(): string } } };
  };
  return new Map(
    places.entries().map(([name, place]) => {
      const resolved = places.context.lookup(place);
      return [name.decodeText(), pages.indexOf(resolved.get(0).toString()) + 1];
    }),
  );
}

/** kill -9 of the browsers that this test process started, and of no others. */
function killBrowsersOfThisProcess(): void {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)])
    .toString()
    .split('\n');
  const browsers = children
    .filter((line) => /--headless/.test(line))
    .map((line) => Number(line.trim().split(' ')[0]));
  expect(browsers.length).toBeGreaterThan(0);
  for (const pid of browsers) process.kill(pid, 'SIGKILL');
}
