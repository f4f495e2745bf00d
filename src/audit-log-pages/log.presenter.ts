// Entries of the audit log in words: who did what to which thing, and when on the clock of the practice.
import { validate as isUuid } from 'uuid';
import { eventWords } from '../audit-log/event-words';
import { timeZoneName } from '../common/time-zones';
import type { LogFilter } from './log-filter.dto';
import type { LogRow } from './log-list.query';

export interface EntryView {
  sequence: number;
  /** the moment, for programs */
  at: string;
  /** the same on the clock of the practice */
  when: string;
  who: string;
  what: string;
  /** what the thing is called and where its page is; null where it has no page, or is no more */
  thing: { href: string; name: string } | null;
  detail: string;
  address: string;
}

export interface LogView {
  entries: EntryView[];
  /** address of the next page; empty on the last */
  earlier: string;
  /** whose clock the moments are told by; empty where there are none */
  zone: string;
}

/** @param at address of the practice */
export const addressOfLog = (at: string): string => `${at}/settings/log`;

/** @param at address of the practice. @param rows one more than the limit where there is another page */
export function logView(at: string, filter: LogFilter, rows: readonly LogRow[], limit: number): LogView {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    entries: shown.map((row) => entryView(at, row)),
    earlier: last ? `${addressOfLog(at)}?${queryOf(filter, last.sequence)}` : '',
    zone: shown[0] ? timeZoneName(shown[0].timeZone) : '',
  };
}

function entryView(at: string, row: LogRow): EntryView {
  const { sequence, occurredAt, actorKind, actorName, action, thingName, thingPath, address, data } = row;
  return {
    ...{ sequence, at: occurredAt.toISOString(), when: momentIn(row.timeZone, occurredAt) },
    ...{ who: whoOf(actorKind, actorName), what: actionWords(action) },
    thing: thingPath ? { href: `${at}${thingPath}`, name: thingName ?? keyOf(data) } : null,
    detail: detailOf(data, thingPath !== null),
    address: address ?? '',
  };
}

function momentIn(timeZone: string, at: Date): string {
  return at.toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

/** "Vendor changed". An event that a later version knows is told by its own name. */
export function actionWords(action: string): string {
  return eventWords(action) ?? capitalized(words(action));
}

function whoOf(kind: LogRow['actorKind'], name: string | null): string {
  if (kind === 'system') return 'Duecare itself';
  if (kind === 'vendor_link') return 'A vendor, by its link';
  if (kind === 'api_key') return `API key ${name ?? '(of another organization)'}`;
  return name ?? 'Somebody who has left';
}

function keyOf({ key }: Record<string, unknown>): string {
  return typeof key === 'string' ? key : 'Open it';
}

/** Keys, choices and changed fields, as far as they are short and mean something to a reader; all of it is in the export. */
function detailOf(data: Record<string, unknown>, hasLink: boolean): string {
  const said = Object.entries(data).flatMap(([name, value]) => {
    if (name === 'version' || value === null || value === '') return [];
    if (name === 'key' && hasLink) return [];
    if (name === 'fields' && Array.isArray(value))
      return [`changed: ${value.map((field) => nameWords(String(field))).join(', ')}`];
    if (Array.isArray(value))
      return value.length > 0 ? [`${nameWords(name)}: ${value.map(textOf).join(', ')}`] : [];
    return typeof value === 'object' || isUuid(value) || isDigest(value)
      ? []
      : [`${nameWords(name)}: ${textOf(value)}`];
  });
  const text = said.join('; ');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** SHA-256 in hex: for programs, in the export. */
function isDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 10) : value;
}

/** changedFields as "changed fields"; what the data call a service is a tool to people. */
function nameWords(name: string): string {
  return words(name.replaceAll(/([A-Z])/g, ' $1').toLowerCase())
    .replace(/^service(s?)$/, 'tool$1')
    .replace(/^hosting countries$/, 'countries');
}

function words(word: string): string {
  return word.replaceAll(/[._-]/g, ' ');
}

function capitalized(said: string): string {
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function queryOf({ action, person, from, to }: LogFilter, before: number): string {
  const given = Object.entries({ action, person, from, to }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return new URLSearchParams([...given, ['before', String(before)]]).toString();
}
