// A review with a vendor or of one: who took part, what of the agenda was gone through, what was agreed by whom and when.
import type { CalendarDate } from '../../common/calendar-date';
import {
  ChoiceField,
  DateField,
  KeyListField,
  RecordListField,
  TextField,
  TextListField,
} from '../../common/fields';
import {
  AGENDA_POINTS,
  POINT_STANDINGS,
  REVIEW_CONCLUSIONS,
  REVIEW_KINDS,
  type AgendaPoint,
  type PointStanding,
  type ReviewConclusion,
  type ReviewKind,
} from '../oversight-words';

export class ReviewedPointFields {
  @ChoiceField(AGENDA_POINTS, { description: 'Point of the agenda.' })
  point: AgendaPoint;

  @ChoiceField(POINT_STANDINGS, { description: 'How it stands.' })
  standing: PointStanding;

  @TextField({
    description: 'What was said or seen. Asked for where there is a concern. Never the name of a client.',
    example: 'Up 99.71 percent in October against 99.9 promised.',
    optional: true,
    maxLength: 2000,
  })
  said?: string | null;
}

export class AgreedStepFields {
  @TextField({
    description: 'What was agreed.',
    example: 'Send the report on the outage of 12 October',
    maxLength: 500,
  })
  what: string;

  @TextField({
    description: 'Who does it: name or role, with the company where it is not ours.',
    example: 'Account manager of Northlight',
    maxLength: 200,
  })
  owner: string;

  @DateField({ description: 'By when.', example: '2026-12-01' })
  dueOn: CalendarDate;

  @DateField({ description: 'When it was done; leave out while it is open.', optional: true })
  doneOn?: CalendarDate | null;
}

export class VendorReviewFields {
  @ChoiceField(REVIEW_KINDS, { description: 'What kind of review it is.' })
  kind: ReviewKind;

  @KeyListField({
    description: 'Keys of the services of the vendor that it was about.',
    example: ['northlight-scribe'],
    maxItems: 50,
  })
  services: string[];

  @DateField({ description: 'Day on which it was held.', example: '2026-11-10' })
  doneOn: CalendarDate;

  @TextListField({
    description: 'Who took part: name and role, one a line, those of the vendor with its name.',
    example: ['Priya Anand, Clinical director', 'Account manager of Northlight'],
    maxLength: 200,
    maxItems: 30,
  })
  tookPart: string[];

  @RecordListField(() => ReviewedPointFields, {
    description: 'The points of the agenda that were gone through, each once.',
    minItems: 1,
    maxItems: AGENDA_POINTS.length,
  })
  points: ReviewedPointFields[];

  @RecordListField(() => AgreedStepFields, {
    description: 'What was agreed, each with who and by when.',
    optional: true,
    maxItems: 50,
  })
  agreed?: AgreedStepFields[] | null;

  @ChoiceField(REVIEW_CONCLUSIONS, { description: 'What follows for the use of the services.' })
  conclusion: ReviewConclusion;

  @TextField({
    description: 'Why, and under which conditions. Asked for unless it simply goes on.',
    example: 'Until the report on the outage is there, new functions stay off.',
    optional: true,
    maxLength: 2000,
  })
  reason?: string | null;

  @DateField({
    description: 'Day of the next one, where it was agreed on; else the interval of the obligation counts.',
    example: '2027-02-10',
    optional: true,
  })
  nextOn?: CalendarDate | null;

  @KeyListField({
    description: 'Keys of the evidence that shows it, such as minutes.',
    example: ['northlight-security-overview'],
    optional: true,
    maxItems: 50,
  })
  evidenceKeys?: string[] | null;
}
