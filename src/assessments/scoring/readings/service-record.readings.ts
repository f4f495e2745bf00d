// What is on record of how the service is sold and run: the plan in use, the companies behind it, where data rests. Such records
// carry no proof, so they count as stated; the worst entry counts for all.
import type { CalendarDate } from '../../../common/calendar-date';
import { planInUse } from '../../../vendors/plan-in-use';
import { earliest } from '../agreement-term';
import { coveringFlow } from '../agreements-on-date';
import { carries, goesToBusinessAssociate } from '../protected-flows';
import { byKey, type ServiceView } from '../service-view';
import { isInUnitedStates } from '../united-states';
import { claimOr, notMet, reading, saidNotToApply, unknown, type Reading } from './reading';

/** Met by a plan for businesses that comes with an agreement and does not train by default. */
export function readPlan({ facts }: ServiceView): Reading {
  const source = `service ${facts.service.key}, plan`;
  const plan = planInUse(facts.service);
  if (!plan) return unknown(source, 'Which of the plans of the service is in use is not recorded.');
  const { name, audience, agreementOffered, trainsByDefault } = plan;
  if (audience === 'consumer') return notMet(source, `The plan ${name} is one for consumers.`);
  if (agreementOffered === 'no') return notMet(source, `The plan ${name} comes without an agreement.`);
  if (trainsByDefault === 'yes') return notMet(source, `The plan ${name} trains on data by default.`);
  if (agreementOffered === 'unknown' || trainsByDefault === 'unknown')
    return unknown(
      source,
      `Whether the plan ${name} comes with an agreement and without training is not known.`,
    );
  return reading(
    'fully',
    'stated',
    null,
    source,
    `The plan ${name} is one for businesses, without training.`,
  );
}

/** Every company that handles client data is bound by an agreement. Naming none is an answer; not naming is not. */
export function readCompaniesBound({ facts }: ServiceView): Reading {
  const { key, usesAi, subcontractors, modelProviders } = facts.service;
  const source = `service ${key}, companies behind it`;
  const companies = [
    ...(subcontractors ?? []).filter(({ handlesClientData }) => handlesClientData !== 'no'),
    ...(usesAi ? (modelProviders ?? []) : []),
  ].sort(byKey);
  const unbound = companies.find(({ agreement }) => agreement === 'no');
  if (unbound) return notMet(source, `No agreement binds ${unbound.name}.`);
  const open = companies.find(({ agreement }) => agreement !== 'yes');
  if (open) return unknown(source, `Whether an agreement binds ${open.name} is not known.`);
  if (subcontractors == null || (usesAi && modelProviders == null))
    return unknown(source, 'The companies behind the vendor are not all named.');
  return reading(
    'fully',
    'stated',
    null,
    source,
    `Companies behind the vendor that are bound: ${companies.length}.`,
  );
}

/** Every place on record lies in the United States. */
export function readHostingCountries({ facts, protectedFlows }: ServiceView): Reading {
  const { key, hostingCountries, subcontractors, modelProviders } = facts.service;
  const source = `service ${key}, hosting countries`;
  const companies = [...(subcontractors ?? []), ...(modelProviders ?? [])];
  const rests = protectedFlows.filter(
    ({ to, retentionDays }) => to.party !== 'practice' && retentionDays !== 0,
  );
  const places = [
    ...(hostingCountries ?? []),
    ...rests.map(({ country }) => country ?? null),
    ...companies.map(({ country }) => country ?? null),
  ];
  const abroad = places.filter((place) => place !== null && !isInUnitedStates(place)).sort();
  if (abroad.length > 0)
    return notMet(source, `Data rests or is handled in ${[...new Set(abroad)].join(', ')}.`);
  if (hostingCountries == null) return unknown(source, 'Where the service keeps data is not recorded.');
  if (places.includes(null)) return unknown(source, 'Not every place where data rests is recorded.');
  return reading('fully', 'stated', null, source, 'Every place on record lies in the United States.');
}

/** Asked only where Part 2 records go to the vendor (42 CFR 2.11, 2.12(c)(4)). */
export function readQsoaInForce(view: ServiceView): Reading {
  const source = 'qualified service organization agreements';
  const flows = view.protectedFlows.filter(
    (flow) => carries(flow, ['substance_use_records']) && goesToBusinessAssociate(flow),
  );
  if (flows.length === 0) {
    const claim = saidNotToApply(
      source,
      'by the flows that it has recorded no Part 2 records reach the vendor.',
    );
    const any = earliest(view.qsoasInForce);
    return claimOr(claim, any ? inForce(any) : null, view.model);
  }
  const terms = flows.map(({ key }) =>
    earliest(coveringFlow(view.qsoasInForce, view.facts.service.key, key)),
  );
  const latest = terms.reduce((one, other) => (one && other && other.start > one.start ? other : one));
  if (!latest || terms.includes(undefined))
    return notMet(source, 'No such agreement that covers every flow of them is in force.');
  return inForce(latest);
}

function inForce({ agreement, start }: { agreement: { key: string }; start: CalendarDate }): Reading {
  return reading(
    'fully',
    'documented',
    start,
    `agreement ${agreement.key}`,
    `It is in force since ${start}.`,
  );
}
