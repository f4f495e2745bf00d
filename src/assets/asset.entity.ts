import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import type { DataClass } from '../data-flows/data-flow.fields';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { AssetKind, ClientVolume } from './asset-words';
import type { DisposalFields } from './asset.fields';

@Entity('asset')
export class Asset extends KeyedRecord {
  @Column('text')
  name: string;

  @Column('text')
  kind: AssetKind;

  @Column('text', { nullable: true })
  responsible: string | null;

  @Column('text', { name: 'location_key', nullable: true })
  location: string | null;

  @Column('text', { name: 'hosted_by_key', nullable: true })
  hostedBy: string | null;

  @Column('text', { name: 'handles_client_data' })
  handlesClientData: YesNoUnknown;

  @Column('text', { name: 'data_classes', array: true, nullable: true })
  dataClasses: DataClass[] | null;

  @Column('text', { name: 'client_volume', nullable: true })
  clientVolume: ClientVolume | null;

  @Column('text', { name: 'encrypted_at_rest', nullable: true })
  encryptedAtRest: YesNoUnknown | null;

  @Column('text', { name: 'locks_itself', nullable: true })
  locksItself: YesNoUnknown | null;

  @Column('text', { nullable: true })
  managed: YesNoUnknown | null;

  @Column('text', { name: 'personally_owned', nullable: true })
  personallyOwned: YesNoUnknown | null;

  @Column('date', { name: 'supported_until', nullable: true })
  supportedUntil: CalendarDate | null;

  @Column('text', { name: 'backed_up', nullable: true })
  backedUp: YesNoUnknown | null;

  @Column('text', { name: 'backed_up_to_key', nullable: true })
  backedUpTo: string | null;

  @Column('jsonb', { nullable: true })
  disposal: DisposalFields | null;

  @Column('text', { name: 'excluded_because', nullable: true })
  excludedBecause: string | null;

  @Column('date', { name: 'reviewed_on', nullable: true })
  reviewedOn: CalendarDate | null;
}
