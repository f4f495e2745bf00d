import { Column, PrimaryColumn } from 'typeorm';

/** What every record of an organization has: its tenant first, an id of ours, a key of theirs, a version. */
export abstract class KeyedRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
