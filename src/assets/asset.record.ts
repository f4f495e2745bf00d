import type { RecordKind } from '../records/record-kind';
import { Asset } from './asset.entity';

export const ASSET: RecordKind = {
  name: 'asset',
  plural: 'assets',
  entity: Asset,
  dossierList: 'assets',
  table: 'asset',
  columns: `r.name, r.kind, r.responsible, r.location_key as location, r.hosted_by_key as "hostedBy",
    r.handles_client_data as "handlesClientData", r.data_classes as "dataClasses", r.client_volume as "clientVolume",
    r.encrypted_at_rest as "encryptedAtRest", r.locks_itself as "locksItself", r.managed, r.personally_owned as "personallyOwned",
    r.supported_until as "supportedUntil", r.backed_up as "backedUp", r.backed_up_to_key as "backedUpTo", r.disposal,
    r.excluded_because as "excludedBecause", r.reviewed_on as "reviewedOn"`,
};
