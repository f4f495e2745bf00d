// docs/asvs.md says how the application stands to OWASP ASVS 5.0.0, level 2. Here the page is held to what can be checked of it: every id is there
// once, every file and every test that it names exists, and what is not met stands first.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';

const inProject = (path: string) => join(PROJECT_ROOT, path);
const PAGE = readFileSync(inProject('docs/asvs.md'), 'utf8');
const LEVELS = JSON.parse(readFileSync(inProject('test/fixtures/asvs-5.0.0-levels.json'), 'utf8')) as Record<
  string,
  number
>;

const STATES = ['met', 'in part', 'not met', 'not applicable'];
const IN_THE_FIRST_TABLE = ['in part', 'not met'];
const NOTHING = '–';

interface Row {
  id: string;
  level: number;
  asks: string;
  state: string;
  where: string;
  tests: string;
}

interface Page {
  /** id, what it asks, state */
  first: string[][];
  /** chapters and sections: V17, V4.3 */
  outOfScope: string[];
  rows: Row[];
}

/** The cells of each line of a table, without head and rule. */
function tableIn(section: string): string[][] {
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function read(page: string): Page {
  const sections = page.split(/^## /m).slice(1);
  const of = (title: string) => tableIn(sections.find((section) => section.startsWith(title)) ?? '');
  const chapters = sections.filter((section) => /^V\d+ /.test(section));
  return {
    first: of('Not met, or met in part'),
    outOfScope: of('Out of scope').map(([name]) => name as string),
    rows: chapters.flatMap(tableIn).map((cells) => {
      const [id, level, asks, state, where, tests] = cells as [
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      return { id, level: Number(level), asks, state, where, tests };
    }),
  };
}

/** Files named in backquotes, and with each the names of tests that stand behind it in quotation marks. */
function filesIn(text: string): { path: string; names: string[] }[] {
  return [...text.matchAll(/`([\w./-]+\.[\w-]+)`(:(?: "[^"]+",?)+)?/g)].map(([, path, names]) => ({
    path: path as string,
    names: [...(names ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name as string),
  }));
}

/** What is amiss with a page, a line each. */
function faultsOf(page: string): string[] {
  const { first, outOfScope, rows } = read(page);
  const isOut = (id: string) => outOfScope.some((out) => id === out || id.startsWith(`${out}.`));
  const ids = Object.keys(LEVELS);
  const asked = ids.filter((id) => !isOut(id));
  const told = rows.filter(({ state }) => IN_THE_FIRST_TABLE.includes(state));
  const startOf = ({ id, asks, state }: Row) => [id, asks, state].join(' | ');
  return [
    ...outOfScope
      .filter((out) => !ids.some((id) => id.startsWith(`${out}.`)))
      .map((out) => `${out}: no such part`),
    ...asked.filter((id) => !rows.some((row) => row.id === id)).map((id) => `${id}: missing`),
    ...rows
      .filter(({ id }, at) => rows.findIndex((row) => row.id === id) !== at)
      .map(({ id }) => `${id}: twice`),
    ...rows.filter(({ id }) => !asked.includes(id)).map(({ id }) => `${id}: not asked`),
    ...rows.filter(({ id, level }) => LEVELS[id] !== level).map(({ id }) => `${id}: of another level`),
    ...rows.filter(({ state }) => !STATES.includes(state)).map(({ id }) => `${id}: no such state`),
    ...rows
      .filter(
        (row) =>
          row.state === 'met' &&
          filesIn(row.where + row.tests).length === 0 &&
          !row.tests.includes('npm run'),
      )
      .map(({ id }) => `${id}: met without proof`),
    ...rows
      .filter(({ state, where }) => state === 'not applicable' && where === NOTHING)
      .map(({ id }) => `${id}: why not?`),
    ...told
      .filter((row) => !first.some((cells) => cells.slice(0, 3).join(' | ') === startOf(row)))
      .map(({ id }) => `${id}: not in the first table`),
    ...first
      .filter(([id]) => !told.some((row) => row.id === id))
      .map(([id]) => `${id}: in the first table and not below`),
    ...first
      .filter(([, , , missing]) => !missing || missing === NOTHING)
      .map(([id]) => `${id}: what is missing?`),
    ...filesIn(page).flatMap(faultsOfFile),
  ];
}

function faultsOfFile({ path, names }: { path: string; names: string[] }): string[] {
  if (!/^(src|test|docs|migrations|scripts|bench)\/|^[\w.-]+\.(mjs|json|md|js)$/.test(path)) return [];
  if (!existsSync(inProject(path))) return [`${path}: no such file`];
  if (names.length === 0) return [];
  const text = readFileSync(inProject(path), 'utf8');
  return names.filter((name) => !text.includes(name)).map((name) => `${path}: no test "${name}"`);
}

/** The page with a change that has to be one. */
function changed(from: string | RegExp, to: string): string {
  const other = PAGE.replace(from, to);
  if (other === PAGE) throw new Error(`nothing to change: ${String(from)}`);
  return other;
}

describe('docs/asvs.md', () => {
  it('has every requirement once, names what is there, and begins with what is not met', () => {
    expect(faultsOf(PAGE)).toEqual([]);
  });

  it('counts right', () => {
    const { rows } = read(PAGE);
    const counts = (some: Row[]) => STATES.map((state) => some.filter((row) => row.state === state).length);
    const [met, part, not, none] = counts(rows);
    const ofLevel1 = rows.filter(({ level }) => level === 1);
    expect(PAGE).toContain(
      `${rows.length} requirements: ${met} met, ${part} in part, ${not} not met, ${none} not applicable; ` +
        `of the ${ofLevel1.length} of level 1: ${counts(ofLevel1).join(', ')}.`,
    );
    expect(rows.length).toBeGreaterThan(200);
  });

  it('is summed up in docs/security.md', () => {
    const counts = /\d+ requirements: [^;]+/.exec(PAGE)?.[0] ?? 'no counts';
    expect(readFileSync(inProject('docs/security.md'), 'utf8').replaceAll('\n', ' ')).toContain(counts);
  });
});

describe('a page that says something else', () => {
  it.each<[string, string | RegExp, string, string]>([
    ['leaves a requirement out', /^\| V6\.2\.1 \|.*\n/m, '', 'V6.2.1: missing'],
    ['has one twice', /^(\| V6\.2\.1 \|.*\n)/m, '$1$1', 'V6.2.1: twice'],
    ['has one that is not asked', /^\| V6\.2\.1 \|/m, '| V6.2.13 |', 'V6.2.13: not asked'],
    ['has another level', /^\| V6\.2\.1 \| 1 \|/m, '| V6.2.1 | 2 |', 'V6.2.1: of another level'],
    ['names no state', /^(\| V6\.2\.1 \| 1 \| [^|]+\|) met \|/m, '$1 fine |', 'V6.2.1: no such state'],
    [
      'hides what is not met',
      /^\| V5\.4\.3 \| [^|]+\| not met \|.*\n/m,
      '',
      'V5.4.3: not in the first table',
    ],
    [
      'softens what is not met',
      /^(\| V5\.4\.3 \| [^|]+\|) not met \|/m,
      '$1 in part |',
      'V5.4.3: not in the first table',
    ],
    [
      'does not say what is missing',
      /^(\| V5\.4\.3 \| [^|]+\| not met \|).*\n/m,
      '$1 – |\n',
      'V5.4.3: what is missing?',
    ],
    [
      'names a file that is not there',
      '`src/people/password-rules.ts`',
      '`src/people/rules.ts`',
      'src/people/rules.ts: no such file',
    ],
    [
      'names a test that is not there',
      '"at least 15"',
      '"at least 99"',
      'src/people/password-rules.spec.ts: no test "at least 99"',
    ],
    ['leaves out a chapter that is asked', '| V17 ', '| V16 ', 'V17.1.1: missing'],
  ])('%s: that is noticed', (_what, from, to, fault) => {
    expect(faultsOf(changed(from, to))).toContain(fault);
  });
});
