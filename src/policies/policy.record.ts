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
  // That it no longer holds takes who could adopt it, and stays said: whoever wants it back begins a new one.
  step: { action: 'policies.adopt', isTaken: ({ retirement }) => retirement != null },
  keeps: ({ retirement }, changes) =>
    retirement != null && 'retirement' in changes
      ? [
          {
            pointer: '/retirement',
            code: 'history-kept',
            detail: 'stays as it was said; begin a new policy',
          },
        ]
      : [],
};
