// Gates that rest on agreements: a business associate agreement for protected data, a qualified service organization agreement
// for Part 2 records, nobody's training and nobody's sale.
import { editionOn, editionsOf } from '../../../business-associate-agreements/agreement-editions';
import type { ProvisionId } from '../../../business-associate-agreements/provision.fields';
import type { ChecklistItem } from '../../../checklists/checklist.fields';
import type { CalendarDate } from '../../../common/calendar-date';
import { isAgreementUnknown } from '../agreement-unknown';
import { earliest, later, type AgreementInForce } from '../agreement-term';
import { coveringFlow } from '../agreements-on-date';
import { settledValue } from '../counted-answer';
import { contradictedBy, contradictionEndedOn, verdictsAmong } from '../provision-verdicts';
import { carries, goesToBusinessAssociate } from '../protected-flows';
import type { ServiceView } from '../service-view';
import { trainingOnRecord } from '../training-on-record';
import { notApplicable, type GateOutcome } from './gate-outcome';

const NO_PHI = 'No protected client data reaches the vendor.';

/** 45 CFR 164.502(e), 164.308(b): satisfactory assurances before protected data goes to a business associate, for every flow of it. */
export function agreementRequired(view: ServiceView): GateOutcome {
  if (!view.toBusinessAssociate) {
    return notApplicable(
      view.protectedFlows.length === 0 ? NO_PHI : 'Every flow relies on an exception, with its citation.',
    );
  }
  if (isAgreementUnknown(view)) return nobodyHasSaid(view);
  if (view.uncoveredFlows.length > 0) return uncovered(view);
  const starts = view.coverGroups.map((group) => earliest(group) as AgreementInForce);
  const term = starts.reduce((one, other) => (other.start > one.start ? other : one));
  const answer = view.counted.get('baa_signed');
  const value = settledValue(answer);
  if (value === 'no' || value === 'partly') {
    return {
      state: 'fired',
      because: `Checklist item baa_signed is answered ${value}, against ${term.agreement.key}: the worse side counts.`,
    };
  }
  if (value === 'unknown') {
    return {
      state: 'open',
      because: `An agreement is in force (${term.agreement.key}), but checklist item baa_signed is not answered: nobody has confirmed that it covers this product and plan.`,
    };
  }
  const keys = [...new Set(starts.map(({ agreement }) => agreement.key))].sort();
  return {
    state: 'cleared',
    because:
      keys.length === 1
        ? `${term.agreement.key} is in force and covers the tool.`
        : `${keys.join(', ')} are in force and between them cover every flow.`,
    countsFrom: later(term.start, answer?.since ?? null),
  };
}

/** Not known is not the same as none: the floor holds, the decision says that it is not known, and the fact `agreement` is the task. */
function nobodyHasSaid({ uncoveredFlows }: ServiceView): GateOutcome {
  return {
    state: 'open',
    because: `No agreement is on record and checklist item baa_signed is not answered, so it is not known whether there is one. Flows: ${uncoveredFlows.join(', ')}.`,
  };
}

/** An agreement limited to plans covers nothing while the plan in use is not recorded; that is a task, and the floor holds. */
function uncovered(view: ServiceView): GateOutcome {
  const flows = view.uncoveredFlows.join(', ');
  if (view.agreementsInForce.length === 0 && view.awaitingPlan.length > 0) {
    return {
      state: 'open',
      because: `${view.awaitingPlan.join(', ')} covers some plans only, and the plan in use is not recorded. Flows: ${flows}.`,
      missing: {
        what: 'Which plan of the tool is in use',
        task: 'Record the plan in use, as the agreement names it.',
      },
    };
  }
  return {
    state: 'fired',
    because: `No business associate agreement covers the tool on ${view.asOf} (${whyUncovered(view)}). Uncovered flows: ${flows}.`,
  };
}

function whyUncovered({ facts, agreementsInForce, terms, asOf }: ServiceView): string {
  if (facts.agreements.length === 0) return 'none is on record';
  if (agreementsInForce.length > 0) return 'what is in force does not extend to these flows';
  const ofOtherPlan = terms.some(
    ({ agreement, editions }) => editions.length === 0 && editionOn(editionsOf(agreement), asOf) !== null,
  );
  return ofOtherPlan
    ? 'what is in force does not extend to the plan in use'
    : 'none of those on record is signed and in force';
}

/** A plan or a model provider on record as training fires it whatever was answered: the worse side counts. */
export function noTraining(view: ServiceView): GateOutcome {
  const [training] = view.protectedFlows.length > 0 ? trainingOnRecord(view.facts) : [];
  if (training) return { state: 'fired', because: `${training.because}.` };
  return answeredAndNotContradicted(
    view,
    'no_training',
    'BAA-A01',
    'client data may be used to train models',
  );
}

export function noSale(view: ServiceView): GateOutcome {
  return answeredAndNotContradicted(
    view,
    'no_sale_or_sharing',
    'BAA-A04',
    'client data may be sold or shared',
  );
}

/** 42 CFR 2.11, 2.12(c)(4): Part 2 records go to a service provider only under a qualified service organization agreement. */
export function part2(view: ServiceView): GateOutcome {
  const flows = view.protectedFlows.filter(
    (flow) => carries(flow, ['substance_use_records']) && goesToBusinessAssociate(flow),
  );
  if (flows.length === 0) return notApplicable('No Part 2 records reach the vendor.');
  const terms = flows.map(({ key }) =>
    earliest(coveringFlow(view.qsoasInForce, view.facts.service.key, key)),
  );
  const without = flows.filter((_flow, index) => !terms[index]).map(({ key }) => key);
  if (without.length === 0) {
    const latest = (terms as AgreementInForce[]).reduce((one, other) =>
      other.start > one.start ? other : one,
    );
    return {
      state: 'cleared',
      because: `${latest.agreement.key} is in force and covers the tool.`,
      countsFrom: latest.start,
    };
  }
  return {
    state: 'fired',
    because: `No qualified service organization agreement covers the tool on ${view.asOf}. Flows: ${without.join(', ')}.`,
  };
}

/**
 * Cleared only by an answer of yes that no agreement in force contradicts. Not asking holds the floor as a no would, and so does a bare
 * statement of the vendor to which nothing binds it.
 */
function answeredAndNotContradicted(
  view: ServiceView,
  item: ChecklistItem,
  provision: ProvisionId,
  what: string,
): GateOutcome {
  if (view.protectedFlows.length === 0) return notApplicable(NO_PHI);
  const contradicting = contradictedBy(view, provision);
  if (contradicting) {
    return {
      state: 'fired',
      because: `By the terms of ${contradicting.agreement.key} (${provision}), ${what}.`,
    };
  }
  const answer = view.counted.get(item);
  const value = settledValue(answer);
  if (value === 'no' || value === 'partly')
    return { state: 'fired', because: `Checklist item ${item} is answered ${value}: ${what}.` };
  if (value === 'unknown') {
    const why = answer && answer.value !== 'unknown' ? 'answered too long ago' : 'not answered';
    return {
      state: 'open',
      because: `Checklist item ${item} is ${why}: it is not known whether ${what}.`,
    };
  }
  const since = later(answer?.since ?? null, contradictionEndedOn(view, provision));
  if (answer?.basis !== 'stated')
    return {
      state: 'cleared',
      because: `Checklist item ${item} is answered yes, and no agreement in force says otherwise.`,
      countsFrom: since,
    };
  const boundSince = readEverywhereSince(view, provision);
  if (boundSince === null)
    return {
      state: 'open',
      because: `That checklist item ${item} is met is only stated, and no agreement read for ${provision} covers every flow: nothing binds the vendor to it.`,
      missing: {
        what: `whether anything but the vendor's word says that it does not happen (checklist item ${item})`,
        task: `Read the agreement for provision ${provision}, or get the answer to item ${item} in writing.`,
      },
    };
  return {
    state: 'cleared',
    because: `Checklist item ${item} is answered yes, and the agreements that cover the flows have been read for ${provision} and allow nothing else.`,
    countsFrom: later(since, boundSince),
  };
}

/**
 * Since when every flow to a business associate is covered by an agreement that has been read for the provision; null when one is not.
 * Read is enough: what an agreement does not permit its party may not do (45 CFR 164.504(e)(2)(i)).
 */
function readEverywhereSince(view: ServiceView, provision: ProvisionId): CalendarDate | null {
  if (view.uncoveredFlows.length > 0 || view.coverGroups.length === 0) return null;
  let latest: CalendarDate | null = null;
  for (const group of view.coverGroups) {
    const read = verdictsAmong(group, provision).filter(({ verdict }) => verdict !== 'needs_counsel');
    if (read.length === 0) return null;
    const soonest = read.reduce((date, { since }) => (since < date ? since : date), read[0]?.since ?? '');
    latest = later(latest, soonest);
  }
  return latest;
}
