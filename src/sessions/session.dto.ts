import { BooleanField, ChoiceField, IdField, InstantField, TextField } from '../common/fields';

export class SessionGrant {
  @IdField({ description: 'Id of the session.' })
  id: string;

  @TextField({
    description:
      'Send as `Authorization: Bearer <token>`; shown this once. Null when it was asked for as a cookie.',
    example: 'duecare_session_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    optional: true,
    maxLength: 100,
  })
  token: string | null;

  @InstantField({ description: 'When it ends at the latest; earlier when nothing is done in it.' })
  expiresAt: Date;

  @ChoiceField(['none', 'needed', 'given'], {
    description: 'Whether a second factor was given: with `needed` nothing else is allowed before.',
  })
  secondFactor: 'none' | 'needed' | 'given';
}

export class SessionResponse {
  @IdField({ description: 'Id of the session.' })
  id: string;

  @TextField({
    description: 'The program that signed in, as it calls itself.',
    optional: true,
    maxLength: 200,
  })
  client: string | null;

  @TextField({ description: 'The address that signed in.', optional: true, maxLength: 100 })
  address: string | null;

  @InstantField({ description: 'When it began.' })
  createdAt: Date;

  @InstantField({ description: 'When something was last done in it, to the minute.' })
  lastSeenAt: Date;

  @InstantField({ description: 'When it ends at the latest.' })
  expiresAt: Date;

  @BooleanField({ description: 'A second factor was given.' })
  secondFactorGiven: boolean;

  @BooleanField({ description: 'The session that asks.' })
  current: boolean;
}
