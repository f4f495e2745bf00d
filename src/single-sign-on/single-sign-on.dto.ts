import { BooleanField, IdField, InstantField, PatternField, TextField } from '../common/fields';
import { PasswordField } from '../people/person.fields';

export class BeginSingleSignOnDto {
  @IdField({ description: 'The organization whose identity provider vouches for you.' })
  organizationId: string;

  @BooleanField({
    description: 'For a browser: the token comes as a cookie that scripts cannot read, and not in the body.',
    example: false,
    optional: true,
  })
  cookie?: boolean | null;

  @PatternField({
    description: 'With `cookie`: the page of this installation to which the browser goes in the end.',
    example: '/docs',
    optional: true,
    pattern: "^/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*$",
    maxLength: 500,
    message: 'must be an address within this installation, such as /docs',
  })
  returnTo?: string | null;
}

export class BegunSingleSignOn {
  @TextField({
    description: 'Where the browser goes now; the same browser comes back from there.',
    example: 'https://login.harbor-light.example/authorize?client_id=duecare',
    maxLength: 4000,
  })
  authorizationUrl: string;

  @InstantField({ description: 'Until when it has to come back.' })
  expiresAt: Date;
}

export class GivePasswordDto {
  @PasswordField('The password of your account.', 'seven lanterns over a quiet harbour')
  password: string;
}
