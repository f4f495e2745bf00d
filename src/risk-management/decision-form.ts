// The forms about a decision of the practice. What the result said that day is noted by the server.
import { asSentence } from '../common/as-sentence';
import { DateField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { OUTCOME_WORDS } from '../practice-decisions/decision-words';
import { DecideFields, DecisionConditionFields } from '../practice-decisions/practice-decision.fields';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import type { FormPart, PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import { partedRecordForm } from './finding-form';
import type { ReadRegisters } from './registers-reader.service';
import type { SealedLine } from './sealed-assessment.query';
import { whoPart } from './who-words';

export const DECIDE_PARTS: readonly FormPart[] = [
  {
    title: 'What',
    words: {
      service: { label: 'About which tool?', help: 'Leave it empty for AI at all.', kind: 'select' },
      outcome: { label: 'What do you decide?', options: OUTCOME_WORDS, short: true },
    },
  },
  {
    title: 'Why',
    words: {
      benefit: { label: 'What is it hoped to bring, and to whom?' },
      risk: { label: 'What does it put at risk for clients?' },
      reasons: { label: 'How did you weigh the one against the other?' },
      contraryReason: {
        label: 'If it is less strict than the result: why?',
        help: 'Asked only then. What a rule of law stops cannot be decided into use.',
      },
      assessmentDigest: { label: 'Which sealed assessment did you look at?', kind: 'select' },
    },
  },
  {
    title: 'On what conditions',
    rows: {
      list: 'conditions',
      type: DecisionConditionFields,
      words: {
        condition: { label: 'what has to hold', kind: 'text' },
        dueOn: { label: 'by when' },
      },
      one: 'Condition',
    },
  },
  {
    title: 'When you look again',
    words: { reviewOn: { label: 'On which day?', help: 'Two years on at most.' } },
  },
  whoPart('Who', 'decidedBy', 'Who decides for the practice?'),
];

export function decideForm(read: ReadRegisters, sealed: readonly SealedLine[]): RecordForm {
  const here = `${read.at}/registers/practice-decisions`;
  return partedRecordForm(DecideFields, DECIDE_PARTS, choicesOf(read, sealed), {
    title: 'Note a decision',
    lead: 'Your own decision stands beside the one that is worked out, with the result of the day. It changes no level, and lets nothing through that is stopped.',
    back: { href: here, label: 'Decisions' },
    action: here,
    button: 'Note it',
  });
}

function choicesOf(read: ReadRegisters, sealed: readonly SealedLine[]): NonNullable<PartedForm['choices']> {
  const assessments = sealed.map(({ digest, asOf }) => ({
    ...{ key: digest, name: `as of ${shortDate(asOf)} (${digest.slice(0, 12)}…)` },
  }));
  return { service: read.places.services, assessmentDigest: assessments };
}

export class ConditionMetFields {
  @DateField({ description: 'Day on which it was met.' })
  metOn: CalendarDate;
}

export function conditionForm(read: ReadRegisters, condition: string, action: string): RecordForm {
  const parts: readonly FormPart[] = [{ title: '', words: { metOn: { label: 'When was it met?' } } }];
  return partedRecordForm(
    ConditionMetFields,
    parts,
    {},
    {
      title: 'A condition is met',
      lead: `${asSentence(condition)} Once said, it stays on record.`,
      back: { href: `${read.at}/registers/practice-decisions`, label: 'Decisions' },
      action,
      button: 'It is met',
    },
  );
}
