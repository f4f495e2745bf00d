// The periods that an agreement names, as numbers. One that is left out is not named in it.
import { IntegerField } from '../common/fields';

const YEAR_OF_HOURS = 8760;
const TEN_YEARS_OF_DAYS = 3650;

function PeriodField(unit: 'hours' | 'days', description: string, example: number): PropertyDecorator {
  const maximum = unit === 'hours' ? YEAR_OF_HOURS : TEN_YEARS_OF_DAYS;
  return IntegerField({ description, example, optional: true, minimum: 0, maximum });
}

export class NoticePeriodFields {
  @PeriodField('hours', 'Hours within which the vendor must tell of a security incident.', 72)
  securityIncidentHours?: number | null;

  @PeriodField('days', 'Days ahead of which a change of subprocessors is told.', 30)
  subprocessorChangeDays?: number | null;

  @PeriodField('days', 'Days of notice with which the practice may terminate without cause.', 30)
  terminationDays?: number | null;

  @PeriodField('days', 'Days in which a material breach may be cured before termination.', 15)
  cureDays?: number | null;

  @PeriodField('days', 'Days of continued access and help after the end.', 30)
  transitionDays?: number | null;

  @PeriodField(
    'days',
    'Days after the end within which all client data is deleted, copies and backups included.',
    30,
  )
  deletionDays?: number | null;

  @PeriodField('days', 'Days within which client data is given back on request or at the end.', 15)
  dataReturnDays?: number | null;

  @PeriodField('days', 'Days within which the vendor tells of a subpoena or other legal process.', 2)
  legalProcessDays?: number | null;

  @PeriodField('days', 'Days ahead of which, or after which, insolvency is told.', 30)
  insolvencyDays?: number | null;

  @PeriodField('days', 'Days ahead of which a change of control is told.', 30)
  changeOfControlDays?: number | null;
}

export type NoticePeriod = keyof NoticePeriodFields;
