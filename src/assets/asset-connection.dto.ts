import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { AssetConnectionFields } from './asset-connection.fields';

export class CreateAssetConnectionDto extends AssetConnectionFields {
  @KeyField({ example: 'laptop-to-records' })
  key: string;
}

export class UpdateAssetConnectionDto extends PartialFields(AssetConnectionFields) {}

export class AssetConnectionResponse extends AsResponse(CreateAssetConnectionDto) {}
