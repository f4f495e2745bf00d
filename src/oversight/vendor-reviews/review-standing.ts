// What a review of a vendor left: points of its agenda that nobody went through, concerns, and what was agreed and is not done. Pure.
import type { CalendarDate } from '../../common/calendar-date';
import type { AgendaPoint, PointStanding } from '../oversight-words';

export interface AgreedStep {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: CalendarDate;
  readonly doneOn?: CalendarDate | null;
}

export interface ReviewHeld {
  readonly points: readonly { readonly point: AgendaPoint; readonly standing: PointStanding }[];
  readonly agreed?: readonly AgreedStep[] | null;
}

export interface ReviewStanding {
  /** of the agenda of its kind: not on record, or said not to have been gone through */
  readonly leftOut: readonly AgendaPoint[];
  readonly concerns: readonly AgendaPoint[];
  readonly open: readonly (AgreedStep & { readonly isOverdue: boolean })[];
  readonly done: readonly (AgreedStep & { readonly isLate: boolean })[];
}

/** @param agenda the points of its kind (catalogs/ai-oversight.yaml) */
export function reviewStanding(
  { points, agreed }: ReviewHeld,
  agenda: readonly AgendaPoint[],
  today: CalendarDate,
): ReviewStanding {
  const went = new Map(points.map(({ point, standing }) => [point, standing]));
  const steps = agreed ?? [];
  return {
    leftOut: agenda.filter((point) => (went.get(point) ?? 'not_discussed') === 'not_discussed'),
    concerns: points.filter(({ standing }) => standing === 'concern').map(({ point }) => point),
    open: steps
      .filter(({ doneOn }) => !doneOn)
      .map((step) => ({ ...step, isOverdue: step.dueOn < today }))
      .sort((first, second) => (first.dueOn < second.dueOn ? -1 : first.dueOn > second.dueOn ? 1 : 0)),
    done: steps
      .filter(({ doneOn }) => doneOn)
      .map((step) => ({ ...step, isLate: (step.doneOn as string) > step.dueOn })),
  };
}
