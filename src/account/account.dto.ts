import { ApiProperty } from '@nestjs/swagger';
import {
  PartialFields,
  BooleanField,
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  RecordListField,
  TextField,
} from '../common/fields';
import { EmailField, PasswordField, PersonNameField } from '../people/person.fields';
import { ROLE_NAMES, type Role } from '../permissions/roles';

export class PersonFields {
  @PersonNameField()
  name: string;
}

export class UpdateAccountDto extends PartialFields(PersonFields) {}

export class AccountOrganization {
  @IdField({ description: 'Id of the organization.' })
  id: string;

  @TextField({
    description: 'Name of the organization.',
    example: 'Harbor Light Counseling, PLLC',
    maxLength: 200,
  })
  name: string;

  @ChoiceField(ROLE_NAMES, { description: 'Your role in it (docs/roles.md).' })
  role: Role;

  @IdField({ description: 'The organization in whose name you work there, as a consultant.', optional: true })
  onBehalfOf: string | null;

  @DateField({ description: 'The last day on which you belong to it.', optional: true })
  endsOn: string | null;
}

export class AccountResponse extends PersonFields {
  @IdField({ description: 'Your id, as the audit log names you.' })
  id: string;

  @EmailField('The address by which you sign in.')
  email: string;

  @BooleanField({ description: 'You have set up a second factor.' })
  hasSecondFactor: boolean;

  @RecordListField(() => AccountOrganization, {
    description: 'The organizations that you belong to.',
    maxItems: 100_000,
  })
  organizations: AccountOrganization[];

  @IntegerField({
    description: 'Version of the account, also sent as ETag.',
    example: 1,
    minimum: 1,
    maximum: 2147483647,
  })
  version: number;

  @InstantField({ description: 'When the account was made.' })
  createdAt: Date;

  @InstantField({ description: 'When the account last changed.' })
  updatedAt: Date;
}

export class ChangePasswordDto {
  @PasswordField('The password that you have.', 'seven lanterns over a quiet harbour')
  currentPassword: string;

  @PasswordField(
    'The new one: at least 15 characters, and not one that others would guess.',
    'nine kettles beside an old canal',
  )
  newPassword: string;
}

export class AccountEventResponse {
  @IdField()
  id: string;

  @InstantField({ description: 'When.' })
  occurredAt: Date;

  @IdField({ description: 'The session in which it happened.', optional: true })
  sessionId: string | null;

  @TextField({ description: 'Id of the request.', optional: true, maxLength: 64 })
  requestId: string | null;

  @TextField({ description: 'What happened, as a past event.', example: 'session.opened', maxLength: 100 })
  action: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Ids and words of ours.' })
  data: object;
}
