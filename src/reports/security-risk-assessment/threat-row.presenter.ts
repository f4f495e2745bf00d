// One threat in the table of its service: where it stood, where it stands, what holds it there.
import type { ServiceResult, ThreatResult } from '../../assessments/scoring/service-result';
import { shortened } from '../markup/shortened';
import { gateTitles } from './gates.presenter';
import { levelView, type LevelView } from './level-words';
import { numberOfThreat } from './risk-markers';

export interface ThreatRow {
  number: string;
  title: string;
  before: LevelView;
  now: LevelView;
  /** titles of the gates, shortened; empty when none holds it */
  heldBy: string;
  workingsAnchor: string;
}

const GATE_TITLE = 52;

export function threatRow(
  threat: ThreatResult,
  { gates }: Pick<ServiceResult, 'gates'>,
  workingsAnchor: string,
): ThreatRow {
  return {
    number: numberOfThreat(threat.id),
    title: threat.title,
    before: levelView(threat.inherent.risk),
    now: levelView(threat.residual.risk),
    heldBy: gateTitles(threat.heldByGates, gates)
      .map((title) => shortened(title, GATE_TITLE))
      .join('; '),
    workingsAnchor,
  };
}
