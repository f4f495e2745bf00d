import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isCalendarDate } from '../calendar-date';

/** 1900 to 2199: beyond lie slips of the keyboard and "for ever" (9999-12-31), which is said by leaving the field out. */
export const CALENDAR_DATE_PATTERN = '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$';
const IN_RANGE = new RegExp(CALENDAR_DATE_PATTERN);

@ValidatorConstraint({ name: 'isCalendarDate' })
export class IsCalendarDate implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isCalendarDate(value) && IN_RANGE.test(value);
  }

  defaultMessage(): string {
    return 'must be a date that exists, written YYYY-MM-DD, from 1900 to 2199';
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

@ValidatorConstraint({ name: 'isInstant' })
export class IsInstant implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
  }

  defaultMessage(): string {
    return 'must be a moment with its offset, such as 2026-11-22T15:04:05Z';
  }
}

/** A name, never an offset such as +05:00, which knows nothing of summer time. */
export const TIME_ZONE_PATTERN = '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$';
const ZONE_NAME = new RegExp(TIME_ZONE_PATTERN);

@ValidatorConstraint({ name: 'isTimeZone' })
export class IsTimeZone implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value !== 'string' || value.length > 64 || !ZONE_NAME.test(value)) return false;
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      return true;
    } catch {
      return false;
    }
  }

  defaultMessage(): string {
    return 'must be an IANA time zone such as America/Chicago';
  }
}
