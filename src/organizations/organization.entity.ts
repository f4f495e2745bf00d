import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UsState } from '../common/us-states';
import type { CoveredEntity, Modality, OtherRole, Specialty } from './practice.fields';

/** The tenant: a practice, with the profile that scoring reads. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  id: string;

  @Column('text')
  key: string;

  @Column('integer')
  version: number;

  @Column('text')
  name: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('text', { name: 'covered_entity' })
  coveredEntity: CoveredEntity;

  @Column('text', { name: 'client_states', array: true })
  clientStates: UsState[];

  @Column('text', { name: 'clinician_states', array: true })
  clinicianStates: UsState[];

  @Column('text', { array: true })
  modalities: Modality[];

  @Column('text', { array: true })
  specialties: Specialty[];

  @Column('integer')
  clinicians: number;

  @Column('integer', { name: 'clients_per_year' })
  clientsPerYear: number;

  @Column('text', { name: 'other_roles', array: true, nullable: true })
  otherRoles: OtherRole[] | null;

  /** made up, for a person to look around in */
  @Column('boolean', { name: 'is_example' })
  isExample: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
