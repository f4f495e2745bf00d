import { ChoiceField, IdField, InstantField, IntegerField, PatternField, TextField } from '../common/fields';
import { MEDIA_TYPES } from './media-types';

/** Why a file is made unreadable. A closed list: a typed reason could repeat what the file should not have held. */
export const DESTRUCTION_REASONS = [
  'holds_client_data',
  'wrong_file',
  'not_allowed_to_keep',
  'retention_ended',
] as const;
export type DestructionReason = (typeof DESTRUCTION_REASONS)[number];

export const FILE_DIGEST = {
  pattern: '^sha256:[0-9a-f]{64}$',
  message: 'must be "sha256:" and the 64 lower-case hex digits of the file',
  maxLength: 71,
  example: 'sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
};

export class FileResponse {
  @IdField()
  id: string;

  @PatternField({ description: 'SHA-256 of the file: evidence refers to it by this.', ...FILE_DIGEST })
  digest: string;

  @IntegerField({ description: 'Size in bytes.', example: 48213, minimum: 1, maximum: 2147483647 })
  bytes: number;

  @ChoiceField(MEDIA_TYPES.map(({ mediaType }) => mediaType), {
    description: 'Media type, told by the bytes.',
    example: 'application/pdf',
  })
  mediaType: string;

  @TextField({ description: 'Name as it was sent; gone once destroyed.', optional: true, maxLength: 200 })
  name: string | null;

  @InstantField({ description: 'When it was uploaded.' })
  uploadedAt: Date;

  @InstantField({ description: 'When it was made unreadable for good.', optional: true })
  destroyedAt: Date | null;

  @ChoiceField(DESTRUCTION_REASONS, { description: 'Why it was.', optional: true })
  destroyedBecause: DestructionReason | null;
}

export class DestroyFileDto {
  @ChoiceField(DESTRUCTION_REASONS, {
    description:
      'Why the file is made unreadable for good. Its digest, size and type stay as the trace of what was there. HIPAA documentation is kept six years from when it was last in effect (45 CFR 164.316(b)(2)(i)).',
    example: 'holds_client_data',
  })
  reason: DestructionReason;
}
