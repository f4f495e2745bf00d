import {
  BooleanField,
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  PartialFields,
} from '../common/fields';
import { EmailField } from '../people/person.fields';
import { ROLE_NAMES, type Role } from '../permissions/roles';

export class MembershipFields {
  @ChoiceField(ROLE_NAMES, { description: 'What the member may do (docs/roles.md).', example: 'clinician' })
  role: Role;

  @DateField({
    description:
      'The last day of the membership, in the time zone of the practice; an auditor always has one.',
    optional: true,
  })
  endsOn?: string | null;
}

export class UpdateMemberDto extends PartialFields(MembershipFields) {}

export class MemberResponse extends MembershipFields {
  @IdField({ description: 'Id of the membership.' })
  id: string;

  @IdField({ description: 'Id of the person, as the audit log names them.' })
  personId: string;

  @TextField({ description: 'Name of the person.', example: 'Robin Ellery', maxLength: 200 })
  name: string;

  @EmailField('The address by which the person signs in.', 'robin@harbor-light.example')
  email: string;

  @BooleanField({ description: 'The person has set up a second factor.' })
  hasSecondFactor: boolean;

  @IdField({ description: 'The organization in whose name a consultant works.', optional: true })
  onBehalfOf: string | null;

  @IntegerField({
    description: 'Version of the membership, also sent as ETag.',
    example: 1,
    minimum: 1,
    maximum: 2147483647,
  })
  version: number;

  @InstantField({ description: 'When it began.' })
  createdAt: Date;

  @InstantField({ description: 'When it last changed.' })
  updatedAt: Date;

  @InstantField({ description: 'When it was ended.', optional: true })
  endedAt: Date | null;

  @InstantField({
    description:
      'Sessions of the person that began then or before do not open this organization; null when all of them do.',
    optional: true,
  })
  sessionsFrom: Date | null;
}

export class SignInRulesFields {
  @BooleanField({
    description:
      'Every member signs in with a second factor. Of consultants, and of owners of several organizations, one is demanded in any case.',
    example: true,
  })
  secondFactorRequired: boolean;
}

export class UpdateSignInRulesDto extends PartialFields(SignInRulesFields) {}

export class SignInRulesResponse extends SignInRulesFields {
  @IdField({ description: 'Id of the organization.' })
  id: string;

  @IntegerField({
    description: 'Version of the rules, also sent as ETag.',
    example: 1,
    minimum: 0,
    maximum: 2147483647,
  })
  version: number;
}
