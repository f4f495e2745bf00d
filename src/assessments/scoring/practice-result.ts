// What comes out for the practice itself: the threats of its own register. They never set the level of a service.
import type { CalendarDate } from '../../common/calendar-date';
import type { Level } from '../../common/level';
import type { ImpactLine, ServiceResult, ThreatResult, UnknownFact } from './service-result';

export interface PracticeResult {
  inherentLevel: Level;
  /** the worst threat of the register, never an average */
  level: Level;
  impact: { level: Level; lines: ImpactLine[] };
  confidence: ServiceResult['confidence'];
  threats: ThreatResult[];
  unknowns: UnknownFact[];
  /** last date on which this result is sure to hold without new facts; null when nothing dated can change it */
  holdsUntil: { date: CalendarDate; because: string } | null;
}
