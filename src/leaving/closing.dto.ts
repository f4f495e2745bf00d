import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, IdField, InstantField, KeyField } from '../common/fields';

/** Why a practice is closed. A closed list: a typed reason could name clients. */
export const CLOSING_REASONS = [
  'practice_ended',
  'practice_merged',
  'other_software',
  'opened_by_mistake',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export class CloseOrganizationDto {
  @KeyField({
    description: 'The key of the organization, typed once more: that this one is meant.',
    example: 'harbor-light',
  })
  key: string;

  @ChoiceField(CLOSING_REASONS, { description: 'Why it is closed.', example: 'practice_ended' })
  reason: ClosingReason;
}

export class ClosingResponse {
  @IdField({ description: 'The organization.' })
  organizationId: string;

  @InstantField({ description: 'When it was closed.' })
  closedAt: Date;

  @DateField({
    description: 'On this day, in its own time zone, all of it is erased, unless it was opened again before.',
    example: '2026-05-30',
  })
  eraseOn: string;

  @ApiProperty({
    type: 'integer',
    description: 'Number of the last entry of the audit log: the signed one that says that it was closed.',
  })
  sequence: number;

  @ApiProperty({ description: 'Digest of that entry: SHA-256, in hex.' })
  digest: string;
}
