// The registers of living with AI by themselves: days in an order that can be, counts that add up, decisions that are whole, nothing claimed without its ground.
import { REDACTED } from '../../common/redacted-mark';
import type { FaultCode } from '../../common/problems/fault-codes';
import { eachOf, fault, repeatsIn, type CoherenceRule } from './rule';

type Place = readonly (string | number)[];

/** Days by name of which the first may not lie before the second; the fault points at the first. */
const IN_ORDER = {
  biasAudits: [
    ['periodEnd', 'periodStart'],
    ['doneOn', 'periodEnd'],
    ['nextOn', 'doneOn'],
  ],
  logReviews: [
    ['periodEnd', 'periodStart'],
    ['doneOn', 'periodEnd'],
    ['nextOn', 'doneOn'],
  ],
  disputedDecisions: [
    ['decidedOn', 'receivedOn'],
    ['toldOn', 'decidedOn'],
    ['appealOn', 'decidedOn'],
    ['appealDecidedOn', 'appealOn'],
  ],
  performanceMeasurements: [
    ['periodEnd', 'periodStart'],
    ['creditClaimedOn', 'periodStart'],
  ],
  vendorReviews: [['nextOn', 'doneOn']],
  exitPlans: [
    ['accessUntil', 'leavingOn'],
    ['certificateOn', 'leavingOn'],
  ],
} as const;
type OversightList = keyof typeof IN_ORDER;
type Days = Readonly<Record<string, string | null | undefined>>;

/** Days of what has happened: none of them can lie ahead. Days that are planned can. */
const HAPPENED: Readonly<Record<OversightList, readonly string[]>> = {
  biasAudits: ['periodEnd', 'doneOn', 'thresholdSetOn'],
  logReviews: ['periodEnd', 'doneOn'],
  disputedDecisions: ['receivedOn', 'decidedOn', 'toldOn', 'appealOn', 'appealDecidedOn'],
  performanceMeasurements: ['periodEnd', 'creditClaimedOn'],
  vendorReviews: ['doneOn'],
  exitPlans: ['certificateOn'],
};

const LISTS = Object.keys(IN_ORDER) as OversightList[];

const oversightDaysInOrder: CoherenceRule = (dossier) =>
  LISTS.flatMap((list) =>
    eachOf(dossier[list] as unknown as Days[], (record, index) =>
      IN_ORDER[list].map(
        ([later, earlier]) =>
          isBefore(record[later], record[earlier]) &&
          fault('dates-reversed', `lies before ${earlier}; correct one of the two`, list, index, later),
      ),
    ),
  );

const oversightNotAhead: CoherenceRule = (dossier, { asOf, today = asOf }) => {
  if (!today) return [];
  const ahead = (day: string | null | undefined, ...at: Place) =>
    day &&
    day > today &&
    fault('dated-in-the-future', `lies after ${today}; say it once it has happened`, ...at);
  return [
    ...LISTS.flatMap((list) =>
      eachOf(dossier[list] as unknown as Days[], (record, index) =>
        HAPPENED[list].map((field) => ahead(record[field], list, index, field)),
      ),
    ),
    ...eachOf(dossier.vendorReviews, ({ agreed }, index) =>
      (agreed ?? []).map(({ doneOn }, place) =>
        ahead(doneOn, 'vendorReviews', index, 'agreed', place, 'doneOn'),
      ),
    ),
    ...eachOf(dossier.exitPlans, ({ trials }, index) =>
      (trials ?? []).map(({ triedOn }, place) =>
        ahead(triedOn, 'exitPlans', index, 'trials', place, 'triedOn'),
      ),
    ),
  ];
};

const auditsCanBeCounted: CoherenceRule = ({ biasAudits }) =>
  eachOf(biasAudits, ({ groups, doneOn, thresholdSetOn }, index) => {
    const at = (code: FaultCode, detail: string, ...place: Place) =>
      fault(code, detail, 'biasAudits', index, ...place);
    const names = groups.map(({ dimension, group }) => `${dimension} ${group.trim().toLowerCase()}`);
    return [
      thresholdSetOn > doneOn &&
        at(
          'threshold-set-late',
          'lies after the audit: whoever knows the result can set a threshold that it passes',
          'thresholdSetOn',
        ),
      ...groups.map(
        ({ people, wellServed }, place) =>
          wellServed > people &&
          at(
            'counts-do-not-add-up',
            `is more than the ${people} who were counted`,
            'groups',
            place,
            'wellServed',
          ),
      ),
      ...groups.map(
        ({ dimension }, place) =>
          groups.filter((one) => one.dimension === dimension).length < 2 &&
          at(
            'group-alone',
            'has nothing to be compared with; add another group of it',
            'groups',
            place,
            'dimension',
          ),
      ),
      ...repeatsIn(names).map(
        ([place, first]) =>
          // two groups whose names were taken out may have been two
          !groups[place]?.group.includes(REDACTED) &&
          at(
            'group-twice',
            `is counted already in groups/${first}; add the two up`,
            'groups',
            place,
            'group',
          ),
      ),
    ];
  });

const logsCanBeCounted: CoherenceRule = ({ logReviews }) =>
  eachOf(logReviews, ({ entries, lookedAt, chosen, anomalies, followUp }, index) => {
    const at = (code: FaultCode, detail: string, ...place: Place) =>
      fault(code, detail, 'logReviews', index, ...place);
    return [
      lookedAt > entries &&
        at('counts-do-not-add-up', `is more than the ${entries} entries that the log has`, 'lookedAt'),
      chosen === 'all' &&
        lookedAt < entries &&
        at(
          'counts-do-not-add-up',
          `says that all ${entries} were looked at, but lookedAt does not`,
          'chosen',
        ),
      ...anomalies.flatMap(({ found, open }, place) => [
        found > lookedAt &&
          at(
            'counts-do-not-add-up',
            `is more than the ${lookedAt} that were looked at`,
            'anomalies',
            place,
            'found',
          ),
        open > found &&
          at('counts-do-not-add-up', `is more than the ${found} that were found`, 'anomalies', place, 'open'),
      ]),
      ...repeatsIn(anomalies.map(({ kind }) => kind)).map(([place, first]) =>
        at('found-twice', `stands already at anomalies/${first}; add the two up`, 'anomalies', place, 'kind'),
      ),
      anomalies.length > 0 &&
        !followUp &&
        at('reason-missing', 'say what followed from what was odd', 'followUp'),
    ];
  });

const disputesAreDecidedWhole: CoherenceRule = ({ disputedDecisions }) =>
  eachOf(disputedDecisions, (dispute, index) => {
    const at = (code: FaultCode, detail: string, place: string) =>
      fault(code, detail, 'disputedDecisions', index, place);
    const { decidedOn, outcome, reviewer, reason, toldOn, appealOn } = dispute;
    const { appealDecidedOn, appealOutcome, appealReviewer } = dispute;
    return [
      !decidedOn !== !outcome &&
        at('decision-unfinished', 'and decidedOn stand together: say both, or neither', 'outcome'),
      outcome &&
        !reviewer &&
        at('decision-unfinished', 'say who decided: a person, by name and role', 'reviewer'),
      outcome && !reason && at('reason-missing', 'say why, without saying who it was about', 'reason'),
      toldOn &&
        !decidedOn &&
        at('decision-unfinished', 'is for a decision; say first what was decided', 'toldOn'),
      appealOn &&
        !decidedOn &&
        at('appeal-too-early', 'follows a decision; say first what was decided', 'appealOn'),
      !appealDecidedOn !== !appealOutcome &&
        at(
          'decision-unfinished',
          'and appealDecidedOn stand together: say both, or neither',
          'appealOutcome',
        ),
      appealOutcome &&
        !appealReviewer &&
        at('decision-unfinished', 'say who decided the appeal', 'appealReviewer'),
      appealOutcome && !appealOn && at('day-missing', 'say when the appeal was asked for', 'appealOn'),
    ];
  });

const figuresFitTheirUnit: CoherenceRule = ({ performanceMeasurements }) =>
  eachOf(performanceMeasurements, ({ measured, unit, serviceLevel, credit, creditClaimedOn }, index) => {
    const at = (code: FaultCode, detail: string, place: string) =>
      fault(code, detail, 'performanceMeasurements', index, place);
    const isClaimed = credit != null && credit !== 'not_claimed';
    return [
      unit === 'percent' &&
        measured > 100 &&
        at('number-out-of-unit', 'must be at most 100 percent', 'measured'),
      isClaimed &&
        !serviceLevel &&
        at('credit-not-expected', 'names the promise that was not kept', 'serviceLevel'),
      isClaimed &&
        !creditClaimedOn &&
        at('day-missing', 'say when the credit was claimed', 'creditClaimedOn'),
      creditClaimedOn &&
        !isClaimed &&
        at('credit-not-expected', 'is for a credit that was claimed', 'creditClaimedOn'),
    ];
  });

/** What a kind of figure can be measured in is known from the catalog. */
const figuresHaveTheirUnits: CoherenceRule = ({ performanceMeasurements }, { oversight }) =>
  eachOf(oversight && performanceMeasurements, ({ figure, unit }, index) => {
    const { units, title } = oversight?.figures[figure] ?? { units: [unit], title: '' };
    const detail = `does not measure “${title}”; take one of: ${units.join(', ')}`;
    return [
      !units.includes(unit) && fault('unit-not-expected', detail, 'performanceMeasurements', index, 'unit'),
    ];
  });

const reviewsAreWhole: CoherenceRule = ({ vendorReviews }) =>
  eachOf(vendorReviews, ({ points, conclusion, reason }, index) => {
    const at = (code: FaultCode, detail: string, ...place: Place) =>
      fault(code, detail, 'vendorReviews', index, ...place);
    return [
      ...repeatsIn(points.map(({ point }) => point)).map(([place, first]) =>
        at(
          'gone-through-twice',
          `stands already at points/${first}; put the two together`,
          'points',
          place,
          'point',
        ),
      ),
      ...points.map(
        ({ standing, said }, place) =>
          standing === 'concern' &&
          !said &&
          at('reason-missing', 'say what the concern is', 'points', place, 'said'),
      ),
      conclusion !== 'go_on' &&
        !reason &&
        at('reason-missing', 'say why, and under which conditions', 'reason'),
    ];
  });

const leavingHasItsDay: CoherenceRule = ({ exitPlans }) =>
  eachOf(exitPlans, ({ leavingOn, certificateOn, certificateEvidence, accessUntil }, index) => {
    const at = (code: FaultCode, detail: string, place: string) =>
      fault(code, detail, 'exitPlans', index, place);
    return [
      (certificateOn || accessUntil) &&
        !leavingOn &&
        at('day-missing', 'say which is the last day of use', 'leavingOn'),
      certificateEvidence &&
        !certificateOn &&
        at('day-missing', 'say when the certificate came', 'certificateOn'),
      certificateOn &&
        !certificateEvidence &&
        at('evidence-missing', 'name the evidence that holds the certificate', 'certificateEvidence'),
    ];
  });

function isBefore(date?: string | null, other?: string | null): boolean {
  return Boolean(date && other && date < other);
}

export const OVERSIGHT_COURSE_RULES: readonly CoherenceRule[] = [
  oversightDaysInOrder,
  oversightNotAhead,
  auditsCanBeCounted,
  logsCanBeCounted,
  disputesAreDecidedWhole,
  figuresFitTheirUnit,
  figuresHaveTheirUnits,
  reviewsAreWhole,
  leavingHasItsDay,
];
