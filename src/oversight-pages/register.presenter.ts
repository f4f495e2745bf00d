// A register of living with AI as its pages show it: what is due, each record in a line, and one record whole.
import type { OversightDue } from '../assessments/registers/oversight-due';
import type { OversightCatalog } from '../oversight/oversight-catalog';
import type { OversightKind } from '../oversight/oversight-words';
import type { ToldCell, ToldOversight, ToldRemark, Tone } from '../oversight/told/told';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { counted } from '../reports/security-risk-assessment/number-words';
import type { OversightFacts } from './oversight-facts.query';

interface Remark {
  words: string;
  isWeak: boolean;
  state: string;
}

const STATES: Readonly<Record<Tone, string>> = { good: 'done', weak: 'overdue', plain: 'due' };

export interface RegisterList {
  title: string;
  lead: string;
  none: string;
  add: string;
  addWords: string;
  lines: { href: string; title: string; about: string; on: string; verdict: Remark; remarks: Remark[] }[];
  hidden: number;
  due: { name: string; what: string; last: string; when: string; state: string; add: string }[];
  ruleOfThumb: { title: string; says: string } | null;
}

export function remarkView({ words, tone }: ToldRemark): Remark {
  return { words, isWeak: tone === 'weak', state: STATES[tone] };
}

/** @param at address of the register */
export function registerList(
  at: string,
  kind: OversightKind,
  facts: OversightFacts,
  told: readonly ToldOversight[],
  due: readonly OversightDue[],
  catalog: OversightCatalog,
): RegisterList {
  const { title, lead, none, one } = catalog.registers[kind];
  const ids = new Map(facts.records.map(({ key, id }) => [key, id]));
  const { fourFifths } = catalog;
  return {
    ...{ title, lead, none, add: `${at}/new`, addWords: `Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}` },
    lines: told.map((record) => ({
      href: `${at}/${ids.get(record.key) ?? ''}`,
      title: record.title,
      about: aboutOf(record, facts),
      on: shortDate(record.on),
      verdict: remarkView(record.verdict),
      remarks: record.remarks.map(remarkView),
    })),
    hidden: facts.count - told.length,
    due: due
      .filter((line) => line.kind === kind)
      .map((line) => ({
        ...{ name: line.name, what: line.what, last: line.lastOn ? shortDate(line.lastOn) : 'never' },
        ...dueWords(line),
        add: `${at}/new?about=${line.service ?? line.vendor ?? ''}`,
      })),
    ruleOfThumb:
      kind === 'bias_audit'
        ? { title: fourFifths.title, says: `${fourFifths.says} ${fourFifths.limits} ${fourFifths.evidence}` }
        : null,
  };
}

/** "by 9 February 2027, 70 days left", and how it looks. */
function dueWords({ state, dueOn, daysLeft }: OversightDue): { when: string; state: string } {
  if (state === 'never_done') return { when: 'not done yet', state: 'due' };
  if (state === 'no_day' || !dueOn || daysLeft === null) return { when: 'no day set', state: 'due' };
  const day = shortDate(dueOn);
  if (state === 'overdue')
    return { when: `since ${day}, ${counted(-daysLeft, 'day')} overdue`, state: 'overdue' };
  return { when: `by ${day}`, state: 'done' };
}

export interface RegisterRecord {
  title: string;
  about: string;
  register: string;
  at: string;
  edit: string;
  verdict: Remark;
  remarks: Remark[];
  facts: { label: string; value: string }[];
  table: { title: string; columns: readonly string[]; rows: string[][] } | null;
  /** the obligation that it counts for by itself, or that is ticked off with it */
  done: { href: string; words: string; countsItself: boolean } | null;
}

export function registerRecord(
  at: string,
  id: string,
  told: ToldOversight,
  facts: OversightFacts,
  catalog: OversightCatalog,
  done: RegisterRecord['done'],
): RegisterRecord {
  const { table } = told;
  return {
    title: told.title,
    about: aboutOf(told, facts),
    ...{ register: catalog.registers[told.kind].title, at, edit: `${at}/${id}/edit`, done },
    verdict: remarkView(told.verdict),
    remarks: told.remarks.map(remarkView),
    facts: told.facts.map(({ label, value }) => ({ label, value: cellWords(value) })),
    table: table && {
      ...table,
      rows: table.rows.map((row) => row.map(cellWords)),
    },
  };
}

export function aboutOf(
  { service, vendor }: Pick<ToldOversight, 'service' | 'vendor'>,
  { services, vendors }: Pick<OversightFacts, 'services' | 'vendors'>,
): string {
  if (service) return services.find(({ key }) => key === service)?.name ?? service;
  return vendors.find(({ key }) => key === vendor)?.name ?? vendor ?? '';
}

export function cellWords(cell: ToldCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? shortDate(cell.date) : String(cell);
}
