// The dates of an agreement and its amendments, in the order in which they can have happened.
import type { AgreementFields } from '../../business-associate-agreements/agreement.fields';
import type { AmendmentFields } from '../../business-associate-agreements/amendment.fields';
import type { Fault } from '../../common/problems/domain.error';
import { eachOf, fault, type CoherenceRule } from './rule';

type MaybeFault = Fault | false | '' | null | undefined;

/**
 * In force from `effectiveOn`, or the signature when left out. A signature after the first day in force is let be (parties do
 * agree backwards, though it counts from the signature), one after the last day is not; and what nobody signed cannot have been
 * terminated. One that renews by itself may be terminated after its first term.
 */
const agreementDatesInOrder: CoherenceRule = ({ agreements }) =>
  eachOf(agreements, (agreement, index) => {
    const { signedOn, effectiveOn, endsOn, terminatedOn, supersededOn, autoRenews } = agreement;
    const start = effectiveOn ?? signedOn;
    const startName = effectiveOn ? 'effectiveOn' : 'signedOn';
    const reversed = (field: string, detail: string) =>
      fault('dates-reversed', detail, 'agreements', index, field);
    return [
      isBefore(endsOn, start) && reversed('endsOn', `lies before ${startName}; correct one of the two`),
      isBefore(terminatedOn, start) &&
        reversed('terminatedOn', `lies before ${startName}; correct one of the two`),
      isBefore(supersededOn, start) &&
        reversed('supersededOn', `lies before ${startName}; correct one of the two`),
      !autoRenews &&
        isBefore(lastEndOf(agreement), terminatedOn) &&
        reversed('terminatedOn', 'lies after endsOn; leave it out when the agreement ran its term'),
      effectiveOn &&
        isBefore(endsOn, signedOn) &&
        reversed('signedOn', 'lies after endsOn; correct one of the two'),
      effectiveOn &&
        isBefore(terminatedOn, signedOn) &&
        reversed('signedOn', 'lies after terminatedOn; correct one of the two'),
      terminatedOn &&
        !signedOn &&
        fault(
          'signature-missing',
          'is needed: an agreement that nobody signed cannot be terminated',
          'agreements',
          index,
          'signedOn',
        ),
    ];
  });

/** Asked for, sent, negotiated, signed: each may be left out, none comes after a later one. */
const stagesInOrder: CoherenceRule = ({ agreements }) =>
  eachOf(agreements, ({ requestedOn, sentOn, negotiatingSince, signedOn }, index) => {
    const after = (field: string, date: string | null | undefined, other: string, earlier?: string | null) =>
      isBefore(date, earlier) &&
      fault('dates-reversed', `lies before ${other}; correct one of the two`, 'agreements', index, field);
    return [
      after('sentOn', sentOn, 'requestedOn', requestedOn),
      after('negotiatingSince', negotiatingSince, 'requestedOn', requestedOn),
      after('signedOn', signedOn, 'requestedOn', requestedOn),
      after('signedOn', signedOn, 'sentOn', sentOn),
      after('signedOn', signedOn, 'negotiatingSince', negotiatingSince),
    ];
  });

const renewalsAreWhole: CoherenceRule = ({ agreements }) =>
  eachOf(agreements, ({ autoRenews, endsOn, renewalTermMonths }, index) => {
    const missing = (field: string, detail: string) =>
      fault('renewal-term-missing', detail, 'agreements', index, field);
    return [
      autoRenews &&
        !endsOn &&
        missing('endsOn', 'is needed: the last day of the first term, after which it renews'),
      autoRenews &&
        !renewalTermMonths &&
        missing('renewalTermMonths', 'is needed: the months by which it renews'),
    ];
  });

/** An amendment comes after the agreement that it amends and before its end; what nobody signed amends nothing, and may still be without dates. */
const amendmentDatesInOrder: CoherenceRule = ({ agreements }) =>
  eachOf(agreements, (agreement, index) =>
    (agreement.amendments ?? []).flatMap((amendment, place) =>
      faultsOfAmendment(agreement, amendment, ['agreements', index, 'amendments', place]),
    ),
  );

function faultsOfAmendment(
  { signedOn, effectiveOn, terminatedOn, supersededOn }: AgreementFields,
  amendment: AmendmentFields,
  place: (string | number)[],
): MaybeFault[] {
  const reversed = (field: string, detail: string) => fault('dates-reversed', detail, ...place, field);
  const start = amendment.effectiveOn ?? amendment.signedOn;
  const startName = amendment.effectiveOn ? 'effectiveOn' : 'signedOn';
  return [
    amendment.signedOn &&
      !signedOn &&
      fault(
        'signature-missing',
        'amends an agreement that nobody signed; record the signature of the agreement',
        ...place,
        'signedOn',
      ),
    isBefore(amendment.signedOn, signedOn) &&
      reversed('signedOn', 'lies before the signature of the agreement; correct one of the two'),
    isBefore(amendment.effectiveOn, effectiveOn ?? signedOn) &&
      reversed('effectiveOn', 'lies before the first day of the agreement; correct one of the two'),
    isBefore(amendment.endsOn, start) &&
      reversed('endsOn', `lies before ${startName}; correct one of the two`),
    isBefore(terminatedOn, amendment.signedOn) &&
      reversed('signedOn', 'lies after the termination of the agreement; correct one of the two'),
    isBefore(supersededOn, amendment.signedOn) &&
      reversed('signedOn', 'lies after another agreement took its place; correct one of the two'),
  ];
}

/** The last day in force that the agreement or one of its amendments names; null when one of them leaves it open. */
function lastEndOf({ endsOn, amendments }: AgreementFields): string | null {
  if (!endsOn) return null;
  return (amendments ?? []).reduce(
    (end, amendment) => (amendment.endsOn && amendment.endsOn > end ? amendment.endsOn : end),
    endsOn,
  );
}

function isBefore(date?: string | null, other?: string | null): boolean {
  return Boolean(date && other && date < other);
}

export const AGREEMENT_DATE_RULES: readonly CoherenceRule[] = [
  agreementDatesInOrder,
  stagesInOrder,
  renewalsAreWhole,
  amendmentDatesInOrder,
];
