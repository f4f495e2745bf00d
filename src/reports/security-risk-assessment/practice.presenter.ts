// The practice's own register: threats that no single service brings, and that set the level of none.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { longDate } from './date-words';
import type { InWords } from './facts-in-words';
import { levelView, type LevelView } from './level-words';
import { SOURCE_WORDS } from './source-words';
import { unknownRows, type UnknownRow } from './unknowns.presenter';
import { practiceWorkingsAnchor } from './workings.presenter';

export interface PracticeView {
  before: LevelView;
  now: LevelView;
  impact: LevelView;
  known: string;
  holdsUntil: string;
  threats: {
    number: string;
    title: string;
    /** "People", "Technology", "Surroundings", "Several" */
    source: string;
    before: LevelView;
    now: LevelView;
    workingsAnchor: string;
  }[];
  unknowns: UnknownRow[];
}

/** null: it was not rated when the assessment was drawn up. */
export function practiceView({ practiceResult }: AssessmentDocument, inWords: InWords): PracticeView | null {
  if (!practiceResult) return null;
  const { inherentLevel, level, impact, confidence, threats, unknowns, holdsUntil } = practiceResult;
  return {
    before: levelView(inherentLevel),
    now: levelView(level),
    impact: levelView(impact.level),
    known: `${confidence.percent}%`,
    holdsUntil: holdsUntil ? longDate(holdsUntil.date) : 'No date',
    threats: threats.map(({ id, title, source, inherent, residual }, index) => ({
      number: id,
      title,
      source: source ? SOURCE_WORDS[source] : 'Several',
      before: levelView(inherent.risk),
      now: levelView(residual.risk),
      workingsAnchor: practiceWorkingsAnchor(index),
    })),
    unknowns: unknownRows(
      unknowns.map((one) => ({ ...one, what: inWords(one.what), task: inWords(one.task) })),
    ),
  };
}
