// The risk register: every threat of every service, and of the practice itself, with what is done about it. Who sees to it is left
// blank for the practice to fill in.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { Contribution, GateResult, ThreatResult } from '../../../assessments/scoring/service-result';
import { LEVELS, rankOf } from '../../../common/level';
import { shortened } from '../../markup/shortened';
import { ownersOf } from '../risk-management.presenter';
import { gateTitles } from '../gates.presenter';
import { shortDate } from '../date-words';
import { levelView, type LevelView } from '../level-words';
import { counted } from '../number-words';
import type { OrderedService } from '../service-order';

export interface RiskRow {
  id: string;
  title: string;
  before: LevelView;
  now: LevelView;
  /** safeguards that earn points, the heaviest first */
  safeguards: string;
  /** gates that hold it up; empty when none does */
  gates: string;
  action: string;
  /** of what a finding plans about the threat or a gate that holds it; empty where none does */
  owner: string;
  /** who bears it, until when; empty where nobody does */
  accepted: string;
}

export interface RiskRegisterGroup {
  /** "A", or empty for the practice itself */
  letter: string;
  anchor: string;
  name: string;
  rows: RiskRow[];
}

const SAFEGUARDS = 2;
const WORDS = 70;

export function riskRegisterView(
  document: AssessmentDocument,
  services: readonly OrderedService[],
): RiskRegisterGroup[] {
  const { practiceResult, practice } = document;
  const ownerOf = ownersOf(document);
  const acceptedOf = acceptedIn(document);
  const row = (threat: ThreatResult, gates: readonly GateResult[], service: string | null): RiskRow => ({
    ...riskRow(threat, gates),
    owner: ownerOf(service, [threat.id, ...threat.heldByGates]),
    accepted: acceptedOf(service, threat.id),
  });
  const groups = services.map(({ result, letter, position }) => ({
    letter,
    anchor: `service-${position}`,
    name: result.service.name,
    rows: result.threats.map((threat) => row(threat, result.gates, result.service.key)),
  }));
  if (practiceResult)
    groups.push({
      letter: '',
      anchor: 'practice',
      name: `${practice.name} itself`,
      rows: practiceResult.threats.map((threat) => row(threat, [], null)),
    });
  return groups;
}

function riskRow(threat: ThreatResult, gates: readonly GateResult[]): Omit<RiskRow, 'owner' | 'accepted'> {
  return {
    id: threat.id,
    title: threat.title,
    before: levelView(threat.inherent.risk),
    now: levelView(threat.residual.risk),
    safeguards: safeguards(threat.contributions),
    gates: gateTitles(threat.heldByGates, gates).join('; '),
    action: action(threat, gates),
  };
}

function safeguards(contributions: readonly Contribution[]): string {
  const earning = contributions.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
  if (contributions.length === 0) return 'The model knows none';
  if (earning.length === 0) return `None of ${contributions.length}`;
  const named = earning.slice(0, SAFEGUARDS).map(({ title }) => shortened(title, WORDS));
  const more = earning.length - named.length;
  return `${named.join('; ')}${more > 0 ? `; ${more} more` : ''} (${earning.length} of ${contributions.length})`;
}

/** What lifts the gates; else the safeguard that could add most, while the risk is above low. */
function action(threat: ThreatResult, gates: readonly GateResult[]): string {
  const remedies = threat.heldByGates.flatMap((id) => gates.find((gate) => gate.id === id)?.remedy ?? []);
  if (remedies.length > 0) return remedies.join(' ');
  if (rankOf(threat.residual.risk) <= rankOf(LEVELS[1])) return 'Keep the safeguards as they are.';
  const [best] = threat.contributions
    .filter(({ points, maxPoints }) => points < maxPoints)
    .sort((a, b) => b.maxPoints - b.points - (a.maxPoints - a.points));
  return best
    ? `Make good: ${best.title} (${counted(best.maxPoints - best.points, 'point')} to gain).`
    : 'Every safeguard counts in full: send less.';
}

/** Beside the level, never in its place. */
function acceptedIn({ dossier, riskManagement }: AssessmentDocument) {
  const states = new Map((riskManagement?.acceptances ?? []).map(({ key, state }) => [key, state]));
  return (service: string | null, threat: string): string =>
    (dossier.riskAcceptances ?? [])
      .filter((one) => (one.service ?? null) === service && one.threat === threat)
      .flatMap(({ key, acceptedBy, until }) => {
        const state = states.get(key);
        if (state === 'in_force') return [`Accepted by ${acceptedBy.name} until ${shortDate(until)}`];
        if (state === 'stale') return [`Accepted by ${acceptedBy.name}; to be looked at again`];
        return [];
      })
      .join('; ');
}
