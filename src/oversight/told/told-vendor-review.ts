import type { VendorReviewFields } from '../vendor-reviews/vendor-review.fields';
import { reviewStanding } from '../vendor-reviews/review-standing';
import {
  counted,
  date,
  day,
  evidenceNames,
  factsOf,
  good,
  weak,
  type Around,
  type ToldCell,
  type ToldOversight,
} from './told';

type Review = VendorReviewFields & { key: string; vendor: string };

export function toldVendorReview(review: Review, around: Around): ToldOversight {
  const { catalog, today } = around;
  const kind = catalog.reviews[review.kind];
  const { leftOut, concerns, open, done } = reviewStanding(review, kind.points, today);
  const overdue = open.filter(({ isOverdue }) => isOverdue).length;
  const conclusion = catalog.conclusions[review.conclusion];
  return {
    ...{ kind: 'vendor_review', key: review.key, service: null, vendor: review.vendor, on: review.doneOn },
    title: kind.title,
    verdict: review.conclusion === 'go_on' ? good(conclusion) : weak(conclusion),
    remarks: [
      ...(concerns.length > 0
        ? [weak(`${counted(concerns.length, 'concern')}: ${titlesOf(concerns, around)}`)]
        : [good('No concern')]),
      ...(leftOut.length > 0 ? [weak(`Not gone through: ${titlesOf(leftOut, around)}`)] : []),
      ...(open.length > 0
        ? [weak(`Agreed and not done: ${open.length}${overdue > 0 ? `, ${overdue} of them overdue` : ''}`)]
        : done.length > 0
          ? [good('All that was agreed is done')]
          : []),
    ],
    facts: factsOf({
      'Held on': day(review.doneOn),
      'Who took part': review.tookPart.join('; '),
      About: review.services.map((key) => around.services.get(key) ?? key).join(', '),
      'What follows': conclusion,
      Why: review.reason,
      'Next one': day(review.nextOn),
      Evidence: evidenceNames(review.evidenceKeys, around),
    }),
    table: {
      title: 'What was gone through and agreed',
      columns: ['What', 'How it stands', 'In words', 'By', 'Until'],
      rows: [
        ...review.points.map(({ point, standing, said }): ToldCell[] => [
          ...[catalog.points[point].title, catalog.standings[standing], said ?? null, null, null],
        ]),
        ...[...open, ...done].map((step): ToldCell[] => [
          ...[
            'Agreed',
            step.doneOn ? 'Done' : isOverdue(step, today) ? 'Overdue' : 'Open',
            step.what,
            step.owner,
          ],
          date(step.dueOn),
        ]),
      ],
    },
  };
}

function isOverdue({ dueOn }: { dueOn: string }, today: string): boolean {
  return dueOn < today;
}

function titlesOf(points: readonly Review['points'][number]['point'][], { catalog }: Around): string {
  return points.map((point) => catalog.points[point].title.toLowerCase()).join(', ');
}
