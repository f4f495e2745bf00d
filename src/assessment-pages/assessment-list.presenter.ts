// The assessments of a practice, newest first.
import type { AssessmentResponse } from '../assessments/assessment.dto';
import type { Page } from '../common/http/paging';
import { standingOf, type StandingView } from './assessment-state';

export interface AssessmentListView {
  at: string;
  rows: {
    href: string;
    asOf: string;
    createdAt: Date;
    standing: StandingView;
    openComments: number;
    /** what it has to do with another assessment; empty for most */
    beside: string;
  }[];
  /** where older ones are; empty on the last page */
  older: string;
  isFirst: boolean;
  canCompare: boolean;
}

export function assessmentListView(
  at: string,
  { items, nextCursor }: Page<AssessmentResponse>,
  isFirst: boolean,
): AssessmentListView {
  return {
    at,
    rows: items.map(({ id, asOf, createdAt, supersedes, openComments, ...row }) => ({
      href: `${at}/assessments/${id}`,
      asOf,
      createdAt,
      openComments,
      standing: standingOf(row),
      beside: supersedes ? 'took the place of one from which text was taken out' : '',
    })),
    older: nextCursor ? `${at}/assessments?cursor=${nextCursor}` : '',
    isFirst,
    canCompare: items.filter(({ redactedAt }) => redactedAt === null).length > 1,
  };
}
