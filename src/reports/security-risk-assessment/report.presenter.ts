// A whole report as plain words and figures: a function of the sealed assessment and nothing else. The report on one service is made
// by the same function of the assessment narrowed to it (narrowed-to-service.ts).
import type { SealedAssessment } from '../../assessments/assessment.document';
import type { OwnMarkup } from '../../common/markup/own-markup';
import { shortened } from '../markup/shortened';
import { analysisView, type AnalysisView } from './analysis.presenter';
import { actionsView, type ActionsView } from './actions.presenter';
import { agreementsView, type AgreementsView } from './appendices/agreements.presenter';
import { assuranceView, type AssuranceView } from './appendices/assurance.presenter';
import { checklistsView, type ChecklistsView } from './appendices/checklists.presenter';
import { citationRows, type CitationRow } from './appendices/citations.presenter';
import { consentsView, type ConsentsView } from './appendices/consents.presenter';
import { evidenceNumbers, evidenceRows, type EvidenceRow } from './appendices/evidence-list.presenter';
import { policiesView, type PoliciesView } from './appendices/policies.presenter';
import { inventoryView, type InventoryView } from './inventory.presenter';
import { incidentsView, type IncidentsView } from './appendices/incidents.presenter';
import { oversightView, type OversightView } from './appendices/oversight.presenter';
import { questionnairesView, type QuestionnairesView } from './appendices/questionnaires.presenter';
import { riskRegisterView, type RiskRegisterGroup } from './appendices/risk-register.presenter';
import { stateWords } from './assessment-state';
import { changesView, type ChangesView } from './changes.presenter';
import { contradictionRows, type ContradictionRow } from './contradictions.presenter';
import { COVERS, coverView, type CoverView } from './cover.presenter';
import { longDate } from './date-words';
import type { GraphLayout } from './data-flow-diagram/draw-diagram';
import { drawFlows, isOneDrawing } from './data-flow-diagram/draw-flows';
import { factsInWords } from './facts-in-words';
import { flowView, numberedFlows, type FlowView, type NumberedFlow } from './flows.presenter';
import { guideView, type GuideView } from './guide.presenter';
import { methodView, type MethodView } from './method.presenter';
import { capitalized, listed, numberWord } from './number-words';
import { obligationsView, type ObligationsView } from './obligations.presenter';
import { flowsToJudge } from './disclosures.presenter';
import { ownSystemRows, withoutFlowWords, type OwnSystemRow } from './own-systems.presenter';
import { practiceView, type PracticeView } from './practice.presenter';
import { resultInWords, threatInWords } from './result-in-words';
import { safeguardsView, type SafeguardsView } from './safeguards.presenter';
import { riskManagementView, type RiskManagementView } from './risk-management.presenter';
import { sectionsOf, type ReportKind, type Sections } from './sections';
import { servicesInOrder, type OrderedService } from './service-order';
import { serviceView, type ServiceView } from './service.presenter';
import { signOffView, type SignOffView } from './sign-off.presenter';
import { registerView, summaryView, type RegisterView, type SummaryView } from './summary.presenter';
import { workingsOfPractice, workingsView, type WorkingsView } from './workings.presenter';

export interface DataFlowsView {
  rows: FlowView[];
  /** null when the practice is too large for one drawing: then each service has its own */
  diagram: OwnMarkup | null;
  diagramNote: string;
  uncovered: string | null;
  /** services whose uncovered flows nobody has looked at as an incident, with their numbers; empty where there are none */
  toJudge: string;
  /** of the practice itself; none in the report on one service */
  systems: OwnSystemRow[];
  /** names of those to which neither a connection nor a flow leads; empty where there is none */
  wayUnknown: string;
  /** tools of which no flow is recorded; empty where each has one */
  withoutFlow: string;
}

export interface ReportView {
  kind: ReportKind;
  sections: Sections;
  documentTitle: string;
  running: { practice: string; state: string; notice: string; preparedBy: string | null; isDraft: boolean };
  cover: CoverView;
  /** null in the report on one service */
  summary: SummaryView | null;
  register: RegisterView | null;
  method: MethodView;
  /** null in the report on one service */
  inventory: InventoryView | null;
  /** this and the guide: null in the report on one service, which is no risk analysis */
  analysis: AnalysisView | null;
  guide: GuideView | null;
  flows: DataFlowsView;
  services: ServiceView[];
  actions: ActionsView;
  /** null when the practice itself was not rated, and in the report on one service */
  practice: PracticeView | null;
  /** null when it was not reviewed, and in the report on one service */
  safeguards: SafeguardsView | null;
  contradictions: ContradictionRow[];
  changes: ChangesView;
  obligations: ObligationsView;
  signOff: SignOffView;
  riskRegister: RiskRegisterGroup[];
  agreements: AgreementsView;
  assurance: AssuranceView;
  checklists: ChecklistsView;
  questionnaires: QuestionnairesView;
  incidents: IncidentsView & Pick<DataFlowsView, 'toJudge'>;
  consents: ConsentsView;
  /** null in the report on one service */
  policies: PoliciesView | null;
  riskManagement: RiskManagementView;
  oversight: OversightView;
  evidence: EvidenceRow[];
  sources: CitationRow[];
  workings: WorkingsView[];
}

/** `layout` draws the data-flow diagrams; everything else is worked out here. */
export function reportView(sealed: SealedAssessment, layout: GraphLayout, kind: ReportKind): ReportView {
  const { document } = sealed;
  const sections = sectionsOf(kind);
  const inOrder = servicesInOrder(document.results);
  const flows = numberedFlows(
    document,
    inOrder.map(({ result }) => result.service.key),
  );
  const inWords = factsInWords(document.dossier, flows);
  const ordered = inOrder.map((one) => ({ ...one, result: resultInWords(one.result, inWords) }));
  const drawing = new FlowDrawing(sealed, layout);
  const whole = isOneDrawing(ordered.length, flows) ? drawing.of(flows, 'all', document.practice.name) : null;
  const cover = coverView(sealed, sections);
  const inventory = sections.inventory ? inventoryView(document, layout, 'inventory-drawing') : null;
  const systems = inventory ? ownSystemRows(document, inventory.connections, flows) : [];
  const isWhole = kind === 'security-risk-assessment';
  return {
    kind,
    sections,
    documentTitle: `${document.title}: ${document.practice.name}, ${longDate(document.asOf)}${cover.isSealed ? '' : ' (unsigned draft)'}`,
    running: {
      practice: shortened(document.practice.name, 44),
      state: stateWords(sealed),
      notice: `Not legal advice. Law as of ${longDate(document.lawAsOf)}.`,
      preparedBy: cover.firm && `Prepared by ${shortened(cover.firm.name, 48)}`,
      isDraft: !cover.isSealed,
    },
    cover,
    summary: isWhole ? summaryView(document, ordered, flows, sections) : null,
    register: isWhole ? registerView(document, ordered) : null,
    inventory,
    method: methodView(document),
    analysis: isWhole ? analysisView(document) : null,
    guide: isWhole ? guideView(sealed, sections) : null,
    flows: {
      rows: flows.map((one) => flowView(one, document.practice.name)),
      diagram: whole,
      diagramNote: diagramNote(whole, flows),
      uncovered: uncoveredWords(flows),
      toJudge: flowsToJudge(document, flows),
      systems,
      wayUnknown: listed(systems.filter(({ isUnknown }) => isUnknown).map(({ name }) => name)),
      withoutFlow: withoutFlowWords(document, flows),
    },
    services: ordered.map((one) =>
      serviceView(document, one, whole ? null : drawing.ofService(flows, one), sections),
    ),
    actions: actionsView(document, ordered, sections.safeguards !== null),
    practice: sections.practice ? practiceView(document, inWords) : null,
    safeguards: sections.safeguards ? safeguardsView(document) : null,
    contradictions: contradictionRows(ordered),
    changes: changesView(document, inWords),
    obligations: obligationsView(document, isWhole),
    signOff: signOffView(sealed),
    riskRegister: riskRegisterView(document, ordered),
    agreements: agreementsView(document, ordered, flows),
    assurance: assuranceView(document),
    checklists: checklistsView(document, ordered),
    questionnaires: questionnairesView(document, ordered, evidenceNumbers(document.dossier)),
    incidents: { ...incidentsView(document), toJudge: flowsToJudge(document, flows) },
    consents: consentsView(document),
    policies: sections.policies ? policiesView(document) : null,
    riskManagement: riskManagementView(document),
    oversight: oversightView(document),
    evidence: evidenceRows(document),
    sources: citationRows(document, ordered, sections.method?.called ?? '', isWhole),
    workings: [
      ...ordered.map((one) => workingsView(one, sections)),
      ...(document.practiceResult
        ? [
            workingsOfPractice(
              {
                ...document.practiceResult,
                threats: document.practiceResult.threats.map((one) => threatInWords(one, inWords)),
              },
              `${document.practice.name} itself`,
              ordered.length + 1,
              sections,
            ),
          ]
        : []),
    ],
  };
}

export { COVERS };

class FlowDrawing {
  constructor(
    private readonly sealed: SealedAssessment,
    private readonly layout: GraphLayout,
  ) {}

  ofService(flows: readonly NumberedFlow[], { result, position }: OrderedService): OwnMarkup | null {
    const own = flows.filter(({ service }) => service.key === result.service.key);
    return this.of(own, String(position), result.service.name);
  }

  /** Null when there is nothing to draw, or the drawing would be too small to read. */
  of(flows: readonly NumberedFlow[], id: string, about: string): OwnMarkup | null {
    const { dossier, practice } = this.sealed.document;
    return drawFlows(this.layout, flows, dossier.vendors, practice.name, {
      id: `flows-${id}`,
      title: `Data-flow diagram: ${about}`,
    });
  }
}

function diagramNote(whole: OwnMarkup | null, flows: readonly NumberedFlow[]): string {
  if (flows.length === 0) return 'No flow of client data is recorded.';
  if (whole) return '';
  return 'The flows are too many for one legible drawing: each tool has its own, on its pages. The table holds them all.';
}

function uncoveredWords(flows: readonly NumberedFlow[]): string | null {
  const uncovered = flows.filter(({ coverage }) => coverage.state === 'uncovered');
  if (uncovered.length === 0) return null;
  const numbers = uncovered.map(({ number }) => number);
  const shown =
    numbers.length > 12
      ? `${numbers.slice(0, 12).join(', ')} and ${numbers.length - 12} more`
      : numbers.join(', ');
  const count = capitalized(numberWord(uncovered.length));
  return `${count} ${uncovered.length === 1 ? 'flow' : 'flows'} to or from a vendor with no agreement in force on record: ${shown}.`;
}
