// One line of the result: what was measured, ours, the bare limit of the same run, and how the two relate.
import { textTable } from '../../src/cli/text-table';

export interface Figure {
  what: string;
  ours: string;
  /** the same work without the product, measured in the same run; left out where there is none */
  bare?: string;
  ratio?: number;
  /** what issue and design hope for, for the reader to compare; nothing fails by it */
  aim?: string;
}

const WIDE = 200;

export function figureTable(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ what, ours, bare, ratio, aim }) => [
    what,
    ours,
    bare ?? '',
    ratio === undefined ? '' : ratio.toFixed(2),
    aim ?? '',
  ]);
  return `${title}\n\n${textTable(['', 'Duecare', 'bare', 'ratio', 'aim'], rows, WIDE)}\n`;
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const microseconds = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} us`;
export const perSecond = (value: number): string => `${Math.round(value)}/s`;
