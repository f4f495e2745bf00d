import { KeyField, PartialFields } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { ConsentFormFields, ConsentFormRecordFields } from './consent-form.fields';

export class CreateConsentFormDto extends ConsentFormFields {
  @KeyField({ example: 'ai-use-2026-02' })
  key: string;
}

export class UpdateConsentFormDto extends PartialFields(ConsentFormFields) {}

/** As it stands in a dossier: what was done about it belongs to it. */
export class ConsentFormRecordDto extends ConsentFormRecordFields {
  @KeyField({ example: 'ai-use-2026-02' })
  key: string;
}

export class ConsentFormResponse extends AsResponse(ConsentFormRecordDto) {}
