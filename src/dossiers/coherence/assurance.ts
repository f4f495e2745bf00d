// What SOC 2 reports and other attestations must say together: letters, user entity controls, companies behind, the review.
import type { FaultCode } from '../../common/problems/fault-codes';
import { KINDS_WITHOUT_OPINION, SOC2_REPORT_KINDS } from '../../soc2-reports/soc2-words';
import type { DossierSoc2Report } from '../dossier.document';
import { eachOf, fault, repeatsIn, type CoherenceContext, type CoherenceRule } from './rule';

type Step = string | number;
/** A fault inside one report, by the steps from the report on. */
type At = (code: FaultCode, detail: string, ...steps: Step[]) => ReturnType<typeof fault>;
type InReport = (
  report: DossierSoc2Report,
  at: At,
  context: CoherenceContext,
) => (ReturnType<typeof fault> | false | '' | null | undefined)[];

const ofEachReport =
  (rule: InReport): CoherenceRule =>
  ({ soc2Reports }, context) =>
    eachOf(soc2Reports, (report, index) =>
      rule(report, (code, detail, ...steps) => fault(code, detail, 'soc2Reports', index, ...steps), context),
    );

const opinionsFitTheDocument = ofEachReport(({ kind, opinion }, at) => [
  KINDS_WITHOUT_OPINION.includes(kind) &&
    opinion !== 'not_found' &&
    at(
      'opinion-not-expected',
      'such a document holds no opinion: say not_found, or correct the kind',
      'opinion',
    ),
]);

const issuedAfterThePeriod = ofEachReport(({ kind, periodEnd, issuedOn }, at) => [
  SOC2_REPORT_KINDS.includes(kind) &&
    issuedOn &&
    issuedOn < periodEnd &&
    at('dates-reversed', 'lies before periodEnd; an auditor signs after the period', 'issuedOn'),
]);

const bridgeLettersInOrder = ofEachReport(({ bridgeLetters }, at) =>
  (bridgeLetters ?? []).map(
    ({ from, to }, place) =>
      to < from &&
      at('dates-reversed', 'lies before from; correct one of the two', 'bridgeLetters', place, 'to'),
  ),
);

const failuresAreInTheSample = ofEachReport(({ exceptions }, at) =>
  (exceptions ?? []).map(
    ({ sampleSize, failures }, place) =>
      Boolean(sampleSize) &&
      Boolean(failures) &&
      Number(failures) > Number(sampleSize) &&
      at('number-out-of-range', 'is more than the sample', 'exceptions', place, 'failures'),
  ),
);

/** "Done" needs its day and "not applicable" its reason: neither is taken from the word alone. */
const userEntityControlsAreWhole = ofEachReport(({ userEntityControls }, at, { asOf }) => {
  const controls = userEntityControls ?? [];
  return [
    ...repeatsIn(controls.map(({ key }) => key)).map(([place, first]) =>
      at(
        'duplicate-key',
        `is already the key of userEntityControls/${first}; give each its own`,
        'userEntityControls',
        place,
        'key',
      ),
    ),
    ...controls.flatMap(({ status, doneSince, notApplicableReason }, place) => {
      const here = (field: string): Step[] => ['userEntityControls', place, field];
      return [
        status === 'done' &&
          !doneSince &&
          at('day-missing', 'say since when it is done', ...here('doneSince')),
        status === 'done' &&
          doneSince &&
          asOf &&
          doneSince > asOf &&
          at('dated-in-the-future', `lies after ${asOf}; until then it is planned`, ...here('doneSince')),
        status === 'not_applicable' &&
          !notApplicableReason &&
          at('reason-missing', 'say why the practice has no need of it', ...here('notApplicableReason')),
      ];
    }),
  ];
});

const reviewsAreWhole = ofEachReport(({ periodEnd, review }, at, { asOf }) => [
  review?.conclusion === 'rely_with_conditions' &&
    !review.conditions?.length &&
    at('conditions-missing', 'list the conditions, or conclude "rely"', 'review', 'conditions'),
  review &&
    review.reviewedOn < periodEnd &&
    at('dates-reversed', 'lies before periodEnd; correct one of the two', 'review', 'reviewedOn'),
  review &&
    asOf &&
    review.reviewedOn > asOf &&
    at('dated-in-the-future', `lies after ${asOf}, the date of the assessment`, 'review', 'reviewedOn'),
  review?.nextReviewOn &&
    review.nextReviewOn <= review.reviewedOn &&
    at('dates-reversed', 'does not lie after reviewedOn; correct one of the two', 'review', 'nextReviewOn'),
]);

/** The report of a company behind the vendor, where it is named by key, is another one that is there, and was reviewed on a day. */
const reviewedReportsExist: CoherenceRule = ({ soc2Reports }) => {
  const known = new Set((soc2Reports ?? []).map(({ key }) => key));
  return eachOf(soc2Reports, ({ key, subserviceOrganizations }, index) =>
    (subserviceOrganizations ?? []).flatMap(({ reviewedReport, reviewedOn }, place) => {
      if (!reviewedReport) return [];
      const here = ['soc2Reports', index, 'subserviceOrganizations', place] as const;
      const isThere = known.has(reviewedReport) && reviewedReport !== key;
      return [
        !isThere &&
          fault(
            'unknown-report',
            'no other SOC 2 report has this key; record it or leave the key out',
            ...here,
            'reviewedReport',
          ),
        !reviewedOn && fault('day-missing', 'say on which day it was reviewed', ...here, 'reviewedOn'),
      ];
    }),
  );
};

const attestationsInOrder: CoherenceRule = ({ attestations }, { asOf }) =>
  eachOf(attestations, ({ issuedOn, validUntil, surveillanceOn, withdrawnOn }, index) => {
    const before = (date: string | null | undefined, field: string) =>
      date &&
      date < issuedOn &&
      fault('dates-reversed', 'lies before issuedOn; correct one of the two', 'attestations', index, field);
    const late = (date: string | null | undefined, field: string) =>
      date &&
      asOf &&
      date > asOf &&
      fault(
        'dated-in-the-future',
        `lies after ${asOf}, the date of the assessment`,
        'attestations',
        index,
        field,
      );
    return [
      before(validUntil, 'validUntil'),
      before(surveillanceOn, 'surveillanceOn'),
      before(withdrawnOn, 'withdrawnOn'),
      late(issuedOn, 'issuedOn'),
      late(surveillanceOn, 'surveillanceOn'),
    ];
  });

export const ASSURANCE_RULES: readonly CoherenceRule[] = [
  opinionsFitTheDocument,
  issuedAfterThePeriod,
  bridgeLettersInOrder,
  failuresAreInTheSample,
  userEntityControlsAreWhole,
  reviewsAreWhole,
  reviewedReportsExist,
  attestationsInOrder,
];
