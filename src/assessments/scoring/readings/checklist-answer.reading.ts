// An answer of the AI Tech Checklist. One that the agreement in force contradicts earns nothing, and one that needs an agreement
// behind it earns nothing while none is in force: a promise that binds nobody is not a control.
import type { ProvisionId } from '../../../business-associate-agreements/agreement.fields';
import type { ChecklistItem } from '../../../checklists/checklist.fields';
import type { CalendarDate } from '../../../common/calendar-date';
import { earliest, later } from '../agreement-term';
import { settledValue, type CountedAnswer } from '../counted-answer';
import { contradictedBy, contradictionEndedOn } from '../provision-verdicts';
import { trainingOnRecord } from '../training-on-record';
import type { ServiceView } from '../service-view';
import { notMet, unknown, type Reading } from './reading';

const BACKED_BY: Partial<Record<ChecklistItem, ProvisionId>> = {
  no_training: 'BAA-A01',
  no_sale_or_sharing: 'BAA-A04',
};

export function readChecklistAnswer(view: ServiceView, item: ChecklistItem): Reading {
  const source = `checklist answer ${item}`;
  const answer = view.counted.get(item);
  const value = settledValue(answer);
  if (!answer) return unknown(source, 'The item has not been answered.');
  if (value === 'unknown') {
    return unknown(
      source,
      answer.value === 'unknown'
        ? 'The answer is that it is not known.'
        : `The answer of ${answer.answeredOn} is too old to count.`,
    );
  }
  if (value === 'no') return notMet(source, `The answer of ${answer.answeredOn} is no.`);
  const against = whatSpeaksAgainst(view, item);
  if (against) return notMet(source, against);
  return favourable(answer, source, earnsFrom(view, item, answer));
}

/** Since when nothing stands against a favourable answer: it was given, an agreement is behind it, and none takes it back any more. */
function earnsFrom(view: ServiceView, item: ChecklistItem, answer: CountedAnswer): CalendarDate | null {
  const provision = BACKED_BY[item];
  const needsAgreement = view.toBusinessAssociate && (provision !== undefined || item === 'baa_signed');
  const backedSince = needsAgreement ? (earliest(view.agreementsInForce)?.start ?? null) : null;
  const uncontradictedSince = provision ? contradictionEndedOn(view, provision) : null;
  return later(answer.since, later(backedSince, uncontradictedSince));
}

function favourable(answer: CountedAnswer, source: string, countsFrom: CalendarDate | null): Reading {
  const told = answer.evidenceMissing
    ? 'no evidence is named, so it counts as stated by the vendor'
    : answer.basis;
  return {
    met: answer.value === 'yes' ? 'fully' : 'partly',
    basis: answer.basis,
    freshness: answer.freshness,
    ageMonths: answer.ageMonths,
    known: true,
    countsFrom,
    source,
    because: `The answer of ${answer.answeredOn} is ${answer.value} (${told}).`,
  };
}

function whatSpeaksAgainst(view: ServiceView, item: ChecklistItem): string | null {
  const nothingInForce = view.toBusinessAssociate && view.agreementsInForce.length === 0;
  if (item === 'baa_signed') {
    return nothingInForce ? 'The answer is yes, but no agreement on record is in force.' : null;
  }
  const provision = BACKED_BY[item];
  if (!provision) return null;
  const training = item === 'no_training' ? trainingOnRecord(view.facts)[0] : undefined;
  if (training) return `${training.because}, against the answer.`;
  if (nothingInForce) return 'No agreement in force binds the vendor to the answer.';
  return contradictedBy(view, provision)
    ? `An agreement in force contradicts the answer (${provision}).`
    : null;
}
