// A vendor: the company that offers services, whether or not they use AI. Which it is follows from its services.
import { ChoicesField, CountryField, PatternField, RecordListField, TextField } from '../common/fields';
import { VendorContactFields } from './contact.fields';

/** What a company is to the practice. The record system, the biller and the clearinghouse are vendors as much as an AI company. */
export const VENDOR_ROLES = [
  'software',
  'health_records',
  'billing',
  'clearinghouse',
  'payment_processor',
  'hosting',
  'telecommunications',
  'it_support',
  'health_care_provider',
  'professional_adviser',
  'other',
] as const;
export type VendorRole = (typeof VENDOR_ROLES)[number];

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

  @ChoicesField(VENDOR_ROLES, {
    description: 'What the company is to the practice. Whether it offers AI follows from its services.',
    example: ['software'],
    optional: true,
  })
  roles?: VendorRole[] | null;

  @CountryField({ description: 'Country of the headquarters; leave out when unknown.', optional: true })
  headquartersCountry?: string | null;

  @RecordListField(() => VendorContactFields, {
    description: 'Business contacts at the vendor. Never a client.',
    optional: true,
    maxItems: 50,
  })
  contacts?: VendorContactFields[] | null;
}
