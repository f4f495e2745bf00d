import {
  BooleanField,
  IdField,
  InstantField,
  IntegerField,
  PartialFields,
  PatternField,
  TextField,
  TextListField,
} from '../common/fields';

const WORDS = { maxLength: 200, maxItems: 20 };

export class IdentityProviderFields {
  @PatternField({
    description:
      'The address that the provider names as its own (OpenID Connect: issuer); null, and there is no single sign-on.',
    example: 'https://login.harbor-light.example',
    optional: true,
    pattern: '^https?://[^\\s?#@]{1,480}$',
    maxLength: 500,
    message: 'must be an https address such as https://login.practice.example, without a query',
  })
  issuer?: string | null;

  @TextField({
    description: 'The id under which the provider knows this installation.',
    example: 'duecare',
    optional: true,
    maxLength: 255,
  })
  clientId?: string | null;

  @TextListField({
    description: 'Where given, only members with an address in one of these domains come in by it.',
    example: ['harbor-light.example'],
    maxLength: 253,
    maxItems: 50,
  })
  emailDomains: string[];

  @TextListField({
    description:
      'Methods (`amr`) by which the provider says that a second factor was given; none: its word is not taken.',
    example: ['mfa'],
    ...WORDS,
  })
  secondFactorAmr: string[];

  @TextListField({
    description: 'Classes of authentication (`acr`) that say the same; they are asked for.',
    example: [],
    ...WORDS,
  })
  secondFactorAcr: string[];

  @BooleanField({
    description:
      'Members come in by single sign-on only. Owners, consultants and auditors may use their own password with a second factor instead.',
    example: false,
  })
  required: boolean;
}

export class UpdateIdentityProviderDto extends PartialFields(IdentityProviderFields) {
  @TextField({
    description:
      'The secret that the provider has given out. Stored encrypted, never shown; asked anew with another issuer.',
    example: 'not-a-secret-just-an-example',
    optional: true,
    maxLength: 1000,
  })
  clientSecret?: string | null;
}

export class IdentityProviderResponse extends IdentityProviderFields {
  @IdField({ description: 'Id of the organization.' })
  id: string;

  @TextField({
    description: 'The address to which the provider sends people back: register it there.',
    example: 'https://duecare.example/v1/single-sign-on/callbacks/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
    maxLength: 500,
  })
  redirectUri: string;

  @BooleanField({ description: 'There is a client secret.' })
  hasClientSecret: boolean;

  @IntegerField({
    description: 'Version of the settings, also sent as ETag.',
    example: 1,
    minimum: 0,
    maximum: 2147483647,
  })
  version: number;
}

export class IdentityLinkResponse {
  @IdField({ description: 'Id of the link.' })
  id: string;

  @IdField({ description: 'Id of the person.' })
  personId: string;

  @TextField({ description: 'The issuer.', example: 'https://login.harbor-light.example', maxLength: 500 })
  issuer: string;

  @TextField({
    description: 'By what the issuer knows the person.',
    example: '00u1f96ECLNVOKVMUSEA',
    maxLength: 255,
  })
  subject: string;

  @InstantField({ description: 'When the person first came in by it.' })
  linkedAt: Date;

  @InstantField({ description: 'When the person last came in by it.' })
  lastUsedAt: Date;

  @InstantField({ description: 'When it was removed.', optional: true })
  removedAt: Date | null;
}
