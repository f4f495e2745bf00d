// A company behind the vendor. Binding it is the vendor's duty (45 CFR 164.314(a)(2)(i)(B)); whether it did is worth knowing.
import { ChoiceField, CountryField, KeyField, TextField } from '../common/fields';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';

export class SubcontractorFields {
  @KeyField({ description: 'Key of the subcontractor within this service.', example: 'cloud-host' })
  key: string;

  @TextField({ description: 'Name of the subcontractor.', example: 'Example Cloud Hosting', maxLength: 200 })
  name: string;

  @TextField({ description: 'What it does for the service.', example: 'hosting', maxLength: 200 })
  role: string;

  @CountryField({
    description: 'Country where it works with the data; leave out when unknown.',
    optional: true,
  })
  country?: string | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is there a business associate agreement between the vendor and this subcontractor?',
    optional: true,
  })
  agreement?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does it handle client data, encrypted or not?',
    optional: true,
  })
  handlesClientData?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does it provide an AI model to the service?',
    example: 'no',
    optional: true,
  })
  providesModel?: YesNoUnknown | null;
}
