// What the product has that a row can be served by, looked up where it stands: catalogs, words, citations, records, sections of reports, pages.
import { SECTION_IDS, SECTION_TITLES } from '../assessments/assessment-sections';
import type { Catalogs } from '../catalogs/load-catalogs';
import type { Explanations } from '../explanations/explanations';
import { recordPlace, registerOf } from './record-paths';
import type { FindTarget, Target, TargetKind } from './targets';

export interface Product {
  catalogs: Catalogs;
  explanations: Explanations;
  /** patterns of pages, such as /organizations/:organizationId */
  pages: readonly string[];
}

/** An entry of a catalog that itself names the rows that it serves. */
export interface Serving extends Target {
  readonly sourceIds: readonly string[];
}

export function targetFinder({ catalogs, explanations, pages }: Product): FindTarget {
  const { scoringModel, questionnaire, techChecklist, agreementProvisions, clearanceObligations } = catalogs;
  const { policies, training } = catalogs;
  const titled = new Map<TargetKind, ReadonlyMap<string, string>>(
    Object.entries({
      question: titles(questionnaire.questions, ({ question }) => question),
      checklist_item: titles(techChecklist.items, ({ question }) => question),
      provision: titles(agreementProvisions.provisions, ({ title }) => title),
      threat: titles(scoringModel.threats, ({ title }) => title),
      control: titles(
        scoringModel.threats.flatMap(({ controls }) => controls),
        ({ title }) => title,
      ),
      gate: titles(scoringModel.gates, ({ title }) => title),
      condition: titles(scoringModel.conditions, (condition) => condition.text),
      step: titles(scoringModel.steps, ({ title }) => title),
      clearance_obligation: titles(clearanceObligations.obligations, (obligation) => obligation.text),
      consent_element: titles(catalogs.consentElements.elements, ({ asks }) => asks),
      policy: titles(policies.policies, ({ title }) => title),
      training_module: titles(training.modules, ({ title }) => title),
      obligation: titles(catalogs.obligations.obligations, ({ title }) => title),
      term: titles([...explanations.terms.values()], ({ word }) => word),
      report_section: new Map(SECTION_IDS.map((id) => [id as string, SECTION_TITLES[id]])),
      page: new Map(pages.map((pattern) => [pattern, pattern])),
    } satisfies Record<
      Exclude<TargetKind, 'record' | 'register' | 'citation'>,
      ReadonlyMap<string, string>
    >) as [TargetKind, ReadonlyMap<string, string>][],
  );
  return ({ kind, id }) => {
    if (kind === 'record') return recordPlace(id);
    if (kind === 'register') return registerOf(id);
    if (kind === 'citation') return citationTitle(id, explanations);
    return titled.get(kind)?.get(id) ?? null;
  };
}

/** Questions, items of the checklist, elements of consent forms, sections of policies, lessons and obligations name rows by themselves; the table and they must agree. */
export function servingEntries({
  questionnaire,
  techChecklist,
  consentElements,
  policies,
  training,
  obligations,
}: Catalogs): Serving[] {
  return [
    ...policies.policies.map(({ id, sections }) => ({
      ...{ kind: 'policy' as const, id },
      sourceIds: sections.flatMap(({ sourceIds }) => sourceIds),
    })),
    ...training.modules.map(({ id, lessons, checks, curriculum }) => ({
      ...{ kind: 'training_module' as const, id },
      sourceIds: [...[...lessons, ...checks].flatMap(({ sourceIds }) => sourceIds), ...(curriculum ?? [])],
    })),
    ...questionnaire.questions.map(({ id, sourceIds }) => ({ kind: 'question' as const, id, sourceIds })),
    ...techChecklist.items.map(({ id, sourceIds }) => ({ kind: 'checklist_item' as const, id, sourceIds })),
    ...consentElements.elements.map(({ id, sourceIds }) => ({
      kind: 'consent_element' as const,
      id,
      sourceIds,
    })),
    // An obligation names its entry of the fact base first, then the rows.
    ...obligations.obligations.map(({ id, sourceIds }) => ({
      ...{ kind: 'obligation' as const, id },
      sourceIds: sourceIds.filter((source) => source !== id),
    })),
  ];
}

/** By its own spelling alone: the page of a citation has that in its address. */
function citationTitle(citation: string, { citations }: Explanations): string | null {
  const found = citations.find(citation);
  return found?.citation === citation ? `${citation}: ${found.title}` : null;
}

function titles<T extends { readonly id: string }>(
  entries: readonly T[],
  titleOf: (entry: T) => string,
): ReadonlyMap<string, string> {
  return new Map(entries.map((entry) => [entry.id, titleOf(entry)]));
}
