import type { RecordKind } from '../records/record-kind';
import { StaffMember } from './staff-member.entity';

export const STAFF_MEMBER: RecordKind = {
  name: 'staff_member',
  plural: 'staff-members',
  entity: StaffMember,
  dossierList: 'staffMembers',
  table: 'staff_member',
  columns: 'r.name, r.jobs, r.email, r.started_on as "startedOn", r.left_on as "leftOn"',
};
