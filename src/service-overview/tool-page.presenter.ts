// Everything about one tool, put together for its page from what four statements read.
import { clausePlaces } from '../agreement-clauses/agreement-to-read';
import type { ServiceScoreDetailResponse } from '../assessments/scores/service-score.dto';
import type { Catalogs } from '../catalogs/catalogs.module';
import { disclosuresToJudge, reportDisclosureAt } from '../incidents/disclosure-to-judge';
import type { MappedFlows } from '../flow-maps/flow-maps.service';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { addressOfTool } from '../vendors/tool-of-page.query';
import { adjustmentsSection, type AdjustmentLine } from './adjustments/adjustments-section.presenter';
import { engineWords, type NamedRecord } from './engine-words';
import type { EvidenceOfTool } from './evidence-of-tool.query';
import { levelsOverTime, type LevelsOverTime } from './levels-over-time.presenter';
import { measuresSection, type MeasuresSection } from './measures-section.presenter';
import { recordsOfTool, type RecordsOfTool } from './records-of-tool.presenter';
import { serviceOverview, type ServiceOverview } from './service-overview.presenter';
import {
  riskManagementSection,
  threatsWithRisk,
  type RiskManagementSection,
  type ThreatWithRisk,
} from './risk-management-section.presenter';
import { paperPlaces, papersSection, type PapersSection } from './papers/papers-section.presenter';
import { REGISTERS } from '../web/navigation';
import { OVERSEEN_REGISTERS, type ToolFactsRow } from './tool-facts.query';
import { sectionsOfPage, type SectionCounts, type SectionLink } from './sections-of-page.presenter';
import { placesOfStep } from './where-done';

export interface ReadOfTool {
  score: ServiceScoreDetailResponse;
  mapped: MappedFlows;
  evidence: readonly EvidenceOfTool[];
  facts: ToolFactsRow;
}

export type ToolPage = Omit<ServiceOverview, 'threats'> &
  RecordsOfTool & {
    measures: MeasuresSection;
    papers: PapersSection;
    adjusted: AdjustmentLine[];
    levels: LevelsOverTime | null;
    incidents: { href: string; title: string; words: string }[];
    /** what the page holds below what comes first */
    sections: SectionLink[];
    /** where client data that goes out without an agreement is reported as an incident; null where nothing is, or one is on record */
    toJudge: string | null;
    threats: ThreatWithRisk[];
    /** long lists: closed until somebody opens them, open on paper */
    folded: { flows: boolean; evidence: boolean; levels: boolean };
    /** folded: none of them is worse than those that are shown */
    moreThreats: ThreatWithRisk[];
    managed: RiskManagementSection;
    overseen: { href: string; label: string; count: number; add: string }[];
  };

/** So many threats are shown at once: the worst. */
const MOST_THREATS = 6;

/** Longer lists are folded. */
const LONG = 5;

export function toolPage(
  organizationId: string,
  { score, mapped, evidence, facts }: ReadOfTool,
  {
    scoringModel,
    agreementProvisions,
    questionnaire,
    expiringWithinDays,
  }: Pick<Catalogs, 'scoringModel' | 'agreementProvisions' | 'questionnaire'> & {
    expiringWithinDays: number;
  },
): ToolPage {
  const at = `/organizations/${organizationId}`;
  const here = addressOfTool(organizationId, score.id);
  const { result } = score;
  const questionnaires = `${at}/questionnaires?service=${result.service.key}`;
  const clauses = new Map(agreementProvisions.provisions.map(({ id, title }) => [id as string, title]));
  // As a questionnaire of this tool asks it, where there is one: later names win.
  const asked = questionnaire.questions.map(({ id, question }): NamedRecord => ({
    ...{ kind: 'question', key: id, name: question, href: '' },
  }));
  const words = engineWords([...asked, ...namedRecords(here, result.service.key, mapped, facts)], clauses, {
    at: here,
    questionnaires,
    incidents: `${at}/incidents`,
  });
  const { today, facts: recorded } = mapped;
  const read = clausePlaces(
    here,
    recorded.services[0],
    recorded.agreements,
    today,
    agreementProvisions,
    expiringWithinDays,
  );
  const beside = { questionnaires, papers: paperPlaces(facts.papers, here), clauses: read };
  const places = (stepId: string) => placesOfStep(stepId, scoringModel, here, beside);
  const { decision, level } = result;
  const overview = serviceOverview(organizationId, score, { words, places });
  const ofTool = { at, today, result };
  const levels = levelsOverTime(facts.sealed, { on: score.asOf, decision: decision.code, level }, at);
  const threats = threatsWithRisk(overview.threats, facts.managed, ofTool);
  const records = {
    ...recordsOfTool(here, mapped, evidence, facts, expiringWithinDays),
    managed: riskManagementSection(facts.managed, ofTool),
    measures: measuresSection(facts.measures, here),
    papers: papersSection(
      facts.papers,
      { key: result.service.key, usesAi: facts.usesAi, today: mapped.today, model: scoringModel },
      here,
    ),
    adjusted: adjustmentsSection(facts.adjustments, result.threats, {
      ...{ at: here, today: mapped.today, months: scoringModel.ages.adjustment.currentMonths },
    }),
  };
  return {
    ...overview,
    ...records,
    sections: sectionsOfPage({
      ...countsOf(records),
      ...{ contradictions: overview.contradictions.length, unknowns: overview.unknowns.length },
      ...{ threats: threats.length, incidents: facts.incidents.length },
      incidentsOpen: facts.incidents.filter(({ closedOn }) => !closedOn).length,
    }),
    levels,
    folded: {
      flows: records.dataFlows.flows.length > LONG,
      evidence: evidence.length > LONG,
      levels: (levels?.rows.length ?? 0) > LONG,
    },
    threats: threats.slice(0, MOST_THREATS),
    moreThreats: threats.slice(MOST_THREATS),
    incidents: facts.incidents.map(({ id, title, knownOn, closedOn }) => ({
      ...{ href: `${at}/incidents/${id}`, title },
      words: `known since ${shortDate(knownOn)}, ${closedOn ? `closed on ${shortDate(closedOn)}` : 'open'}`,
    })),
    toJudge: disclosureToReport(at, score, recorded.dataFlows, facts.incidents),
    overseen: OVERSEEN_REGISTERS.map((register) => {
      const href = `${at}/registers/${register}`;
      const about = register === 'vendor-reviews' ? result.service.vendorKey : result.service.key;
      const label = REGISTERS.find((one) => one.at === `/registers/${register}`)?.label ?? register;
      return { href, label, count: facts.overseen[register], add: `${href}/new?about=${about}` };
    }),
  };
}

function countsOf({
  dataFlows: { flows },
  agreed,
  companies,
  measures,
  papers,
  evidence,
  adjusted,
  managed,
}: Omit<RecordsOfTool, 'here'> & Pick<ToolPage, 'measures' | 'papers' | 'adjusted' | 'managed'>): Omit<
  SectionCounts,
  'contradictions' | 'unknowns' | 'threats' | 'incidents' | 'incidentsOpen'
> {
  return {
    ...{ flows: flows.length, flowsUncovered: flows.filter(({ isUncovered }) => isUncovered).length },
    agreements: agreed.agreements.length,
    companies: companies.flatMap(({ lines }) => lines).length,
    measures: measures.lines.length,
    papers: papers.kinds.flatMap(({ lines }) => lines).length,
    ...{ evidence: evidence.length, evidenceWeak: evidence.filter(({ isWeak }) => isWeak).length },
    ...{ adjustments: adjusted.length, findings: managed.findings.length },
  };
}

function disclosureToReport(
  at: string,
  { result, name }: ServiceScoreDetailResponse,
  flows: MappedFlows['facts']['dataFlows'],
  incidents: ToolFactsRow['incidents'],
): string | null {
  const { key } = result.service;
  const about = incidents.map((incident) => ({ ...incident, services: [key] }));
  return disclosuresToJudge([result], flows, about).length > 0 ? reportDisclosureAt(at, { key, name }) : null;
}

/** The records that the engine may speak of, as the page calls them. */
function namedRecords(
  here: string,
  service: string,
  { facts: { agreements }, map }: MappedFlows,
  { named, subcontractors, modelProviders, adjustments }: ToolFactsRow,
): NamedRecord[] {
  const company = ({ key, name }: { key: string; name: string }): NamedRecord => ({
    ...{ kind: 'company', key, name, href: `${here}#companies` },
  });
  return [
    ...map.flows.map((flow): NamedRecord => ({
      ...{ kind: 'flow', key: flow.key, name: flow.number, href: `${here}#data-flows` },
    })),
    ...agreements.map(({ key, title }): NamedRecord => ({
      ...{ kind: 'agreement', key, name: title, href: `${here}#agreement` },
    })),
    ...adjustments.map(({ key, threat }): NamedRecord => ({
      kind: 'adjustment',
      key,
      name: threat,
      href: '',
    })),
    ...(subcontractors ?? []).map(company),
    ...(modelProviders ?? []).map(company),
    ...named.map((one): NamedRecord => ({ ...one, href: '' })),
    { kind: 'service', key: service, name: '', href: '' },
  ];
}
