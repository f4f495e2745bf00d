// The steps as they stand around a page: those of the tool at hand, and those that every practice has. A practice with thirty tools sees no list of
// two hundred steps.
import { minutesLeft, neighbours, stepToGoOn, type Step, type StepCode } from './steps';

export interface WayView {
  /** address of the page that shows all of it */
  home: string;
  minutes: string;
  percent: number;
  tool: string;
  steps: { words: string; href: string; state: 'done' | 'open'; isHere: boolean }[];
  before: string;
  after: string;
}

/** @param toolId of the step, null for one that is about none */
export function wayView(steps: readonly Step[], at: string, code: StepCode, toolId: string | null): WayView {
  const { before, after } = neighbours(steps, code, toolId);
  const shown = steps.filter(({ tool }) => tool === null || tool.id === toolId);
  const home = `${at}/first-assessment`;
  return {
    home,
    minutes: minutesInWords(minutesLeft(steps)),
    percent: percentDone(steps),
    tool: shown.find(({ tool }) => tool !== null)?.tool?.name ?? '',
    steps: shown.map((step) => ({
      ...{ words: step.words, href: step.href, state: step.isDone ? 'done' : 'open' },
      isHere: step.code === code && (step.tool?.id ?? null) === toolId,
    })),
    before: before?.href ?? home,
    after: after?.href ?? home,
  };
}

export function minutesInWords(minutes: number): string {
  if (minutes === 0) return 'Everything is done';
  return minutes === 1 ? 'About a minute left' : `About ${minutes} minutes left`;
}

export function percentDone(steps: readonly Step[]): number {
  const all = steps.reduce((sum, { minutes }) => sum + minutes, 0);
  return Math.round((100 * (all - minutesLeft(steps))) / all);
}

interface LineOfWay {
  words: string;
  href: string;
  isDone: boolean;
}

export interface WayOverview {
  at: string;
  minutes: string;
  percent: number;
  goOn: string;
  isBegun: boolean;
  first: LineOfWay;
  tools: { name: string; steps: LineOfWay[]; open: number }[];
  last: LineOfWay[];
}

/** The whole way: each tool with its steps, and the steps around them. */
export function overviewOfWay(steps: readonly Step[], at: string): WayOverview {
  const line = ({ words, href, isDone }: Step): LineOfWay => ({ words, href, isDone });
  const [first, ...others] = steps as [Step, ...Step[]];
  const names = new Map(others.flatMap(({ tool }) => (tool ? [[tool.id, tool.name] as const] : [])));
  return {
    at,
    minutes: minutesInWords(minutesLeft(steps)),
    percent: percentDone(steps),
    goOn: stepToGoOn(steps)?.href ?? '',
    isBegun: first.isDone,
    first: line(first),
    tools: [...names].map(([id, name]) => {
      const own = others.filter(({ tool }) => tool?.id === id);
      return { name, steps: own.map(line), open: own.filter(({ isDone }) => !isDone).length };
    }),
    last: others.filter(({ tool }) => tool === null).map(line),
  };
}
