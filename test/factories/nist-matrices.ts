// Tables G-5 and I-2 of NIST SP 800-30 Rev. 1 (2012), rows top to bottom as printed there: very high first.
import { LEVELS, type Level, type LevelMatrix } from '../../src/common/level';

const WORDS: Record<string, Level> = {
  VL: 'very_low',
  L: 'low',
  M: 'moderate',
  H: 'high',
  VH: 'very_high',
};

/** Each row lists the cells from very low to very high. */
function matrix(rows: Record<Level, string>): LevelMatrix {
  const row = (cells: string) =>
    Object.fromEntries(cells.split(' ').map((word, index) => [LEVELS[index], WORDS[word]])) as Record<
      Level,
      Level
    >;
  return Object.fromEntries(LEVELS.map((level) => [level, row(rows[level])])) as LevelMatrix;
}

export const NIST_MATRICES = {
  g5: matrix({
    very_high: 'L M H VH VH',
    high: 'L M M H VH',
    moderate: 'L L M M H',
    low: 'VL L L M M',
    very_low: 'VL VL L L L',
  }),
  i2: matrix({
    very_high: 'VL L M H VH',
    high: 'VL L M H VH',
    moderate: 'VL L M M H',
    low: 'VL L L L M',
    very_low: 'VL VL VL L L',
  }),
};
