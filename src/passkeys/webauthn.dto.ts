// What a browser hands over after a ceremony, as PublicKeyCredential.toJSON() makes it (WebAuthn Level 3, section 5.1.8). Bytes are base64url.
import { Validate } from 'class-validator';
import { ChoiceField, IntegerField, PatternField, RecordField, TextListField } from '../common/fields';
import { declareField } from '../common/fields/field';
import { IsRecord } from '../common/fields/record.validator';

interface BytesOptions {
  description: string;
  example: string;
  maxLength: number;
  optional?: boolean;
}

const BytesField = (options: BytesOptions): PropertyDecorator =>
  PatternField({ pattern: '^[A-Za-z0-9_-]+$', message: 'must be base64url without padding', ...options });

/** Results of extensions: the browser's words, which nothing here reads. */
const ExtensionResultsField = (): PropertyDecorator =>
  declareField(
    { type: 'object' },
    { description: 'What extensions answered, as the browser gives it.', example: {}, optional: true },
    [Validate(IsRecord)],
  );

const EXAMPLE_ID = 'mZ1tq0Jb3xYk8vRrQ2dUuA';
export const LONGEST_CREDENTIAL_ID = 1400;
const CredentialIdField = (): PropertyDecorator =>
  BytesField({
    description: 'Id of the credential.',
    example: EXAMPLE_ID,
    maxLength: LONGEST_CREDENTIAL_ID,
  });
const ClientDataField = (): PropertyDecorator =>
  BytesField({
    description: 'What the browser says of the ceremony.',
    example: 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0',
    maxLength: 8192,
  });

export class AuthenticatorAttestation {
  @ClientDataField()
  clientDataJSON: string;

  @BytesField({
    description: 'The new public key, with what the authenticator says of it.',
    example: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ',
    maxLength: 16_384,
  })
  attestationObject: string;

  @TextListField({
    description: 'How the authenticator can be reached.',
    example: ['internal', 'hybrid'],
    optional: true,
    maxLength: 40,
    maxItems: 20,
  })
  transports?: string[] | null;

  @BytesField({
    description: 'Part of attestationObject; not read.',
    example: 'SZYN5Q',
    maxLength: 16_384,
    optional: true,
  })
  authenticatorData?: string | null;

  @BytesField({
    description: 'Part of attestationObject; not read.',
    example: 'MFkwEw',
    maxLength: 16_384,
    optional: true,
  })
  publicKey?: string | null;

  @IntegerField({
    description: 'Part of attestationObject; not read.',
    example: -7,
    minimum: -70_000,
    maximum: 70_000,
    optional: true,
  })
  publicKeyAlgorithm?: number | null;
}

/** What a passkey's answer has in common, registering and signing in (WebAuthn, PublicKeyCredential). */
class PublicKeyCredential {
  @CredentialIdField()
  id: string;

  @CredentialIdField()
  rawId: string;

  @ChoiceField(['public-key'], { description: 'The type of the credential.' })
  type: 'public-key';

  @ChoiceField(['platform', 'cross-platform'], {
    description: 'Where the authenticator is: in the device, or beside it.',
    optional: true,
  })
  authenticatorAttachment?: 'platform' | 'cross-platform' | null;

  @ExtensionResultsField()
  clientExtensionResults?: object | null;
}

export class AttestedCredential extends PublicKeyCredential {
  @RecordField(() => AuthenticatorAttestation, { description: 'What the authenticator answered.' })
  response: AuthenticatorAttestation;
}

export class AuthenticatorAssertion {
  @ClientDataField()
  clientDataJSON: string;

  @BytesField({
    description: 'What the authenticator says: for whom, who was there, its count of signatures.',
    example: 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ',
    maxLength: 8192,
  })
  authenticatorData: string;

  @BytesField({ description: 'Its signature.', example: 'MEUCIQDn3xk', maxLength: 8192 })
  signature: string;

  @BytesField({
    description: 'Whose passkey it is, as it was told when it was registered.',
    example: 'AZqxwn0-fwCAAFobLD1OXw',
    maxLength: 100,
    optional: true,
  })
  userHandle?: string | null;
}

export class AssertedCredential extends PublicKeyCredential {
  @RecordField(() => AuthenticatorAssertion, { description: 'What the authenticator answered.' })
  response: AuthenticatorAssertion;
}
