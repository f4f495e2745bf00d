import { PatternField } from '../common/fields';
import { EmailField, PasswordField } from '../people/person.fields';

export class AskForResetDto {
  @EmailField('The address of the account.')
  email: string;
}

export class ResetPasswordDto {
  @PatternField({
    description: 'The token of the link.',
    example: 'duecare_reset_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    pattern: '^duecare_reset_[A-Za-z0-9_-]{43}$',
    maxLength: 100,
    message: 'must be the token of a reset',
  })
  token: string;

  @PasswordField(
    'The new one: at least 15 characters, and not one that others would guess.',
    'nine kettles beside an old canal',
  )
  password: string;
}
