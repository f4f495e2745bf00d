import type { RecordKind } from '../records/record-kind';
import { AssetConnection } from './asset-connection.entity';

export const ASSET_CONNECTION: RecordKind = {
  name: 'asset_connection',
  plural: 'asset-connections',
  entity: AssetConnection,
  dossierList: 'assetConnections',
  table: 'asset_connection',
  columns: `r.from_asset_key as "from", r.to_asset_key as "toAsset", r.to_location_key as "toLocation", r.to_service_key as "toService",
    r.purpose, r.network, r.carries_client_data as "carriesClientData", r.encrypted_in_transit as "encryptedInTransit",
    r.remote_access as "remoteAccess", r.second_factor as "secondFactor", r.ended_on as "endedOn", r.reviewed_on as "reviewedOn"`,
};
