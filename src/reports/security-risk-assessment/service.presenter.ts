// The two pages of one service: the decision and its reasons, gates, threats, what is not known. Its workings are in an appendix.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type { DecisionCode } from '../../assessments/scoring/service-result';
import type { ServiceFunction } from '../../vendors/service.fields';
import { countryName } from '../../common/countries';
import type { OwnMarkup } from '../../common/markup/own-markup';
import { shortened } from '../markup/shortened';
import { longDate } from './date-words';
import { FUNCTION_WORDS } from './fact-words';
import { gatesView, reasonsBesideGates, type GatesView } from './gates.presenter';
import { heatMap } from './heat-map';
import { levelBeside, levelView, type LevelView, type ServiceLevelView } from './level-words';
import { capitalized, counted, listed } from './number-words';
import { isHeldUp, markersBefore, markersNow } from './risk-markers';
import type { Sections } from './sections';
import type { OrderedService } from './service-order';
import { threatRow, type ThreatRow } from './threat-row.presenter';
import { unknownRows, type UnknownRow } from './unknowns.presenter';
import { workingsAnchorOf } from './workings.presenter';

export interface ServiceView {
  anchor: string;
  number: string;
  letter: string;
  name: string;
  runningName: string;
  vendor: string;
  about: string;
  subcontractors: string;
  decision: { code: DecisionCode; label: string; short: string; reasons: string[]; conditions: string[] };
  before: ServiceLevelView;
  now: ServiceLevelView;
  impact: LevelView;
  impactLines: { because: string; level: LevelView }[];
  known: string;
  knownExplained: string;
  holdsUntil: string;
  holdsUntilBecause: string;
  gates: GatesView;
  threats: ThreatRow[];
  workingsAnchor: string;
  workingsNumber: string;
  mapBefore: OwnMarkup;
  mapNow: OwnMarkup;
  hasHeldThreats: boolean;
  /** the heaviest; all of them stand in the workings */
  unknowns: UnknownRow[];
  moreUnknowns: string | null;
  contradictions: { first: string; second: string; because: string }[];
  diagram: OwnMarkup | null;
}

const UNKNOWNS_ON_PAGE = 8;

export function serviceView(
  document: AssessmentDocument,
  { result, letter, position }: OrderedService,
  diagram: OwnMarkup | null,
  { services, workings }: Pick<Sections, 'services' | 'workings'>,
): ServiceView {
  const { service, decision, confidence, holdsUntil, threats } = result;
  const { i2 } = document.matrices;
  return {
    anchor: `service-${position}`,
    number: `${services?.number}.${position}`,
    letter,
    name: service.name,
    runningName: shortened(service.name, 40),
    vendor: service.vendorName.replace(/\.$/, ''),
    about: about(service),
    subcontractors: subcontractorsOf(document, service.key),
    decision: { ...decision, reasons: reasonsBesideGates(decision.reasons, result.gates) },
    before: levelBeside(result.inherentLevel, result.decision.code),
    now: levelBeside(result.level, result.decision.code),
    impact: levelView(result.impact.level),
    impactLines: result.impact.lines.map(({ because, level }) => ({
      because: capitalized(because),
      level: levelView(level),
    })),
    known: `${confidence.percent}%`,
    knownExplained: `facts on record carry ${confidence.knownWeight} of ${confidence.totalWeight} points of what has to be known; a decision needs ${confidence.thresholdPercent}%`,
    holdsUntil: holdsUntil ? longDate(holdsUntil.date) : 'No date',
    holdsUntilBecause: holdsUntil
      ? capitalized(holdsUntil.because.replace(/^On \d{4}-\d{2}-\d{2}: /, 'The day after: '))
      : 'No dated fact can change this result.',
    gates: gatesView(result.gates),
    threats: threats.map((threat, index) => threatRow(threat, result, workingsAnchorOf(position, index))),
    workingsAnchor: workingsAnchorOf(position),
    workingsNumber: `${workings?.number}.${position}`,
    mapBefore: heatMap(i2, markersBefore(threats), {
      id: `map-before-${position}`,
      title: `${service.name}: threats before safeguards, likelihood against impact`,
      size: 'small',
    }),
    mapNow: heatMap(i2, markersNow(threats), {
      id: `map-now-${position}`,
      title: `${service.name}: threats now, likelihood against impact`,
      size: 'small',
    }),
    hasHeldThreats: threats.some(({ residual }) => isHeldUp(residual)),
    unknowns: unknownRows(result.unknowns).slice(0, UNKNOWNS_ON_PAGE),
    moreUnknowns:
      result.unknowns.length > UNKNOWNS_ON_PAGE
        ? `${counted(result.unknowns.length - UNKNOWNS_ON_PAGE, 'more fact')} of less weight`
        : null,
    contradictions: result.contradictions.map(({ between: [first, second], because }) => ({
      first,
      second,
      because,
    })),
    diagram,
  };
}

function about({ plan, functions, usesAi }: OrderedService['result']['service']): string {
  const words = functions.map((one) => FUNCTION_WORDS[one as ServiceFunction] ?? one);
  const parts = [plan ? `${plan} plan` : null, listed(words), usesAi ? 'uses AI' : 'does not use AI'];
  return parts.filter((part) => part !== null).join('; ');
}

function subcontractorsOf(document: AssessmentDocument, serviceKey: string): string {
  const named = document.dossier.services.find(({ key }) => key === serviceKey)?.subcontractors;
  if (!named) return 'The vendor has not named its subcontractors.';
  if (named.length === 0) return 'The vendor names no subcontractors.';
  return `Subcontractors: ${named.map(({ name, role, country }) => `${name} (${role}${country ? `, ${countryName(country)}` : ''})`).join('; ')}.`;
}
