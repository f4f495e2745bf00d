// Who lacks which training on a day, from the list of staff, the modules for their jobs and what was completed. Pure.
import { addDays, addMonths, type CalendarDate } from '../common/calendar-date';
import { stillCounts } from '../records/attested';
import type { CorrectionFields } from '../records/correction.fields';
import { isFor, type StaffJob, type TrainingModule } from './training-module';

export interface TrainedPerson {
  readonly key: string;
  readonly name: string;
  readonly jobs: readonly StaffJob[];
  readonly startedOn: CalendarDate | null;
  readonly leftOn: CalendarDate | null;
  /** the day on which the person was put on the list */
  readonly recordedOn: CalendarDate;
}

export interface CompletedTraining {
  readonly staffMember: string;
  readonly module: string;
  readonly completedOn: CalendarDate;
  readonly passed: boolean;
  readonly corrections?: readonly CorrectionFields[] | null;
}

/** `missing`: never passed, and time is left; `overdue`: never passed in time, or passed too long ago; `failed`: tried last without passing. */
export const TRAINING_STATES = ['current', 'missing', 'overdue', 'failed'] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

export interface TrainingStanding<P extends TrainedPerson> {
  readonly person: P;
  readonly module: TrainingModule;
  readonly state: TrainingState;
  /** the last time that it was passed; null for never */
  readonly passedOn: CalendarDate | null;
  /** by when it is to be passed, the first time or again */
  readonly dueOn: CalendarDate;
}

/**
 * One for each person who works here on the day and each module for their jobs, in the order of people and of modules. The first time is due so many days after somebody
 * began, or was put on the list where that is later; then the module's months after it was last passed. What was completed after the day does not count, nor what a correction says does not.
 */
export function trainingStanding<P extends TrainedPerson>(
  people: readonly P[],
  modules: readonly TrainingModule[],
  completed: readonly CompletedTraining[],
  { today, firstWithinDays }: { today: CalendarDate; firstWithinDays: number },
): TrainingStanding<P>[] {
  return people
    .filter(({ startedOn, leftOn }) => (startedOn ?? today) <= today && (leftOn ?? today) >= today)
    .flatMap((person) =>
      modules
        .filter((module) => isFor(module, person.jobs))
        .map((module) => standingOf(person, module, completed, { today, firstWithinDays })),
    );
}

function standingOf<P extends TrainedPerson>(
  person: P,
  module: TrainingModule,
  completed: readonly CompletedTraining[],
  { today, firstWithinDays }: { today: CalendarDate; firstWithinDays: number },
): TrainingStanding<P> {
  const own = completed.filter(
    (one) =>
      one.staffMember === person.key &&
      one.module === module.id &&
      one.completedOn <= today &&
      stillCounts(one),
  );
  const passedOn = latest(own.filter(({ passed }) => passed));
  const failedOn = latest(own.filter(({ passed }) => !passed));
  const began =
    person.startedOn !== null && person.startedOn > person.recordedOn ? person.startedOn : person.recordedOn;
  const dueOn = passedOn === null ? addDays(began, firstWithinDays) : addMonths(passedOn, module.months);
  const state = stateOf({ passedOn, failedOn, dueOn, today });
  return { person, module, state, passedOn, dueOn };
}

function stateOf({
  passedOn,
  failedOn,
  dueOn,
  today,
}: {
  passedOn: CalendarDate | null;
  failedOn: CalendarDate | null;
  dueOn: CalendarDate;
  today: CalendarDate;
}): TrainingState {
  if (failedOn !== null && (passedOn === null || failedOn > passedOn)) return 'failed';
  if (dueOn < today) return 'overdue';
  return passedOn === null ? 'missing' : 'current';
}

function latest(list: readonly CompletedTraining[]): CalendarDate | null {
  return list.reduce<CalendarDate | null>(
    (last, { completedOn }) => (last === null || completedOn > last ? completedOn : last),
    null,
  );
}
