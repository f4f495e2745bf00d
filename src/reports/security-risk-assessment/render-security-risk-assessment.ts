// From a sealed assessment to a page of HTML that stands alone: fonts, drawings and style inside, nothing loaded, no script.
import type { SealedAssessment } from '../../assessments/assessment.document';
import { OwnMarkup } from '../../common/markup/own-markup';
import type { PageNumbers } from '../printer/pdf-page-numbers';
import { fontFacesFor } from '../templates/embedded-fonts';
import { loadReportTemplates, type ReportTemplates } from '../templates/report-templates';
import { contentsOf } from './contents.presenter';
import { loadGraphLayout, type GraphLayout } from './data-flow-diagram/draw-diagram';
import { withGuidePages } from './guide.presenter';
import { narrowedToService } from './narrowed-to-service';
import { reportView } from './report.presenter';
import { runningHeads } from './running-heads';
import { REPORT_KINDS, type ReportKind } from './sections';
import { withPages, withWorkingsPages } from './workings-pages';

/** The report of one assessment; without page numbers the contents have links only, as on a screen. */
export type RenderReport = (pages?: PageNumbers) => string;

export class SecurityRiskAssessmentReport {
  private constructor(
    private readonly templates: ReadonlyMap<ReportKind, ReportTemplates>,
    private readonly layout: GraphLayout,
  ) {}

  /** Reads and compiles the templates and starts the graph layout: once for the life of the process. */
  static async load(): Promise<SecurityRiskAssessmentReport> {
    return new SecurityRiskAssessmentReport(
      new Map(REPORT_KINDS.map((kind) => [kind, loadReportTemplates(kind)])),
      await loadGraphLayout(),
    );
  }

  /** Works the content out once; the function given back renders it, with or without page numbers. */
  prepare(sealed: SealedAssessment, kind: ReportKind = 'security-risk-assessment'): RenderReport {
    const templates = this.templates.get(kind) as ReportTemplates;
    const view = reportView(sealed, this.layout, kind);
    const heads = runningHeads(view);
    const render = (stylesheet: string, pages: PageNumbers) =>
      templates.render({
        ...view,
        services: view.services.map((service) => withWorkingsPages(service, pages)),
        practice: view.practice && {
          ...view.practice,
          threats: view.practice.threats.map((threat) => withPages(threat, pages)),
        },
        guide: view.guide && withGuidePages(view.guide, pages),
        contents: contentsOf(view, pages),
        stylesheet: new OwnMarkup(stylesheet),
      });
    // Which alphabets to embed is told by the text itself: rendered once without fonts, and read.
    const stylesheet = [fontFacesFor(render('', new Map())), templates.stylesheet, heads].join('\n');
    return (pages = new Map()) => render(stylesheet, pages);
  }
}

let loaded: Promise<SecurityRiskAssessmentReport> | null = null;

/** For printing: the content is worked out once, each pass only renders it. */
export async function prepareSecurityRiskAssessment(sealed: SealedAssessment): Promise<RenderReport> {
  loaded ??= SecurityRiskAssessmentReport.load();
  return (await loaded).prepare(sealed);
}

/** The report on one service, for the vendor's file. @returns null when the assessment has no result for the service */
export async function prepareVendorReport(
  sealed: SealedAssessment,
  service: string,
): Promise<RenderReport | null> {
  const narrowed = narrowedToService(sealed, service);
  if (!narrowed) return null;
  loaded ??= SecurityRiskAssessmentReport.load();
  return (await loaded).prepare(narrowed, 'vendor');
}

/** The HTML of the report. Same assessment, same HTML. */
export async function renderSecurityRiskAssessment(
  sealed: SealedAssessment,
  pages?: PageNumbers,
): Promise<string> {
  return (await prepareSecurityRiskAssessment(sealed))(pages);
}
