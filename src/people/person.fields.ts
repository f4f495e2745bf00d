import { PatternField, TextField } from '../common/fields';

export const EMAIL_PATTERN =
  '^[A-Za-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+$';

/** The address by which a person signs in. @param description what it is for here */
export const EmailField = (description: string, example = 'dana@harbor-light.example'): PropertyDecorator =>
  PatternField({
    description,
    example,
    maxLength: 254,
    pattern: EMAIL_PATTERN,
    message: 'must be an e-mail address such as dana@practice.example',
  });

/** Length alone: what else a password has to be is judged where one is chosen, and a wrong one is simply wrong. */
export const PasswordField = (description: string, example: string): PropertyDecorator =>
  TextField({ description, example, maxLength: 256, mayHoldIdentifiers: true });

export const PersonNameField = (): PropertyDecorator =>
  TextField({
    description: 'Name of the person, as it stands under what they sign.',
    example: 'Dana Whitfield',
    maxLength: 200,
    mayHoldIdentifiers: true,
  });

/** One spelling: an address is stored and compared in lower case. */
export const normalizedEmail = (email: string): string => email.toLowerCase();
