import { ChoiceField, IdField, InstantField, PatternField, TextField } from '../common/fields';
import { MembershipFields } from '../memberships/member.dto';
import { EmailField, PasswordField, PersonNameField } from '../people/person.fields';

export class CreateInvitationDto extends MembershipFields {
  @EmailField('Whom to invite; the link goes to this address.', 'robin@ellery-consulting.example')
  email: string;
}

export class InvitationResponse extends CreateInvitationDto {
  @IdField()
  id: string;

  @IdField({ description: 'Id of the person who invited.' })
  invitedBy: string;

  @InstantField({ description: 'When it was made.' })
  createdAt: Date;

  @InstantField({ description: 'Until when the link works.' })
  expiresAt: Date;

  @InstantField({ description: 'When it was accepted.', optional: true })
  acceptedAt: Date | null;

  @InstantField({ description: 'When it was withdrawn.', optional: true })
  withdrawnAt: Date | null;
}

export class SentInvitation extends InvitationResponse {
  @ChoiceField(['sent', 'outbox', 'failed'], {
    description: 'What became of the mail: sent, written to the outbox in the data folder, or neither.',
  })
  delivery: 'sent' | 'outbox' | 'failed';
}

const TOKEN = {
  description: 'The token of the link.',
  example: 'duecare_invitation_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
  pattern: '^duecare_invitation_[A-Za-z0-9_-]{43}$',
  maxLength: 100,
  message: 'must be the token of an invitation',
};

export class AcceptAsNewDto {
  @PatternField(TOKEN)
  token: string;

  @PersonNameField()
  name: string;

  @PasswordField(
    'At least 15 characters, and not one that others would guess.',
    'seven lanterns over a quiet harbour',
  )
  password: string;
}

export class AcceptDto {
  @PatternField(TOKEN)
  token: string;

  @IdField({
    description: 'For a consultant: the organization in whose name you work, one that you belong to.',
    optional: true,
  })
  onBehalfOf?: string | null;
}

export class AcceptedMembership {
  @IdField({ description: 'The organization that you belong to now.' })
  organizationId: string;

  @TextField({ description: 'Your role in it.', maxLength: 40 })
  role: string;
}
