import type { DecisionCode } from '../../assessments/scoring/service-result';
import type { Level } from '../../common/level';

const WORDS: Record<Level, string> = {
  very_low: 'Very low',
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
  very_high: 'Very high',
};

export function levelWord(level: Level): string {
  return WORDS[level];
}

/** A level as templates show it: the word, and the code by which the style sheet tints it. */
export interface LevelView {
  code: Level;
  word: string;
}

/** The same, or that nobody can tell yet. */
export interface ServiceLevelView {
  code: Level | 'unknown';
  word: string;
}

export function levelView(level: Level): LevelView {
  return { code: level, word: levelWord(level) };
}

/**
 * The level of a service beside its decision. Very low and not enough known at once comes about where no flow of client data is recorded: that is no
 * low risk but one that nobody can tell yet.
 */
export function levelBeside(level: Level, decision: DecisionCode | null): ServiceLevelView {
  return level === 'very_low' && decision === 'not_enough_known'
    ? { code: 'unknown', word: 'Unknown' }
    : levelView(level);
}
