// Everything that the pages of consent forms show, in one statement: the forms, and the records that their sentences rest on.
import type { QueryConfig } from 'pg';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import { DATA_FLOW } from '../data-flows/data-flow.record';
import { PRACTICE_COLUMNS } from '../organizations/organization.query';
import { PRACTICE_MEASURES } from '../practice-measures/practice-measures.record';
import type { RecordKind } from '../records/record-kind';
import { SERVICE } from '../vendors/service.record';
import { VENDOR } from '../vendors/vendor.record';
import type { ConsentFormRecordFields } from './records/consent-form.fields';
import { CONSENT_FORM } from './records/consent-form.record';
import type { ConsentSource } from './rules/consent-source';

export interface FormOnRecord extends ConsentFormRecordFields {
  id: string;
  key: string;
  version: number;
}

/** `services` have ids beside: pages lead to them. */
export interface ConsentFormFactsRow extends Omit<ConsentSource, 'services'> {
  services: (ConsentSource['services'][number] & { id: string })[];
  forms: FormOnRecord[];
}

const listOf = ({ table, columns }: RecordKind, order = 'x.key collate "C"'): string =>
  `(select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(x)) order by ${order}), '[]')
    from (select r.id, r.key, r.version, ${columns} from ${table} r where r.organization_id = $1) x)`;

const TEXT = `select
  (select jsonb_strip_nulls(to_jsonb(p)) from (select ${PRACTICE_COLUMNS} from organization r where r.organization_id = $1) p) as practice,
  ${listOf(VENDOR)} as vendors,
  ${listOf(SERVICE)} as services,
  ${listOf(DATA_FLOW)} as "dataFlows",
  ${listOf(AGREEMENT)} as agreements,
  ${listOf(PRACTICE_MEASURES)} as "practiceMeasures",
  ${listOf(CONSENT_FORM, 'x.id desc')} as forms`;

export function consentFormFacts(organizationId: string): QueryConfig {
  return { name: 'consent-form-facts', text: TEXT, values: [organizationId] };
}
