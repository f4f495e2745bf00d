// The list of practices in words: how they stand together, and a row for each.
import { decisionWords } from '../reports/security-risk-assessment/decision-words';
import { LEVELS } from '../common/level';
import {
  levelBeside,
  levelView,
  type LevelView,
  type ServiceLevelView,
} from '../reports/security-risk-assessment/level-words';
import { sectionIn } from '../web/sections';
import type { Portfolio, Practice } from './portfolio.service';
import {
  addressOfWish,
  isFiltered,
  SORTS,
  USUAL_ORDER,
  type Order,
  type PortfolioWish,
  type Sort,
} from './portfolio-wish';
import type { DueRow } from './portfolio.query';

interface Column {
  name: string;
  /** sorts by this column, the other way round where it is sorted so already */
  href: string;
  /** for aria-sort; empty where the list is sorted otherwise */
  sorted: 'ascending' | 'descending' | '';
  isNumber: boolean;
}

export interface PracticeLine {
  name: string;
  href: string;
  /** what the person is there */
  role: string;
  isClosed: boolean;
  isExample: boolean;
  /** what to do first; null where it opens */
  locked: { why: string; href: string; action: string } | null;
  level: ServiceLevelView | null;
  decision: string;
  worstTool: string;
  tools: string;
  openGates: string;
  openTasks: string;
  tasksHref: string;
  due: DueView | null;
  staleEvidence: string;
  lastSealedOn: string | null;
  isSealedKnown: boolean;
}

interface DueView {
  on: string;
  words: string;
}

export interface Bar {
  level: LevelView;
  count: number;
  /** lists these alone */
  href: string;
  /** of an SVG that is 100 wide */
  x: string;
  width: string;
}

export interface PortfolioView {
  all: number;
  found: number;
  isFiltered: boolean;
  bars: Bar[];
  /** neither scored nor to be shown */
  unscored: { count: number; href: string } | null;
  soon: { name: string; href: string; due: DueView }[];
  soonCount: number;
  soonHref: string;
  columns: Column[];
  practices: PracticeLine[];
  /** "51 to 100"; empty where all are shown */
  shown: string;
  isPaged: boolean;
  earlier: string;
  later: string;
  /** kept when the filter is sent */
  kept: { name: string; value: string }[];
}

const AT = '/portfolio';

const COLUMN_NAMES: Readonly<Record<Sort, string>> = {
  ...{ name: 'Practice', risk: 'Risk', tools: 'Tools', gates: 'Open gates', tasks: 'Open tasks' },
  ...{ due: 'Due next', stale: 'Stale evidence', sealed: 'Last sealed' },
};
const NUMBERS: readonly Sort[] = ['tools', 'gates', 'tasks', 'stale'];

const LOCKED: Readonly<
  Record<NonNullable<Practice['refusal']>, { why: string; href: string; action: string }>
> = {
  'second-factor-needed': {
    why: 'Asks for a second factor.',
    ...{ href: '/account/authenticator', action: 'Set one up, or sign in with it' },
  },
  'new-sign-in-needed': {
    why: 'Your sessions there were ended.',
    ...{ href: '/sign-in', action: 'Sign in again' },
  },
  'single-sign-on-needed': {
    why: 'Asks you to sign in by single sign-on.',
    ...{ href: '/sign-in', action: 'Sign in' },
  },
};

const DUE_WORDS: Readonly<Record<DueRow['kind'], (of: string) => string>> = {
  incident: (of) => `“${of}”: a notice because of an incident is due`,
  result: (of) => `The result of ${of} holds until then`,
  agreement: (of) => `Agreement ends: ${of}`,
  evidence: (of) => `Document expires: ${of}`,
};

export function portfolioView(
  { practices, found, all, levels, soon, soonCount }: Portfolio,
  wish: PortfolioWish,
  { page, limit, section }: { page: number; limit: number; section: string },
): PortfolioView {
  const at = (changes: Partial<PortfolioWish>, to = 1): string =>
    listAt({ ...wish, ...changes }, to, section);
  const first = (page - 1) * limit + 1;
  const last = first + practices.length - 1;
  const none = levels.none ?? 0;
  return {
    ...{ all, found, isFiltered: isFiltered(wish) },
    bars: barsOf(levels, (level) => at({ level })),
    unscored: none > 0 ? { count: none, href: at({ level: 'none' }) } : null,
    soon: soon.map(({ id, name, due }) => ({ name, href: `/organizations/${id}`, due: dueView(due) })),
    ...{ soonCount, soonHref: at({ due: 'soon', sort: 'due', order: 'asc' }) },
    columns: SORTS.map((sort) => columnOf(sort, wish, at)),
    practices: practices.map((practice) => lineOf(practice, section)),
    shown: found > practices.length && practices.length > 0 ? `${first} to ${last} of ${found}` : '',
    isPaged: found > limit,
    earlier: page > 1 ? at({}, page - 1) : '',
    later: last < found && practices.length > 0 ? at({}, page + 1) : '',
    kept: keptOf(wish, section),
  };
}

function listAt(wish: PortfolioWish, page: number, section: string): string {
  const query = new URLSearchParams(addressOfWish(wish));
  if (page > 1) query.set('page', String(page));
  if (section) query.set('section', section);
  return query.size === 0 ? AT : `${AT}?${query.toString()}`;
}

function columnOf(sort: Sort, wish: PortfolioWish, at: (changes: Partial<PortfolioWish>) => string): Column {
  const isHere = wish.sort === sort;
  const other: Order = wish.order === 'asc' ? 'desc' : 'asc';
  return {
    name: COLUMN_NAMES[sort],
    href: at({ sort, order: isHere ? other : USUAL_ORDER[sort] }),
    sorted: isHere ? (wish.order === 'asc' ? 'ascending' : 'descending') : '',
    isNumber: NUMBERS.includes(sort),
  };
}

function barsOf(levels: Portfolio['levels'], at: (level: PortfolioWish['level']) => string): Bar[] {
  const down = [...LEVELS].reverse();
  const scored = down.reduce((sum, level) => sum + (levels[level] ?? 0), 0);
  let x = 0;
  return down.map((level) => {
    const count = levels[level] ?? 0;
    const width = scored === 0 ? 0 : (100 * count) / scored;
    const bar = { level: levelView(level), count, href: at(level), x: x.toFixed(2), width: width.toFixed(2) };
    x += width;
    return bar;
  });
}

function lineOf(practice: Practice, section: string): PracticeLine {
  const { id, name, role, isClosed, isExample, refusal, level, decision, worstTool } = practice;
  const overview = `/organizations/${id}`;
  const said = (count: number | null): string => (count === null ? '' : String(count));
  return {
    ...{ name, href: sectionIn(id, section, role), role: role.replaceAll('_', ' ') },
    ...{ isClosed, isExample },
    locked: refusal && LOCKED[refusal],
    level: level && levelBeside(level, decision),
    decision: decision ? decisionWords(decision) : '',
    worstTool: worstTool ?? '',
    ...{
      tools: said(practice.tools),
      openGates: said(practice.openGates),
      openTasks: said(practice.openTasks),
    },
    tasksHref: `${overview}#to-do`,
    due: practice.nextDue && dueView(practice.nextDue),
    staleEvidence: said(practice.staleEvidence),
    lastSealedOn: practice.lastSealedOn,
    isSealedKnown: refusal === null,
  };
}

function dueView({ on, kind, of }: DueRow): DueView {
  return { on, words: DUE_WORDS[kind](of) };
}

/** What the form of the filter does not show, and must not lose. */
function keptOf({ sort, order }: PortfolioWish, section: string): { name: string; value: string }[] {
  const kept = Object.entries({ sort, order, section }).map(([name, value]) => ({ name, value }));
  return kept.filter(({ value }) => value !== '');
}
