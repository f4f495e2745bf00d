import type { RecordKind } from '../records/record-kind';
import { Location } from './location.entity';

export const LOCATION: RecordKind = {
  name: 'location',
  plural: 'locations',
  entity: Location,
  dossierList: 'locations',
  table: 'location',
  columns: `r.name, r.kind, r.responsible, r.access, r.shared_with as "sharedWith", r.hazards, r.excluded_because as "excludedBecause",
    r.closed_on as "closedOn", r.reviewed_on as "reviewedOn"`,
};
