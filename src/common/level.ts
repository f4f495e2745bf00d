// The five levels of NIST SP 800-30 Rev. 1, lowest first. Likelihood, impact and risk are all told on this scale.
export const LEVELS = ['very_low', 'low', 'moderate', 'high', 'very_high'] as const;
export type Level = (typeof LEVELS)[number];

/** A NIST look-up table, row first: G-5[initiation][adverseImpact], I-2[likelihood][impact]. Neither is symmetric by rule. */
export type LevelMatrix = Readonly<Record<Level, Readonly<Record<Level, Level>>>>;

const RANKS: Readonly<Record<Level, number>> = { very_low: 0, low: 1, moderate: 2, high: 3, very_high: 4 };

/** 0 for very low to 4 for very high. */
export function rankOf(level: Level): number {
  return RANKS[level];
}

export function levelAt(rank: number): Level {
  return LEVELS[Math.max(0, Math.min(LEVELS.length - 1, rank))] as Level;
}

export function higherOf(first: Level, second: Level): Level {
  return rankOf(first) >= rankOf(second) ? first : second;
}

/** The level `steps` below, never under very low. */
export function lowered(level: Level, steps: number): Level {
  return levelAt(rankOf(level) - steps);
}
