import { BooleanField, IdField, PatternField, RecordField, RecordListField } from '../common/fields';
import { CreateOrganizationDto } from '../organizations/organization.dto';
import { EmailField, PasswordField, PersonNameField } from '../people/person.fields';
import { SessionGrant } from '../sessions/session.dto';

export class SetUpOwnerFields {
  @PersonNameField()
  name: string;

  @EmailField('The address by which the owner signs in.')
  email: string;

  @PasswordField(
    'At least 15 characters, and not one that others would guess.',
    'seven lanterns over a quiet harbour',
  )
  password: string;
}

export class SetUpDto {
  @PatternField({
    description: 'The token of the link that the first start printed.',
    example: 'duecare_setup_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    pattern: '^duecare_setup_[A-Za-z0-9_-]{43}$',
    maxLength: 100,
    message: 'must be the token that the first start printed',
  })
  token: string;

  @RecordField(() => SetUpOwnerFields, { description: 'The first person: the owner of what is there.' })
  owner: SetUpOwnerFields;

  @RecordField(() => CreateOrganizationDto, {
    description: 'The first practice or firm. Left out, one can be added later.',
    optional: true,
  })
  organization?: CreateOrganizationDto | null;

  @BooleanField({
    description: 'For a browser: the token of the session comes as a cookie.',
    example: false,
    optional: true,
  })
  cookie?: boolean | null;
}

export class OwnedOrganization {
  @IdField({ description: 'An organization that belongs to the owner from now on.' })
  id: string;
}

export class SetUpResponse {
  @RecordField(() => SessionGrant, { description: 'The owner is signed in.' })
  session: SessionGrant;

  @RecordListField(() => OwnedOrganization, {
    description: 'The organization that was made, and those that were there before and had no owner.',
    maxItems: 100_000,
  })
  organizations: OwnedOrganization[];
}
