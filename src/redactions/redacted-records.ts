// Records whose text was taken out, written as an import writes them, each with its audit event.
import type { EntityManager } from 'typeorm';
import type { HappenedEvent } from '../audit-log/audit-log';
import type { Dossier } from '../dossiers/dossier.document';
import type { ImportPlan } from '../dossiers/import-plan';
import { writeImport } from '../dossiers/import-writes';
import { RECORD_LISTS, recordsOf } from '../dossiers/record-lists';
import { PRACTICE, type RedactedRecord } from './redaction.dto';
import type { TakenOut } from './take-out';

/** Named in an audit event at most. */
const MOST_POINTERS = 50;

/** What was taken out of which record; those that only hold what is left are listed too. */
export function redactedRecords({ value, pointers, left }: TakenOut<Dossier>): RedactedRecord[] {
  const records = new Map<string, RedactedRecord>();
  const place = (pointer: string, to: 'pointers' | 'left'): void => {
    const { record, within } = recordAt(value, pointer);
    const known = records.get(`${record.in} ${record.key}`) ?? { ...record, pointers: [], left: [] };
    known[to].push(within);
    records.set(`${record.in} ${record.key}`, known);
  };
  pointers.forEach((pointer) => place(pointer, 'pointers'));
  left.forEach((pointer) => place(pointer, 'left'));
  return [...records.values()];
}

function recordAt(
  dossier: Dossier,
  pointer: string,
): { record: Pick<RedactedRecord, 'in' | 'key'>; within: string } {
  const [, name = '', ...steps] = pointer.split('/');
  if (name === PRACTICE)
    return { record: { in: PRACTICE, key: dossier.practice.key }, within: `/${steps.join('/')}` };
  const [index, ...within] = steps;
  const list = RECORD_LISTS.find((one) => one.list === name)?.list ?? 'vendors';
  const key = recordsOf(dossier, list)[Number(index)]?.key ?? '';
  return { record: { in: name, key }, within: `/${within.join('/')}` };
}

/** Writes the fields that hold less than before, frozen records among them. */
export async function writeRedactedRecords(
  manager: EntityManager,
  organizationId: string,
  dossier: Dossier,
  records: readonly RedactedRecord[],
  now: Date,
): Promise<HappenedEvent[]> {
  const happened = await writeImport(manager, organizationId, planOf(dossier, records), now);
  return happened.map((event) => {
    const { pointers = [] } = records.find(({ key, in: name }) => isOf(event, name, key)) ?? {};
    const data = { ...event.data, places: pointers.length, pointers: pointers.slice(0, MOST_POINTERS) };
    return { ...event, action: event.action.replace(/\.updated$/, '.redacted'), data };
  });
}

function isOf({ subjectKind, data }: HappenedEvent, name: string, key: string): boolean {
  const kind = RECORD_LISTS.find(({ list }) => list === name)?.kind.name ?? 'organization';
  return subjectKind === kind && data.key === key;
}

function planOf(dossier: Dossier, records: readonly RedactedRecord[]): ImportPlan {
  const fieldsIn = (name: string, record: { key: string }): Record<string, unknown> => {
    const pointers = records.find((one) => one.in === name && one.key === record.key)?.pointers ?? [];
    const fields = new Set(pointers.map((pointer) => pointer.split('/')[1] ?? ''));
    return Object.fromEntries(Object.entries(record).filter(([field]) => fields.has(field)));
  };
  const lists = RECORD_LISTS.map(({ list }) => {
    const changes = recordsOf(dossier, list).map((record) => ({
      key: record.key,
      fields: fieldsIn(list, record),
    }));
    return [list, { created: [], updated: changes.filter(({ fields }) => Object.keys(fields).length > 0) }];
  });
  return {
    practice: fieldsIn(PRACTICE, dossier.practice),
    lists: Object.fromEntries(lists) as ImportPlan['lists'],
    outcome: { created: 0, updated: 0, unchanged: 0 },
    faults: [],
  };
}
