import { ChoiceField, KeyField, PartialFields } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { PRACTICE_OBLIGATION_IDS, PROPOSED_TRACK } from './obligation-ids';
import { ObligationSettingFields } from './obligation-setting.fields';

export class CreateObligationSettingDto extends ObligationSettingFields {
  @KeyField({ example: 'vendor-talks' })
  key: string;

  @ChoiceField([...PRACTICE_OBLIGATION_IDS, PROPOSED_TRACK], {
    description:
      'Obligation, by its id in the catalog, or the track of the rule that is only proposed; one setting each.',
    example: 'OB-25',
  })
  obligation: string;
}

export class UpdateObligationSettingDto extends PartialFields(ObligationSettingFields) {}

export class ObligationSettingResponse extends AsResponse(CreateObligationSettingDto) {}
