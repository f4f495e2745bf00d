import { BooleanField } from '../common/fields';
import { EmailField, PasswordField } from '../people/person.fields';

export class SignInDto {
  @EmailField('The e-mail address of the account.')
  email: string;

  @PasswordField('The password of the account.', 'seven lanterns over a quiet harbour')
  password: string;

  @BooleanField({
    description: 'For a browser: the token comes as a cookie that scripts cannot read, and not in the body.',
    example: false,
    optional: true,
  })
  cookie?: boolean | null;
}
