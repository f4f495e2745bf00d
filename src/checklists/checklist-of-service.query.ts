import type { QueryConfig } from 'pg';
import { META } from '../records/record-kind';
import type { ChecklistAnswerFields } from './checklist.fields';

export interface StoredChecklist {
  id: string;
  key: string;
  version: number;
  answers: ChecklistAnswerFields[];
}

/** The one checklist of a service, where there is one. */
export function checklistOfService(organizationId: string, service: string): QueryConfig {
  return {
    name: 'checklist-of-service',
    text: `select ${META}, r.answers from checklist r where r.organization_id = $1 and r.service_key = $2`,
    values: [organizationId, service],
  };
}
