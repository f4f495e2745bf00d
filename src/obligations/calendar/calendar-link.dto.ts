import { ApiProperty } from '@nestjs/swagger';
import { IdField, InstantField, TextField } from '../../common/fields';

export class CalendarLinkResponse {
  @IdField()
  id: string;

  @InstantField({ description: 'When it was made.' })
  createdAt: Date;

  @InstantField({ description: 'Until when it opens the calendar.' })
  expiresAt: Date;

  @InstantField({ description: 'When it was revoked; null while it was not.', optional: true })
  revokedAt: Date | null;
}

export class MadeCalendarLink extends CalendarLinkResponse {
  @TextField({
    description: 'The address to give to a calendar program. It is told this once.',
    example: 'https://duecare.example/calendar-feeds/duecare_calendar_8kq.ics',
    maxLength: 500,
  })
  link: string;
}

export class CalendarLinkList {
  @ApiProperty({
    type: () => [CalendarLinkResponse],
    description: 'Your own links into this practice, the newest first.',
  })
  items: CalendarLinkResponse[];
}
