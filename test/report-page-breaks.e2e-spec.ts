// Where the report's pages end. The plan of the example practice is printed over and over, each time a little lower, so that every row comes to
// lie at the foot of some page. Without a browser on the machine there is nothing to print with, and the test says that it was skipped.
import { assessmentOf, exampleDossier } from '../bench/practices/assessments';
import { loadCatalogs } from '../src/catalogs/load-catalogs';
import { ReportPrinter } from '../src/reports/printer/report-printer';
import { renderSecurityRiskAssessment } from '../src/reports/security-risk-assessment';
import { canPrint } from './support/can-print';
import { rowsOf } from './support/pdf-rows';

const TIMES = 16;
/** a page less its margins */
const PAGE_POINTS = 640;

jest.setTimeout(240_000);

(canPrint() ? it : it.skip)('no row of the plan is broken, wherever a page ends', async () => {
  const html = await renderSecurityRiskAssessment(assessmentOf(exampleDossier(), loadCatalogs()));
  const printer = new ReportPrinter();
  try {
    const pdf = await printer.print(() => lowerEachTime(html), { madeAt: new Date(0) });
    const rows = await rowsOf(pdf);
    expect(rows.broken).toEqual([]);
    expect(rows.all).toBeGreaterThan(40 * TIMES);
  } finally {
    await printer.close();
  }
});

function lowerEachTime(html: string): string {
  const [head = ''] = html.split('<section class="section');
  const [plan = ''] = /<section class="section page-actions[\s\S]*?<\/section>/.exec(html) ?? [];
  expect(plan).toContain('What the practice has taken on');
  const withoutAddresses = plan.replace(/ (?:id|href)="#?[^"]*"/g, '');
  const heights = Array.from({ length: TIMES }, (_, time) => Math.round((time * PAGE_POINTS) / TIMES));
  const plans = heights.map((height) =>
    withoutAddresses.replace('</h1>', `</h1><div style="height: ${height}pt"></div>`),
  );
  return `${head}${plans.join('')}</body></html>`;
}
