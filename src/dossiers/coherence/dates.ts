// Dates that cannot be so: ends before beginnings, periods turned round, facts from after the date of the assessment.
import type { FaultCode } from '../../common/problems/fault-codes';
import { eachOf, fault, type CoherenceRule } from './rule';

/** A Type 2 report covers a period, a Type 1 report a day; a bridge letter begins where the period ends. */
const soc2PeriodsInOrder: CoherenceRule = ({ soc2Reports }) =>
  eachOf(soc2Reports, ({ kind, periodStart, periodEnd, bridgeLetterUntil }, index) => {
    const at = (code: FaultCode, field: string, detail: string) =>
      fault(code, detail, 'soc2Reports', index, field);
    return [
      kind === 'soc2_type_2' &&
        !periodStart &&
        at('period-start-missing', 'periodStart', 'a Type 2 report states the first day of its period'),
      kind === 'soc2_type_1' &&
        periodStart &&
        at(
          'period-start-not-expected',
          'periodStart',
          'a Type 1 report is of one day: give it as periodEnd, or correct the kind',
        ),
      isBefore(periodEnd, periodStart) &&
        at('dates-reversed', 'periodStart', 'lies after periodEnd; correct one of the two'),
      bridgeLetterUntil &&
        bridgeLetterUntil <= periodEnd &&
        at(
          'dates-reversed',
          'bridgeLetterUntil',
          'does not reach beyond periodEnd; correct the date or leave the letter out',
        ),
    ];
  });

const withdrawnAfterDecided: CoherenceRule = ({ adjustments }) =>
  eachOf(adjustments, ({ decidedOn, withdrawal }, index) => [
    isBefore(withdrawal?.on, decidedOn) &&
      fault(
        'dates-reversed',
        'lies before the date of the decision; correct one of the two',
        ...['adjustments', index, 'withdrawal', 'on'],
      ),
  ]);

/** What was answered, decided or examined after the date of the assessment was not known then. */
const nothingFromTheFuture: CoherenceRule = ({ checklists, adjustments, soc2Reports }, { asOf }) => {
  if (!asOf) return [];
  const detail = `lies after ${asOf}, the date of the assessment; correct it, or assess for a later date`;
  const late = (date: string, ...steps: (string | number)[]) =>
    date > asOf && fault('dated-in-the-future', detail, ...steps);
  return [
    ...eachOf(checklists, ({ answers }, index) =>
      answers.map(({ answeredOn }, answer) =>
        late(answeredOn, 'checklists', index, 'answers', answer, 'answeredOn'),
      ),
    ),
    ...eachOf(adjustments, ({ decidedOn, withdrawal }, index) => [
      late(decidedOn, 'adjustments', index, 'decidedOn'),
      withdrawal && late(withdrawal.on, 'adjustments', index, 'withdrawal', 'on'),
    ]),
    ...eachOf(soc2Reports, ({ periodEnd }, index) => [late(periodEnd, 'soc2Reports', index, 'periodEnd')]),
  ];
};

function isBefore(date?: string | null, other?: string | null): boolean {
  return Boolean(date && other && date < other);
}

export const DATE_RULES: readonly CoherenceRule[] = [
  soc2PeriodsInOrder,
  withdrawnAfterDecided,
  nothingFromTheFuture,
];
