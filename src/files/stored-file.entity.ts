import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DestructionReason } from './file.dto';

/** An uploaded file: what it is and the key to it. Its bytes lie in the vault. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** sha256: and 64 hex digits, over the plain bytes */
  @Column('text')
  digest: string;

  @Column('integer')
  bytes: number;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  /** as sent; null once destroyed, since a name can say too much */
  @Column('text', { nullable: true })
  name: string | null;

  /** the file's key, encrypted to the installation's; null once destroyed */
  @Column('bytea', { name: 'wrapped_key', nullable: true })
  wrappedKey: Buffer | null;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;

  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt: Date | null;

  @Column('text', { name: 'destroyed_because', nullable: true })
  destroyedBecause: DestructionReason | null;
}
