// Entries of the audit log in words.
import { validate as isUuid } from 'uuid';
import type { LogFilter } from './log-filter.dto';
import type { LogRow } from './log-list.query';

export interface EntryView {
  sequence: number;
  at: Date;
  who: string;
  what: string;
  subject: string;
  detail: string;
  address: string;
}

export interface LogView {
  entries: EntryView[];
  /** address of the next page; empty on the last */
  earlier: string;
}

/** @param rows one more than the limit where there is another page */
export function logView(at: string, filter: LogFilter, rows: readonly LogRow[], limit: number): LogView {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    entries: shown.map(entryView),
    earlier: last ? `${at}?${queryOf(filter, last.sequence)}` : '',
  };
}

function entryView({
  sequence,
  occurredAt,
  actorKind,
  actorName,
  action,
  subjectKind,
  address,
  data,
}: LogRow): EntryView {
  return {
    ...{ sequence, at: occurredAt, who: whoOf(actorKind, actorName), what: actionWords(action) },
    ...{ subject: words(subjectKind), detail: detailOf(data), address: address ?? '' },
  };
}

/** "vendor.updated" as "Vendor updated". */
export function actionWords(action: string): string {
  const said = words(action)
    .replace(/^api\b/, 'API')
    .replace(/^soc2\b/, 'SOC 2')
    .replace(/^dossier\b/, 'records');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function whoOf(kind: LogRow['actorKind'], name: string | null): string {
  if (kind === 'system') return 'Duecare itself';
  if (kind === 'vendor_link') return 'A vendor, by its link';
  if (kind === 'api_key') return `API key ${name ?? '(of another organization)'}`;
  return name ?? 'Somebody who has left';
}

/** Keys, choices and changed fields, as far as they are short and mean something to a reader; all of it is in the export. */
function detailOf(data: Record<string, unknown>): string {
  const said = Object.entries(data).flatMap(([name, value]) => {
    if (name === 'version' || value === null || value === '') return [];
    if (name === 'fields' && Array.isArray(value))
      return [`changed: ${value.map((field) => nameWords(String(field))).join(', ')}`];
    if (Array.isArray(value))
      return value.length > 0 ? [`${nameWords(name)}: ${value.map(textOf).join(', ')}`] : [];
    return typeof value === 'object' || isUuid(value) ? [] : [`${nameWords(name)}: ${textOf(value)}`];
  });
  const text = said.join('; ');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 10) : value;
}

/** changedFields as "changed fields". */
function nameWords(name: string): string {
  return words(name.replaceAll(/([A-Z])/g, ' $1').toLowerCase());
}

function words(word: string): string {
  return word.replaceAll(/[._-]/g, ' ');
}

function queryOf({ action, person, from, to }: LogFilter, before: number): string {
  const given = Object.entries({ action, person, from, to }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return new URLSearchParams([...given, ['before', String(before)]]).toString();
}
