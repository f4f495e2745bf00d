// Until when an assessment holds and why, as the engine says it, with answers counted in place of their keys and days in words.
import { isCalendarDate } from '../common/calendar-date';
import { longDate } from '../reports/security-risk-assessment/date-words';
import { counted } from '../reports/security-risk-assessment/number-words';

const KEYS = '((?:[a-z0-9]+[a-z0-9_-]*)(?:, [a-z0-9]+[a-z0-9_-]*)*)';

/** "5 answers: older than 12 months": the day that it begins with is the one after that until which it holds. */
export function holdsWords(because: string): string {
  return because
    .replace(/^On \d{4}-\d{2}-\d{2}: /, '')
    .replace(/\bSOC 2 report [a-z0-9-]+(?=:)/g, 'the SOC 2 report')
    .replace(new RegExp(`\\b(?:questionnaire )?answer to ${KEYS}(?=:)`, 'g'), (_all, keys: string) =>
      answers(keys, 'answer'),
    )
    .replace(new RegExp(`\\bchecklist answer ${KEYS}(?=:)`, 'g'), (_all, keys: string) =>
      answers(keys, 'answer', ' of the AI Tech Checklist'),
    )
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isCalendarDate(day) ? longDate(day) : day));
}

function answers(keys: string, noun: string, behind = ''): string {
  return `${counted(keys.split(', ').length, noun)}${behind}`;
}
