// What the business associate agreements in force give: that there is one, its clauses, its notice period. Where several are in
// force the best clause counts, unless one of them contradicts it: then the worse side counts.
import type { ProvisionId, ProvisionVerdict } from '../../../business-associate-agreements/agreement.fields';
import type { ChecklistItem } from '../../../checklists/checklist.fields';
import { earliest, later, type AgreementTerm } from '../agreement-term';
import { settledValue } from '../counted-answer';
import { contradictionEndedOn, verdictsOn } from '../provision-verdicts';
import type { MetCode } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { notMet, reading, unknown, type Reading } from './reading';

const MET_BY_VERDICT: Record<ProvisionVerdict, MetCode> = {
  present: 'fully',
  weak: 'partly',
  missing: 'not_met',
  contradicted: 'not_met',
  needs_counsel: 'not_met',
};
const NONE = 'No business associate agreement that covers the service is in force.';

export function readAgreementInForce(view: ServiceView): Reading {
  const term = earliest(view.agreementsInForce);
  if (!term) return notMet('agreements', NONE);
  const { key, title } = term.agreement;
  return documented(term, 'fully', key, `"${title}" is in force since ${term.start}.`);
}

export function readProvision(
  view: ServiceView,
  provision: ProvisionId,
  backs: ChecklistItem | null,
): Reading {
  if (view.agreementsInForce.length === 0) return notMet(`agreements, ${provision}`, NONE);
  const verdicts = verdictsOn(view, provision);
  if (verdicts.length === 0)
    return unknown(`agreements, ${provision}`, 'No agreement has been read for this provision.');
  const contradicted = verdicts.find(({ verdict }) => verdict === 'contradicted');
  if (contradicted) {
    const source = `agreement ${contradicted.term.agreement.key}, ${provision}`;
    return notMet(source, 'Another term of the agreement takes the clause back.');
  }
  const met = bestOf(verdicts.map(({ verdict }) => MET_BY_VERDICT[verdict]));
  const term = earliest(
    verdicts.filter(({ verdict }) => MET_BY_VERDICT[verdict] === met).map((found) => found.term),
  ) as AgreementTerm;
  const where = `${term.agreement.key}, ${provision}`;
  if (met === 'not_met')
    return notMet(`agreement ${where}`, 'The agreement was read and the clause was not found good.');
  const found = met === 'fully' ? 'The clause is there.' : 'The clause is there with a carve-out (weak).';
  const clause = documented(term, met, where, found);
  clause.countsFrom = later(clause.countsFrom, contradictionEndedOn(view, provision));
  return backs ? besideItsAnswer(view, backs, clause) : clause;
}

export function readBreachNotice(view: ServiceView): Reading {
  if (view.agreementsInForce.length === 0) return notMet('agreements', NONE);
  const named = view.agreementsInForce.filter(({ agreement }) => agreement.breachNoticeHours != null);
  if (named.length === 0)
    return unknown('agreements, notice period', 'No agreement on record names the hours of its notice.');
  const hours = Math.min(...named.map(({ agreement }) => agreement.breachNoticeHours as number));
  const term = earliest(
    named.filter(({ agreement }) => agreement.breachNoticeHours === hours),
  ) as AgreementTerm;
  const { fullyWithinHours, partlyWithinHours } = view.model.breachNotice;
  const met = hours <= fullyWithinHours ? 'fully' : hours <= partlyWithinHours ? 'partly' : 'not_met';
  const because = `The vendor must tell of a breach within ${hours} hours.`;
  return documented(term, met, `${term.agreement.key}, notice period`, because);
}

/** A clause counts beside the answer that it backs: with an answer of no, or none, how the product is really set is open. */
function besideItsAnswer(view: ServiceView, item: ChecklistItem, clause: Reading): Reading {
  const answer = view.counted.get(item);
  const value = settledValue(answer);
  if (value === 'no' || value === 'unknown') {
    const because = `The clause is there, but checklist item ${item} is answered ${value}: the worse side counts.`;
    return notMet(clause.source, because);
  }
  clause.countsFrom = later(clause.countsFrom, answer?.answeredOn ?? null);
  return clause;
}

function documented(term: AgreementTerm, met: MetCode, where: string, because: string): Reading {
  return reading(met, 'documented', term.start, `agreement ${where}`, because);
}

function bestOf(codes: MetCode[]): MetCode {
  return codes.includes('fully') ? 'fully' : codes.includes('partly') ? 'partly' : 'not_met';
}
