// Tables G-5 and I-2 of NIST SP 800-30 Rev. 1, cell by cell, against tables written out here by hand.
import { LEVELS, type Level } from '../../common/level';
import { MODEL } from '../../../test/factories/scored';

const NAMES: Record<string, Level> = { VL: 'very_low', L: 'low', M: 'moderate', H: 'high', VH: 'very_high' };

// columns from very low to very high, as printed
const G5 = `
  VH  L  M  H  VH VH
  H   L  M  M  H  VH
  M   L  L  M  M  H
  L   VL L  L  M  M
  VL  VL VL L  L  L`;
const I2 = `
  VH  VL L  M  H  VH
  H   VL L  M  H  VH
  M   VL L  M  M  H
  L   VL L  L  L  M
  VL  VL VL VL L  L`;

describe.each([
  ['G-5, overall likelihood', G5, MODEL.tables.overallLikelihood.matrix],
  ['I-2, level of risk', I2, MODEL.tables.risk.matrix],
])('Table %s', (_name, printed, matrix) => {
  it.each(cellsOf(printed))('%s with %s gives %s', (row, column, expected) => {
    expect(matrix[row][column]).toBe(expected);
  });
});

describe('Table I-2', () => {
  const { matrix } = MODEL.tables.risk;

  it('is not symmetric: very high likelihood of very low impact is very low, the other way round is low', () => {
    expect(matrix.very_high.very_low).toBe('very_low');
    expect(matrix.very_low.very_high).toBe('low');
  });

  it('treats high and very high likelihood alike', () => {
    expect(matrix.high).toEqual(matrix.very_high);
  });
});

function cellsOf(printed: string): [Level, Level, Level][] {
  const rows = printed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([row, ...cells]) =>
    cells.map((cell, index): [Level, Level, Level] => [named(row), LEVELS[index] as Level, named(cell)]),
  );
}

function named(short: string | undefined): Level {
  const level = NAMES[short ?? ''];
  if (!level) throw new Error(`no level is written ${short}`);
  return level;
}
