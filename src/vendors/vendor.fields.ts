// A vendor: the company that offers services, whether or not they use AI.
import { PatternField, TextField } from '../common/fields';

export class VendorFields {
  @TextField({
    description: 'Legal name of the vendor, as it signs agreements.',
    example: 'Northlight Notes, Inc.',
    maxLength: 200,
  })
  name: string;

  @PatternField({
    description: "Address of the vendor's site.",
    example: 'https://northlight.example',
    optional: true,
    maxLength: 500,
    pattern: '^https?://[\\x21-\\x7e]+$',
    message: 'must be an address that begins with https:// or http://, in plain ASCII without spaces',
  })
  website?: string | null;
}
