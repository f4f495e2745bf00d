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

export function levelView(level: Level): LevelView {
  return { code: level, word: levelWord(level) };
}
