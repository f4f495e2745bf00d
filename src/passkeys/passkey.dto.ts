import { ApiProperty } from '@nestjs/swagger';
import {
  BooleanField,
  IdField,
  InstantField,
  IntegerField,
  PartialFields,
  RecordField,
  TextField,
  TextListField,
} from '../common/fields';
import { FirstRecoveryCodesField } from '../second-factors/second-factor.dto';
import { AssertedCredential, AttestedCredential } from './webauthn.dto';

export class PasskeyFields {
  @TextField({
    description: 'What you call it, to know it again.',
    example: 'Phone',
    maxLength: 100,
  })
  name: string;
}

export class UpdatePasskeyDto extends PartialFields(PasskeyFields) {}

export class RegisterPasskeyDto extends PasskeyFields {
  @RecordField(() => AttestedCredential, {
    description: 'What `navigator.credentials.create()` gave, by its `toJSON()`.',
  })
  credential: AttestedCredential;
}

export class GivePasskeyDto {
  @RecordField(() => AssertedCredential, {
    description: 'What `navigator.credentials.get()` gave, by its `toJSON()`.',
  })
  credential: AssertedCredential;
}

export class SignInWithPasskeyDto extends GivePasskeyDto {
  @BooleanField({
    description: 'For a browser: the token comes as a cookie that scripts cannot read, and not in the body.',
    example: false,
    optional: true,
  })
  cookie?: boolean | null;
}

export class PasskeyOptions {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'For the browser: `PublicKeyCredential.parseCreationOptionsFromJSON()` or `parseRequestOptionsFromJSON()` make of it what `navigator.credentials` takes.',
    example: { challenge: 'VGhpcyBpcyBub3QgYSBjaGFsbGVuZ2U', rpId: 'duecare.example' },
  })
  publicKey: object;

  @InstantField({ description: 'Until when it can be answered, once.' })
  expiresAt: Date;
}

export class PasskeyResponse extends PasskeyFields {
  @IdField({ description: 'Id of the passkey.' })
  id: string;

  @TextListField({
    description: 'How its authenticator can be reached: internal, hybrid, usb, nfc, ble, smart-card.',
    example: ['internal', 'hybrid'],
    maxLength: 40,
    maxItems: 20,
  })
  transports: string[];

  @BooleanField({ description: 'Kept by a service of the device maker, so that other devices have it too.' })
  synced: boolean;

  @IntegerField({
    description: 'Version of the passkey, also sent as ETag.',
    example: 1,
    minimum: 1,
    maximum: 2147483647,
  })
  version: number;

  @InstantField({ description: 'When it was registered.' })
  createdAt: Date;

  @InstantField({ description: 'When it was last renamed.' })
  updatedAt: Date;

  @InstantField({ description: 'When it was last used; null before its first use.', optional: true })
  lastUsedAt: Date | null;
}

export class RegisteredPasskey extends PasskeyResponse {
  @FirstRecoveryCodesField()
  recoveryCodes: string[] | null;
}
