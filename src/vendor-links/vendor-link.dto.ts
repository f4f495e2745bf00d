import {
  ChoiceField,
  IdField,
  InstantField,
  IntegerField,
  PatternField,
  RecordField,
  TextField,
} from '../common/fields';
import { EMAIL_PATTERN, EmailField } from '../people/person.fields';

export class CreateVendorLinkDto {
  @PatternField({
    description: 'Whom to mail the link to; without an address it is handed on by whoever asked for it.',
    example: 'robin@northlight.example',
    pattern: EMAIL_PATTERN,
    maxLength: 254,
    message: 'must be an e-mail address such as robin@vendor.example',
    optional: true,
  })
  email?: string | null;

  @IntegerField({ description: 'Days until it expires.', example: 14, minimum: 1, maximum: 60 })
  validDays: number;
}

export class VendorAnswererFields {
  @TextField({
    description: 'Name of who answered.',
    example: 'Robin Achterberg',
    maxLength: 200,
    mayHoldIdentifiers: true,
  })
  name: string;

  @TextField({ description: 'Role.', example: 'Head of security', maxLength: 200 })
  role: string;

  @EmailField('E-mail address, for questions about the answers.', 'robin@northlight.example')
  email: string;
}

const COUNT = { minimum: 0, maximum: 10_000 };

export class VendorLinkResponse {
  @IdField()
  id: string;

  @TextField({
    description: 'To whom it was mailed.',
    optional: true,
    maxLength: 254,
    mayHoldIdentifiers: true,
  })
  email: string | null;

  @IdField({ description: 'Id of the person or API key that sent it.' })
  createdBy: string;

  @InstantField({ description: 'When it was made.' })
  createdAt: Date;

  @InstantField({ description: 'Until when it works.' })
  expiresAt: Date;

  @InstantField({ description: 'When somebody first began by it.', optional: true })
  begunAt: Date | null;

  @IntegerField({
    description: 'Questions answered in it so far, "unknown" included.',
    example: 12,
    ...COUNT,
  })
  answered: number;

  @IntegerField({ description: 'Documents attached in it.', example: 2, ...COUNT })
  attached: number;

  @InstantField({
    description: 'When the answers were submitted: from then on it works no more.',
    optional: true,
  })
  submittedAt: Date | null;

  @RecordField(() => VendorAnswererFields, { description: 'Who answered.', optional: true })
  submittedBy: VendorAnswererFields | null;

  @InstantField({ description: 'When it was revoked.', optional: true })
  revokedAt: Date | null;
}

export class SentVendorLink extends VendorLinkResponse {
  @TextField({
    description: 'The link, shown this once: whoever has it can answer.',
    example:
      'https://duecare.example/vendor-link?token=duecare_vendor_link_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    maxLength: 500,
    mayHoldIdentifiers: true,
  })
  link: string;

  @ChoiceField(['sent', 'outbox', 'failed', 'not_mailed'], {
    description:
      'What became of the mail: sent, written to the outbox in the data folder, failed, or none was asked for.',
  })
  delivery: 'sent' | 'outbox' | 'failed' | 'not_mailed';
}
