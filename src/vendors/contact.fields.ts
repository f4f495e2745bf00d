// A business contact at a vendor: whom to write to in a breach, for security, privacy or support. Never a client.
import { ChoicesField, KeyField, PatternField, TextField } from '../common/fields';

export const CONTACT_ROLES = [
  'breach_notices',
  'security',
  'privacy',
  'support',
  'legal',
  'account',
  'billing',
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export class VendorContactFields {
  @KeyField({ description: 'Key of the contact within this vendor.', example: 'privacy-office' })
  key: string;

  @ChoicesField(CONTACT_ROLES, {
    description: 'What to write to this contact about.',
    example: ['breach_notices', 'privacy'],
    minItems: 1,
  })
  roles: ContactRole[];

  @TextField({
    description: 'Name of the person or office. Business contacts only, never a client.',
    example: 'Privacy office',
    maxLength: 200,
    mayHoldIdentifiers: true,
  })
  name: string;

  @PatternField({
    description: 'Business e-mail address.',
    example: 'privacy@northlight.example',
    optional: true,
    maxLength: 254,
    pattern: '^[A-Za-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+$',
    message: 'must be an e-mail address such as privacy@vendor.example',
  })
  email?: string | null;

  @PatternField({
    description: 'Business telephone number.',
    example: '+1 555 010 0199',
    optional: true,
    maxLength: 40,
    pattern: '^\\+?[0-9][0-9 ().-]{4,30}( ?(x|ext\\.?) ?[0-9]{1,6})?$',
    message: 'must be a telephone number such as +1 555 010 0199',
  })
  phone?: string | null;
}
