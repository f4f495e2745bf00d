// The register of training: who lacks what, by person, and each module with who has passed it.
import type { TrainingCatalog } from '../catalogs/training-modules.shape';
import type { CalendarDate } from '../common/calendar-date';
import { stillCounts } from '../records/attested';
import { correctionWords } from '../records/correction-words';
import { STAFF_JOB_WORDS, type TrainingModule } from '../workforce/training-module';
import { trainingStanding, type TrainedPerson, type TrainingState } from '../workforce/training-standing';
import type { PolicyFactsRow } from './policy-facts.query';

export const TRAINING_STATE_WORDS: Readonly<Record<TrainingState, string>> = {
  current: 'Passed',
  missing: 'Not yet',
  overdue: 'Overdue',
  failed: 'Not passed',
};

const MARKS: Readonly<Record<TrainingState, string>> = {
  current: 'done',
  missing: 'due',
  overdue: 'overdue',
  failed: 'overdue',
};

export interface TrainingView {
  here: string;
  staffHref: string;
  noStaff: boolean;
  people: {
    name: string;
    jobs: string;
    lacking: { title: string; state: string; mark: string; dueOn: CalendarDate; href: string }[];
    passed: number;
    of: number;
  }[];
  modules: { href: string; title: string; forWhom: string; months: number; passed: string }[];
  done: {
    title: string;
    name: string;
    on: CalendarDate;
    passed: boolean;
    by: string;
    corrections: string[];
    /** false where a correction says that it does not count */
    counts: boolean;
    correctHref: string;
  }[];
  hidden: number;
}

const MOST_DONE = 100;

export function trainingView(
  at: string,
  facts: PolicyFactsRow,
  today: CalendarDate,
  { modules, firstWithinDays }: TrainingCatalog,
): TrainingView {
  const here = `${at}/registers/training`;
  const people = facts.staff.map(trainedPerson);
  const standings = trainingStanding(people, modules, facts.training, { today, firstWithinDays });
  const names = new Map(facts.staff.map(({ key, name }) => [key, name]));
  const titles = new Map<string, string>(modules.map(({ id, title }) => [id, title]));
  const keys = [...new Set(standings.map(({ person }) => person.key))];
  return {
    ...{ here, staffHref: `${at}/registers/staff`, noStaff: facts.staff.length === 0 },
    people: keys.map((key) => {
      const own = standings.filter(({ person }) => person.key === key);
      const [{ person } = { person: null }] = own;
      return {
        name: person?.name ?? '',
        jobs: (person?.jobs ?? []).map((job) => STAFF_JOB_WORDS[job]).join(', '),
        lacking: own
          .filter(({ state }) => state !== 'current')
          .map(({ module, state, dueOn }) => ({
            title: module.title,
            ...{ state: TRAINING_STATE_WORDS[state], mark: MARKS[state], dueOn },
            href: `${here}/new?of=${key}&module=${module.id}`,
          })),
        passed: own.filter(({ state }) => state === 'current').length,
        of: own.length,
      };
    }),
    modules: modules.map((module) => {
      const own = standings.filter((one) => one.module.id === module.id);
      const passed = own.filter(({ state }) => state === 'current').length;
      return {
        href: `${here}/modules/${module.id}`,
        ...{ title: module.title, forWhom: forWhomOf(module), months: module.months },
        passed: own.length === 0 ? 'nobody has this job' : `${passed} of ${own.length}`,
      };
    }),
    done: facts.training.slice(0, MOST_DONE).map((one) => ({
      title: titles.get(one.module) ?? one.module,
      name: names.get(one.staffMember) ?? one.staffMember,
      ...{ on: one.completedOn, passed: one.passed, by: `${one.judgedBy.name}, ${one.judgedBy.role}` },
      corrections: (one.corrections ?? []).map(correctionWords),
      counts: stillCounts(one),
      correctHref: `${here}/${one.id}/corrections/new`,
    })),
    hidden: Math.max(0, facts.training.length - MOST_DONE),
  };
}

export function forWhomOf({ jobs }: Pick<TrainingModule, 'jobs'>): string {
  return jobs.map((job) => (job === 'everybody' ? 'Everybody' : STAFF_JOB_WORDS[job])).join(', ');
}

export function trainedPerson(person: PolicyFactsRow['staff'][number]): TrainedPerson {
  const { key, name, jobs, startedOn, leftOn, recordedOn } = person;
  return { key, name, jobs, startedOn: startedOn ?? null, leftOn: leftOn ?? null, recordedOn };
}
