import { PatternField, TextField, TextListField } from '../common/fields';
import { RECOVERY_CODE_LENGTH, RECOVERY_CODE_PATTERN } from './recovery-codes';

const CODE = { pattern: '^[0-9]{6}$', maxLength: 6, message: 'must be the six digits that the app shows' };

export class TotpCodeDto {
  @PatternField({ description: 'The six digits that the app shows now.', example: '492039', ...CODE })
  code: string;
}

export class GiveSecondFactorDto {
  @PatternField({
    description: 'The six digits that the app shows now.',
    example: '492039',
    optional: true,
    ...CODE,
  })
  code?: string | null;

  @PatternField({
    description: 'In place of it one of the recovery codes; it works this once.',
    example: 'k7qm-2xwp-9rtd-hn4c-v3fz-8ybe-6gsu',
    pattern: RECOVERY_CODE_PATTERN,
    maxLength: RECOVERY_CODE_LENGTH,
    message: 'must be a recovery code such as k7qm-2xwp-9rtd-hn4c-v3fz-8ybe-6gsu',
    optional: true,
  })
  recoveryCode?: string | null;
}

export class RemoveTotpDto {
  @PatternField({
    description:
      'The six digits that the app shows now. When the app is lost: left out, by somebody who has just given a recovery code or a passkey.',
    example: '492039',
    optional: true,
    ...CODE,
  })
  code?: string | null;
}

export class RenewRecoveryCodesDto {
  @PatternField({
    description:
      'The six digits that the app shows now. Without an app: left out, by somebody who has just given a passkey.',
    example: '492039',
    optional: true,
    ...CODE,
  })
  code?: string | null;
}

export class TotpEnrolment {
  @TextField({
    description: 'For an app that cannot read the link: type this in.',
    example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    maxLength: 100,
  })
  secret: string;

  @TextField({
    description: 'For the app, as a QR code.',
    example: 'otpauth://totp/Duecare:dana',
    maxLength: 500,
  })
  uri: string;
}

/** What comes of setting a second factor up, of whichever kind. */
export const FirstRecoveryCodesField = (): PropertyDecorator =>
  TextListField({
    description:
      'With your first second factor: recovery codes, shown this once. Each takes the place of it, once. Null when you have had them.',
    example: ['k7qm-2xwp-9rtd-hn4c-v3fz-8ybe-6gsu'],
    optional: true,
    maxLength: RECOVERY_CODE_LENGTH,
    maxItems: 10,
  });

export class ConfirmedTotp {
  @FirstRecoveryCodesField()
  recoveryCodes: string[] | null;
}

export class RecoveryCodesResponse {
  @TextListField({
    description: 'Recovery codes, shown this once: each takes the place of your second factor, once.',
    example: ['k7qm-2xwp-9rtd-hn4c-v3fz-8ybe-6gsu'],
    maxLength: RECOVERY_CODE_LENGTH,
    maxItems: 10,
  })
  recoveryCodes: string[];
}
