import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { AssetFields } from './asset.fields';

export class CreateAssetDto extends AssetFields {
  @KeyField({ example: 'front-desk-laptop' })
  key: string;
}

export class UpdateAssetDto extends PartialFields(AssetFields) {}

export class AssetResponse extends AsResponse(CreateAssetDto) {}
