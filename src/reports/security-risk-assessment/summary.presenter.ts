// One page for the owner: what may be used, what to do first, how much is at stake.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { decisionsWanted } from '../../assessments/quality/decisions-wanted';
import type { DecisionCode } from '../../assessments/scoring/service-result';
import { rankOf } from '../../common/level';
import type { OwnMarkup } from '../../common/markup/own-markup';
import { shortened } from '../markup/shortened';
import { longDate, shortDate } from './date-words';
import { firstSteps, type FirstStep } from './first-steps';
import type { NumberedFlow } from './flows.presenter';
import { heatMap } from './heat-map';
import { levelBeside, type ServiceLevelView } from './level-words';
import { capitalized, counted, listed, numberWord } from './number-words';
import { markerOfService } from './risk-markers';
import type { Sections } from './sections';
import type { OrderedService } from './service-order';

export interface DecisionRow {
  letter: string;
  anchor: string;
  service: string;
  vendor: string;
  decision: { code: DecisionCode; label: string };
  short: string;
  before: ServiceLevelView;
  now: ServiceLevelView;
  known: string;
  holdsUntil: string;
}

export interface SummaryView {
  lead: string;
  figures: { value: string; name: string }[];
  rows: DecisionRow[];
  moreServices: string | null;
  steps: FirstStep[];
  moreSteps: string | null;
  heatMap: OwnMarkup;
  trend: string;
  decisions: string[];
}

/** The whole list, on a page of its own, when it does not fit into the summary. */
export interface RegisterView {
  rows: DecisionRow[];
  heatMap: OwnMarkup;
}

const ROWS_ON_ONE_PAGE = 5;

/** From here on the list runs over pages, and each row is told on one line. */
const MANY_ROWS = 12;

/** A longer table leaves room for fewer steps. */
const stepsBeside = (rows: number): number => (rows > 3 ? 2 : 4);

/** What fits into one line of the summary, and into two of the whole list. */
const NAME_IN_SUMMARY = 28;
const NAME_IN_REGISTER = 56;
const SHORT_ON_ONE_LINE = 38;
const SHORT_ON_TWO_LINES = 76;

export function summaryView(
  document: AssessmentDocument,
  services: readonly OrderedService[],
  flows: readonly NumberedFlow[],
  sections: Pick<Sections, 'actions'>,
): SummaryView {
  const steps = firstSteps(services);
  const short = services.length > 3 ? SHORT_ON_ONE_LINE : SHORT_ON_TWO_LINES;
  const rows = services.slice(0, ROWS_ON_ONE_PAGE).map((one) => decisionRow(one, NAME_IN_SUMMARY, short));
  const hiddenServices = services.length - rows.length;
  const hiddenSteps = Math.max(0, steps.length - stepsBeside(rows.length));
  return {
    lead: leadSentence(document, services),
    figures: keyFigures(services, flows),
    rows,
    moreServices: hiddenServices > 0 ? `${counted(hiddenServices, 'more tool')} in section 1.1.` : null,
    steps: steps.slice(0, stepsBeside(rows.length)),
    moreSteps:
      hiddenSteps > 0
        ? `${counted(hiddenSteps, 'more step')}, and those of the practice itself, in ${sections.actions?.called ?? 'the plan'}.`
        : null,
    trend: trendWords(document),
    decisions: decisionsWanted(document),
    heatMap: heatMap(document.matrices.i2, services.map(markerOfService), {
      id: 'map-summary',
      title: 'Heat map of the tools: likelihood against impact of the worst threat of each',
      size: 'half',
    }),
  };
}

export function registerView(
  document: AssessmentDocument,
  services: readonly OrderedService[],
): RegisterView | null {
  if (services.length <= ROWS_ON_ONE_PAGE) return null;
  return {
    rows: services.map((one) =>
      decisionRow(
        one,
        NAME_IN_REGISTER,
        services.length > MANY_ROWS ? SHORT_ON_ONE_LINE : SHORT_ON_TWO_LINES,
      ),
    ),
    heatMap: heatMap(document.matrices.i2, services.map(markerOfService), {
      id: 'map-register',
      title: 'Heat map of all tools: likelihood against impact of the worst threat of each',
      size: 'full',
    }),
  };
}

function decisionRow(
  { result, letter, position }: OrderedService,
  nameCharacters: number,
  shortCharacters: number,
): DecisionRow {
  const { service, decision, confidence, holdsUntil } = result;
  return {
    letter,
    anchor: `service-${position}`,
    service: shortened(service.name, nameCharacters),
    vendor: shortened(service.vendorName, nameCharacters),
    decision: { code: decision.code, label: decision.label },
    short: shortened(decision.short, shortCharacters),
    before: levelBeside(result.inherentLevel, result.decision.code),
    now: levelBeside(result.level, result.decision.code),
    known: `${confidence.percent}%`,
    holdsUntil: holdsUntil ? shortDate(holdsUntil.date) : 'No date',
  };
}

/** How it stands beside the sealed assessment before, in one sentence. */
export function trendWords({ comparison }: Pick<AssessmentDocument, 'comparison'>): string {
  if (!comparison) return 'No sealed assessment came before: there is no trend yet.';
  const moved = (by: (difference: number) => boolean): number =>
    comparison.services.filter(({ before, now }) => by(rankOf(now.level) - rankOf(before.level))).length;
  const parts = [
    `${moved((difference) => difference < 0)} lower`,
    `${moved((difference) => difference > 0)} higher`,
    `${moved((difference) => difference === 0)} as before`,
  ];
  const { newServices, goneServices, previous } = comparison;
  const came = newServices.length > 0 ? `, ${newServices.length} new` : '';
  const went = goneServices.length > 0 ? `, ${goneServices.length} gone` : '';
  return `Since the previous assessment (${longDate(previous.asOf)}), by tool: ${listed(parts)}${came}${went}.`;
}

/** What came out, in one sentence. */
export function leadSentence(
  { asOf }: Pick<AssessmentDocument, 'asOf'>,
  services: readonly OrderedService[],
): string {
  const count = (code: DecisionCode) => services.filter(({ result }) => result.decision.code === code).length;
  const told: [DecisionCode, (word: string) => string][] = [
    ['do_not_use', (word) => `${word} must not be used with client data`],
    ['not_enough_known', (word) => `about ${word} not enough is known, so that ${word} may not be used yet`],
    ['use_with_conditions', (word) => `${word} may be used while its conditions are kept`],
    ['acceptable', (word) => `${word} is acceptable as it is used today`],
  ];
  const plural: Partial<Record<DecisionCode, (word: string) => string>> = {
    use_with_conditions: (word) => `${word} may be used while their conditions are kept`,
    acceptable: (word) => `${word} are acceptable as they are used today`,
  };
  const parts = told.flatMap(([code, one]) => {
    const number = count(code);
    if (number === 0) return [];
    return [(number > 1 ? (plural[code] ?? one) : one)(numberWord(number))];
  });
  const all = services.length === 1 ? 'the one tool' : `the ${numberWord(services.length)} tools`;
  if (parts.length === 0) return `No tool is assessed as of ${longDate(asOf)}.`;
  return `Of ${all} assessed as of ${longDate(asOf)}, ${listed(parts)}.`;
}

function keyFigures(
  services: readonly OrderedService[],
  flows: readonly NumberedFlow[],
): { value: string; name: string }[] {
  const results = services.map(({ result }) => result);
  const fired = results.flatMap(({ gates }) => gates).filter((gate) => gate.fired);
  const uncovered = flows.filter(({ coverage }) => coverage.state === 'uncovered');
  const unknown = results.flatMap(({ unknowns }) => unknowns);
  const figure = (count: number, one: string, many: string) => ({
    value: String(count),
    name: count === 1 ? one : many,
  });
  return [
    figure(results.length, 'tool assessed', 'tools assessed'),
    figure(
      results.filter(({ decision }) => decision.code === 'do_not_use').length,
      'not to be used',
      'not to be used',
    ),
    figure(fired.length, 'gate fired', 'gates fired'),
    figure(uncovered.length, 'flow without an agreement', 'flows without an agreement'),
    figure(unknown.length, 'fact not known', 'facts not known'),
  ].map((one) => ({ ...one, name: capitalized(one.name) }));
}
