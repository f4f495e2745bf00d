import type { LogReviewFields } from '../log-reviews/log-review.fields';
import {
  counted,
  day,
  evidenceNames,
  factsOf,
  good,
  weak,
  type Around,
  type ToldOversight,
  type ToldRemark,
} from './told';

type Review = LogReviewFields & { key: string; service: string };

export function toldLogReview(review: Review, around: Around): ToldOversight {
  const { catalog } = around;
  const { entries, lookedAt, anomalies } = review;
  return {
    ...{ kind: 'log_review', key: review.key, service: review.service, vendor: null, on: review.doneOn },
    title: catalog.logs[review.log].title,
    verdict: verdictOn(review),
    remarks: [
      ...(lookedAt === 0 && entries > 0 ? [weak('No entry was looked at')] : []),
      ...(entries === 0 ? [weak('The log has no entries of the period: see that it is kept')] : []),
      ...(review.incident ? [weak('It led to an incident')] : []),
    ],
    facts: factsOf({
      'First day': day(review.periodStart),
      'Last day': day(review.periodEnd),
      'Done on': day(review.doneOn),
      'Who went through it': review.doneBy,
      'Entries in the log': entries,
      'Looked at': lookedAt,
      'How they were chosen': catalog.entryChoices[review.chosen],
      'What followed': review.followUp,
      'Next review': day(review.nextOn),
      Evidence: evidenceNames(review.evidenceKeys, around),
    }),
    table:
      anomalies.length === 0
        ? null
        : {
            title: 'What was odd',
            columns: ['What', 'Found', 'Not cleared up'],
            rows: anomalies.map(({ kind, found, open }) => [catalog.anomalies[kind], found, open]),
          },
  };
}

function verdictOn({ anomalies, lookedAt, entries }: Review): ToldRemark {
  const open = anomalies.reduce((sum, one) => sum + one.open, 0);
  const found = anomalies.reduce((sum, one) => sum + one.found, 0);
  if (open > 0) return weak(`${counted(open, 'thing')} of ${found} not cleared up`);
  if (found > 0) return good(`${counted(found, 'odd thing')}, all cleared up`);
  return lookedAt === 0 && entries > 0 ? weak('Nothing was looked at') : good('Nothing odd');
}
