// Who provides the AI models behind a service, and which versions are in use. A provider that sees client data is a subcontractor
// of the vendor (45 CFR 160.103, 164.502(e)(1)(ii)): what binds it is asked here.
import { ChoiceField, CountryField, KeyField, TextField, TextListField } from '../common/fields';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';

export class ModelProviderFields {
  @KeyField({ description: 'Key of the model provider within this service.', example: 'cedar-models' })
  key: string;

  @TextField({ description: 'Name of the model provider.', example: 'Cedar Models', maxLength: 200 })
  name: string;

  @TextListField({
    description: 'Models of this provider that the service uses, by name; leave out when unknown.',
    example: ['Cedar Medium'],
    optional: true,
    maxLength: 200,
    maxItems: 50,
  })
  models?: string[] | null;

  @CountryField({
    description: 'Country where the models run; leave out when unknown.',
    optional: true,
  })
  country?: string | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is there a business associate agreement between the vendor and this provider?',
  })
  agreement: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does this provider train models on the data that the service sends it?',
    example: 'no',
  })
  trainsOnData: YesNoUnknown;
}

/** One version of one model, named as its model card names it. */
export class ModelVersionFields {
  @TextField({ description: 'Name of the model.', example: 'Northlight Notewriter', maxLength: 200 })
  model: string;

  @TextField({ description: 'Version of the model.', example: '2026.2', maxLength: 100 })
  version: string;
}
