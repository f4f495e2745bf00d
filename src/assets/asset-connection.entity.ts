import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { Network } from './asset-words';

@Entity('asset_connection')
export class AssetConnection extends KeyedRecord {
  @Column('text', { name: 'from_asset_key' })
  from: string;

  @Column('text', { name: 'to_asset_key', nullable: true })
  toAsset: string | null;

  @Column('text', { name: 'to_location_key', nullable: true })
  toLocation: string | null;

  @Column('text', { name: 'to_service_key', nullable: true })
  toService: string | null;

  @Column('text', { nullable: true })
  purpose: string | null;

  @Column('text')
  network: Network;

  @Column('text', { name: 'carries_client_data' })
  carriesClientData: YesNoUnknown;

  @Column('text', { name: 'encrypted_in_transit' })
  encryptedInTransit: YesNoUnknown;

  @Column('text', { name: 'remote_access' })
  remoteAccess: YesNoUnknown;

  @Column('text', { name: 'second_factor', nullable: true })
  secondFactor: YesNoUnknown | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: CalendarDate | null;

  @Column('date', { name: 'reviewed_on', nullable: true })
  reviewedOn: CalendarDate | null;
}
