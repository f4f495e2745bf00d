// The level of a tool in the sealed assessments and today: a small drawing, and the same as a table.
import type { CalendarDate } from '../common/calendar-date';
import { LEVELS, rankOf, type Level } from '../common/level';
import { OwnMarkup } from '../common/markup/own-markup';
import type { DecisionCode } from '../assessments/scoring/service-result';
import { element, image, text } from '../reports/markup/svg';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { decisionWords } from '../reports/security-risk-assessment/decision-words';
import { levelView, levelWord, type LevelView } from '../reports/security-risk-assessment/level-words';
import type { ThenResult } from './tool-facts.query';

export interface LevelsOverTime {
  drawing: OwnMarkup | null;
  rows: { on: CalendarDate; what: string; href: string; decision: string; level: LevelView }[];
}

interface Point {
  on: CalendarDate;
  level: Level;
}

/** @returns null where no assessment with the tool has been sealed */
export function levelsOverTime(
  sealed: readonly ThenResult[],
  now: { on: CalendarDate; decision: DecisionCode; level: Level },
  at: string,
): LevelsOverTime | null {
  if (sealed.length === 0) return null;
  const rows = sealed.map(({ assessmentId, asOf, decision, level }) => ({
    ...{ on: asOf, what: 'Sealed assessment', href: `${at}/assessments/${assessmentId}` },
    ...{ decision: decisionWords(decision), level: levelView(level) },
  }));
  const today = {
    ...{ on: now.on, what: 'Now', href: '' },
    decision: decisionWords(now.decision),
    level: levelView(now.level),
  };
  return {
    drawing: drawn([...sealed.map(({ asOf, level }) => ({ on: asOf, level })), now]),
    rows: [...rows, today],
  };
}

const WIDTH = 300;
const STEP = 18;
const LEFT = 72;

/** Points at equal distances: what counts is from which to which level, and the table has the dates. */
function drawn(points: readonly Point[]): OwnMarkup {
  const height = LEVELS.length * STEP + 8;
  const across = (WIDTH - LEFT - 16) / Math.max(points.length - 1, 1);
  const x = (place: number): number => Math.round((LEFT + 8 + place * across) * 10) / 10;
  const y = (level: Level): number => (LEVELS.length - 1 - rankOf(level)) * STEP + 13;
  const path = points.map(({ level }, place) => `${place === 0 ? 'M' : 'L'}${x(place)} ${y(level)}`).join('');
  const shapes = [
    ...LEVELS.flatMap((level) => [
      text({ x: 0, y: y(level) + 4, class: 'quiet-word' }, levelWord(level)),
      element('path', { d: `M${LEFT} ${y(level)}H${WIDTH}`, class: 'lane-line' }),
    ]),
    element('path', { d: path, class: 'level-line' }),
    ...points.map(({ level }, place) =>
      element('circle', {
        cx: x(place),
        cy: y(level),
        r: place === points.length - 1 ? 5 : 3.5,
        class: 'level-point',
      }),
    ),
  ];
  const description = points.map(({ on, level }) => `${shortDate(on)}: ${levelWord(level)}.`).join(' ');
  const frame = { id: 'levels', class: 'levels', viewBox: `0 0 ${WIDTH} ${height}` };
  return new OwnMarkup(image(frame, 'The level over time', description, shapes));
}
