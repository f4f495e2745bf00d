// An amendment changes an agreement from the day on which it is signed and effective. What it does not name stays as it was.
import {
  DateField,
  IntegerField,
  KeyField,
  KeyListField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { CoverageLimitFields } from './coverage-limit.fields';
import { NoticePeriodFields } from './notice-period.fields';
import { ProvisionVerdictFields } from './provision.fields';

export class AmendmentFields {
  @KeyField({ description: 'Key of the amendment, unique in its agreement.', example: 'first-amendment' })
  key: string;

  @TextField({ description: 'Title of the document.', example: 'First Amendment', maxLength: 200 })
  title: string;

  @DateField({
    description: 'Date of the last signature; an unsigned amendment changes nothing.',
    optional: true,
    example: '2026-06-01',
  })
  signedOn?: CalendarDate | null;

  @DateField({
    description: 'First day on which it counts; the signature date when left out.',
    optional: true,
    example: '2026-06-01',
  })
  effectiveOn?: CalendarDate | null;

  @DateField({
    description: 'New last day in force of the agreement, when it changes that.',
    optional: true,
    example: '2027-12-31',
  })
  endsOn?: CalendarDate | null;

  @KeyListField({
    description: 'Keys of services that it adds.',
    optional: true,
    example: ['northlight-chat'],
  })
  addsServices?: string[] | null;

  @KeyListField({ description: 'Keys of services that it takes away.', optional: true, example: [] })
  removesServices?: string[] | null;

  @RecordListField(() => CoverageLimitFields, {
    description:
      'Limits that replace those of the services named. One without plans and flows lifts the limit of its service.',
    optional: true,
    maxItems: 200,
  })
  coverageLimits?: CoverageLimitFields[] | null;

  @IntegerField({
    description:
      'New hours within which the vendor must tell the practice of a breach, when it changes them.',
    optional: true,
    example: 24,
    minimum: 1,
    maximum: 8760,
  })
  breachNoticeHours?: number | null;

  @RecordField(() => NoticePeriodFields, { description: 'New periods; those left out stay.', optional: true })
  noticePeriods?: NoticePeriodFields | null;

  @RecordListField(() => ProvisionVerdictFields, {
    description: 'Verdicts that replace those of the provisions named.',
    optional: true,
    maxItems: 100,
  })
  provisions?: ProvisionVerdictFields[] | null;
}
