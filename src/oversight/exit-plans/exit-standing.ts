// How ready a practice is to leave a tool, and how far a leaving has come that is under way. Pure. That data is returned or destroyed at the end has to stand in the
// agreement (45 CFR 164.504(e)(2)(ii)(J)); how long that takes, and whether it is certified, is what exit terms on record say.
import { addDays, addMonths, type CalendarDate } from '../../common/calendar-date';
import type { YesNoUnknown } from '../../common/words';
import type { TrialResult } from '../oversight-words';

export interface ExitTrial {
  readonly triedOn: CalendarDate;
  readonly result: TrialResult;
  readonly evidence?: string | null;
}

export interface PlannedExit {
  readonly goesTo?: string | null;
  readonly formats?: readonly string[] | null;
  readonly noticeDays?: number | null;
  readonly trials?: readonly ExitTrial[] | null;
  /** the last day of use, once leaving is decided */
  readonly leavingOn?: CalendarDate | null;
  readonly accessUntil?: CalendarDate | null;
  readonly certificateOn?: CalendarDate | null;
}

/** What the vendor promised of leaving, where that is on record. */
export interface PromisedExit {
  readonly exportFormats?: readonly string[] | null;
  readonly transitionDays?: number | null;
  readonly deletionDays?: number | null;
  readonly backupDays?: number | null;
  readonly certificateOfDestruction?: YesNoUnknown | null;
}

export const EXIT_LACKS = [
  'destination',
  'formats',
  'notice',
  'trial',
  'terms',
  'certificate_promised',
] as const;
export type ExitLack = (typeof EXIT_LACKS)[number];

export type TrialState = 'never' | 'failed' | 'partly' | 'old' | 'current';
export type CertificateState = 'not_leaving' | 'not_due' | 'awaited' | 'received' | 'no_day';

export interface ExitStanding {
  readonly lacks: readonly ExitLack[];
  readonly trial: TrialState;
  readonly lastTrial: ExitTrial | null;
  readonly nextTrialOn: CalendarDate | null;
  /** until when the practice still gets in: as agreed, or as the exit terms say */
  readonly accessUntil: CalendarDate | null;
  /** by when the data has to be gone, backups included; null where no term is on record */
  readonly destroyedBy: CalendarDate | null;
  readonly certificate: CertificateState;
}

/** @param currentMonths for which a tried export says something (catalogs/ai-oversight.yaml) */
export function exitStanding(
  plan: PlannedExit,
  terms: PromisedExit | null,
  currentMonths: number,
  today: CalendarDate,
): ExitStanding {
  const lastTrial = lastOf(plan.trials ?? []);
  const nextTrialOn = lastTrial && addMonths(lastTrial.triedOn, currentMonths);
  const trial = trialState(lastTrial, nextTrialOn, today);
  const { leavingOn } = plan;
  const destroyedBy = leavingOn ? destroyedOn(leavingOn, terms) : null;
  const promised =
    leavingOn && terms?.transitionDays != null ? addDays(leavingOn, terms.transitionDays) : null;
  return {
    lacks: lacksOf(plan, terms, trial),
    ...{ trial, lastTrial, nextTrialOn, destroyedBy },
    accessUntil: plan.accessUntil ?? promised,
    certificate: certificateState(plan, destroyedBy, today),
  };
}

/** Of two on one day the worse counts: what failed once that day can fail again. */
function lastOf(trials: readonly ExitTrial[]): ExitTrial | null {
  const worse: readonly TrialResult[] = ['complete', 'partly', 'failed'];
  return trials.reduce<ExitTrial | null>(
    (last, one) =>
      last === null ||
      one.triedOn > last.triedOn ||
      (one.triedOn === last.triedOn && worse.indexOf(one.result) > worse.indexOf(last.result))
        ? one
        : last,
    null,
  );
}

function trialState(last: ExitTrial | null, nextOn: CalendarDate | null, today: CalendarDate): TrialState {
  if (!last || !nextOn) return 'never';
  if (last.result !== 'complete') return last.result;
  return nextOn < today ? 'old' : 'current';
}

function destroyedOn(leavingOn: CalendarDate, terms: PromisedExit | null): CalendarDate | null {
  if (terms?.deletionDays == null) return null;
  return addDays(leavingOn, terms.deletionDays + (terms.backupDays ?? 0));
}

function lacksOf(plan: PlannedExit, terms: PromisedExit | null, trial: TrialState): ExitLack[] {
  const lacks: Record<ExitLack, boolean> = {
    destination: !plan.goesTo,
    formats: !plan.formats?.length && !terms?.exportFormats?.length,
    notice: plan.noticeDays == null,
    trial: trial !== 'current',
    terms: terms === null,
    certificate_promised: terms !== null && terms.certificateOfDestruction !== 'yes',
  };
  return EXIT_LACKS.filter((lack) => lacks[lack]);
}

function certificateState(
  { leavingOn, certificateOn }: PlannedExit,
  destroyedBy: CalendarDate | null,
  today: CalendarDate,
): CertificateState {
  if (certificateOn) return 'received';
  if (!leavingOn) return 'not_leaving';
  if (leavingOn >= today) return 'not_due';
  if (destroyedBy === null) return 'no_day';
  return destroyedBy < today ? 'awaited' : 'not_due';
}
