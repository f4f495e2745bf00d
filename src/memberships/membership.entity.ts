import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../permissions/roles';

/** That a person belongs to an organization, in one role. */
@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  role: Role;

  @Column('uuid', { name: 'firm_id', nullable: true })
  firmId: string | null;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn: string | null;

  /** Sessions that began then or before do not open the organization; null: all of them do. */
  @Column('timestamptz', { name: 'sessions_from', nullable: true })
  sessionsFrom: Date | null;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
