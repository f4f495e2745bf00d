// The report beside Chromium printing the very same HTML: what rendering, page numbers and the printer's precautions add.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SealedAssessment } from '../../src/assessments/assessment.document';
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import { BrowserKeeper } from '../../src/reports/printer/browser-keeper';
import type { PageNumbers } from '../../src/reports/printer/pdf-page-numbers';
import { ReportPrinter } from '../../src/reports/printer/report-printer';
import { prepareSecurityRiskAssessment } from '../../src/reports/security-risk-assessment';
import { alternatingRounds, medianOf, medianRatio, type Pairs } from '../measuring/alternating-rounds';
import type { CleanUp } from '../measuring/clean-up';
import { milliseconds, type Figure } from '../measuring/figures';
import { assessmentOf, exampleDossier } from '../practices/assessments';
import { printBare, type BareTurn, type Pass } from './bare-chromium';

const WARM_ROUNDS = 4;
const COLD_ROUNDS = 2;

interface OurTurn {
  passes: Pass[];
  milliseconds: number;
  /** drawings, text and fonts to HTML, all passes together */
  rendering: number;
}

export async function measureReport(cleanUp: CleanUp): Promise<Figure[]> {
  const sealed = assessmentOf(exampleDossier(), loadCatalogs());
  const printer = new ReportPrinter();
  const keeper = new BrowserKeeper({}, 60_000);
  cleanUp.add(() => printer.close());
  cleanUp.add(() => keeper.discard());
  const { passes } = await printOurs(printer, sealed);
  const browser = await keeper.browser();
  await printBare(browser, passes);
  const warm = await alternatingRounds<OurTurn | BareTurn>(
    WARM_ROUNDS,
    () => printOurs(printer, sealed),
    () => printBare(browser, passes),
  );
  const ours = warm.ours as OurTurn[];
  const bare = warm.bare as BareTurn[];
  const beside = (of: (turn: OurTurn) => number, bareOf: (turn: BareTurn) => number): Pairs<number> => ({
    ours: ours.map(of),
    bare: bare.map(bareOf),
  });
  const total = (turn: OurTurn | BareTurn) => turn.milliseconds;
  const rendering = (turn: OurTurn) => turn.rendering;
  const lastPass = (turn: BareTurn) => turn.lastPass;
  return [
    figure(`warm: whole report in ${passes.length} passes / the same passes`, beside(total, total), '1.15'),
    figure('warm: whole report / its last pass alone', beside(total, lastPass)),
    figure('warm: rendering HTML, all passes / printing the same passes', beside(rendering, total)),
    figure('first of a process, browser started / the same passes', await cold(sealed, passes, cleanUp)),
  ];
}

/** From the assessment to the PDF. */
async function printOurs(printer: ReportPrinter, sealed: SealedAssessment): Promise<OurTurn> {
  const passes: Pass[] = [];
  const start = performance.now();
  const render = await prepareSecurityRiskAssessment(sealed);
  let rendering = performance.now() - start;
  const renderHtml = (pages: PageNumbers): string => {
    const asked = performance.now();
    const html = render(pages);
    rendering += performance.now() - asked;
    passes.push({ html, tagged: passes.length > 0 });
    return html;
  };
  await printer.print(renderHtml, { madeAt: new Date(sealed.document.createdAt) });
  return { passes, milliseconds: performance.now() - start, rendering };
}

function figure(what: string, pairs: Pairs<number>, aim?: string): Figure {
  return {
    what,
    ours: milliseconds(medianOf(pairs.ours, Number)),
    bare: milliseconds(medianOf(pairs.bare, Number)),
    ratio: medianRatio(pairs, Number),
    aim,
  };
}

async function cold(sealed: SealedAssessment, passes: Pass[], cleanUp: CleanUp): Promise<Pairs<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'duecare-bench-'));
  cleanUp.add(() => rm(folder, { recursive: true, force: true }));
  const files = { ours: join(folder, 'assessment.json'), bare: join(folder, 'passes.json') };
  await writeFile(files.ours, JSON.stringify(sealed));
  await writeFile(files.bare, JSON.stringify(passes));
  const first = async (kind: 'ours' | 'bare'): Promise<number> => {
    const script = join(__dirname, 'cold.process.js');
    const { stdout } = await promisify(execFile)(process.execPath, [script, kind, files[kind]]);
    return Number(stdout);
  };
  return alternatingRounds(
    COLD_ROUNDS,
    () => first('ours'),
    () => first('bare'),
  );
}
