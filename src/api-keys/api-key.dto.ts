import { BooleanField, ChoicesField, IdField, InstantField, IntegerField, TextField } from '../common/fields';
import { SCOPES, type Action } from '../permissions/roles';

export class CreateApiKeyDto {
  @TextField({ description: 'What the key is for.', example: 'Practice-management system', maxLength: 200 })
  label: string;

  @ChoicesField(SCOPES, {
    description: 'What the key may do (docs/roles.md).',
    example: ['records.read', 'scores.read'],
    minItems: 1,
  })
  scopes: Action[];

  @IntegerField({ description: 'Days until it expires.', example: 180, minimum: 1, maximum: 400 })
  validDays: number;

  @BooleanField({
    description:
      'For a firm: the key also reaches the practices in which people of the firm work as consultants in its name.',
    example: false,
    optional: true,
  })
  servesPractices?: boolean | null;
}

export class RotateApiKeyDto {
  @IntegerField({
    description: 'Hours for which the earlier secret works beside the new one.',
    example: 24,
    minimum: 0,
    maximum: 720,
  })
  overlapHours: number;
}

export class ApiKeyResponse {
  @IdField()
  id: string;

  @TextField({ description: 'What the key is for.', maxLength: 200 })
  label: string;

  @ChoicesField(SCOPES, { description: 'What the key may do.', minItems: 1 })
  scopes: Action[];

  @BooleanField({ description: 'It also reaches the practices that the firm serves.' })
  servesPractices: boolean;

  @IdField({ description: 'Id of the person who made it.' })
  createdBy: string;

  @InstantField({ description: 'When it was made.' })
  createdAt: Date;

  @InstantField({ description: 'When it expires.' })
  expiresAt: Date;

  @InstantField({ description: 'When its secret was last changed.', optional: true })
  rotatedAt: Date | null;

  @InstantField({ description: 'When it was last used, to the minute.', optional: true })
  lastUsedAt: Date | null;

  @InstantField({ description: 'When it was revoked.', optional: true })
  revokedAt: Date | null;
}

export class ApiKeyWithSecret extends ApiKeyResponse {
  @TextField({
    description:
      'The key: send as `Authorization: Bearer <key>`. Shown this once; only its digest is stored.',
    example: 'duecare_key_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    maxLength: 100,
  })
  key: string;
}
