// What the shared conventions must know of one kind of record. Each feature declares one, in its *.record.ts.
import type { Type } from '@nestjs/common';
import type { QueryConfig } from 'pg';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { Fault } from '../common/problems/domain.error';
import type { Action } from '../permissions/roles';
import type { KeyedRecord } from './keyed-record.entity';

export interface RecordKind {
  /** singular noun, as in audit actions and problems: "data flow" is data_flow */
  name: string;
  /** plural as in the URL and in operation ids */
  plural: string;
  /** entity whose property names are the field names of the API */
  entity: Type<KeyedRecord>;
  /** list in the dossier that holds these records */
  dossierList: string;
  /** table and the hand-written select list that gives the fields by their API names; `r` is the table */
  table: string;
  columns: string;
  /** columns that only a response is worked out from: they are in no dossier */
  responseColumns?: string;
  /** services named by the record and kept in a table of links */
  serviceLinks?: { table: string; ownerColumn: string };
  /** fields that say whose a record is and may be found out, or corrected, later: an import changes them too */
  changeableOwners?: readonly string[];
  /** a list of the record that has a table of its own */
  entries?: RecordEntries;
  /** true for a stored record that nothing may change any more: an import that has it otherwise is refused */
  isFrozen?: (record: Record<string, unknown>) => boolean;
  /** faults of a change that would take away what stays on record for good; `changes` holds the fields that differ */
  keeps?: (record: Record<string, unknown>, changes: Record<string, unknown>) => Fault[];
  /** the fields of a change with what it would otherwise write over, which stays on record beside it; `today` is the practice's */
  remembers?: (
    record: Record<string, unknown>,
    changes: Record<string, unknown>,
    today: CalendarDate,
  ) => Record<string, unknown>;
  /** what only some may do with it, and whether fields that are made or changed do so: an import holds whoever sends it to the same */
  step?: { action: Action; isTaken: (fields: Record<string, unknown>) => boolean };
}

export interface RecordEntries {
  /** the field that holds the list */
  field: string;
  /** makes the entries of each record exactly those given */
  writeAnew: (
    manager: EntityManager,
    organizationId: string,
    owned: readonly { ownerId: string; entries: readonly unknown[] }[],
  ) => Promise<void>;
}

/** The record as the API shows it: fields by name, beside id, key, version and the two moments. */
export interface RecordRow {
  id: string;
  key: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  [field: string]: unknown;
}

/** Columns of a kind whose services stand in a table of links. */
export function linkedServices(table: string, ownerColumn: string): string {
  return `(select coalesce(array_agg(l.service_key order by l.service_key), '{}') from ${table} l
    where l.organization_id = r.organization_id and l.${ownerColumn} = r.key) as services`;
}

export const META = 'r.id, r.key, r.version, r.created_at as "createdAt", r.updated_at as "updatedAt"';

/** The fields of a record as the API answers with them: those of the dossier, and those worked out beside them. */
export function selectListOf({ columns, responseColumns }: RecordKind): string {
  return responseColumns ? `${columns}, ${responseColumns}` : columns;
}

export function recordById(kind: RecordKind, organizationId: string, id: string): QueryConfig {
  return {
    name: `${kind.name}-by-id`,
    text: `select ${META}, ${selectListOf(kind)} from ${kind.table} r where r.organization_id = $1 and r.id = $2`,
    values: [organizationId, id],
  };
}

/** One more row than asked for, so that the reader knows whether there is a next page. */
export function recordPage(
  kind: RecordKind,
  organizationId: string,
  page: { after: string; limit: number; key: string | null },
): QueryConfig {
  return {
    name: `${kind.name}-page`,
    text: `select ${META}, ${selectListOf(kind)} from ${kind.table} r
      where r.organization_id = $1 and r.id > $2 and ($3::text is null or r.key = $3)
      order by r.id limit $4`,
    values: [organizationId, page.after, page.key, page.limit + 1],
  };
}
