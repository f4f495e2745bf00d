import type { RecordKind } from '../records/record-kind';
import { Policy } from './policy.entity';

export const POLICY: RecordKind = {
  name: 'policy',
  plural: 'policies',
  entity: Policy,
  dossierList: 'policies',
  table: 'policy',
  columns: `r.template, r.title, r.responsible, r.choices, r.additions, r.review_months as "reviewMonths", r.last_review as "lastReview",
    r.retirement`,
};
