// Whether the terms of an agreement cover a service, with the plan in use, and a flow of it.
import type { AgreementFields } from './agreement.fields';
import type { AgreementTerms } from './agreement-editions';

/** What has to be known of a service: its key and which plan is in use. */
export interface ServiceInUse {
  readonly key: string;
  /** the plan in use, by key or by name; null or absent when nobody recorded it */
  readonly plan?: string | null;
  /** the plans that the vendor offers */
  readonly plans?: readonly { readonly key: string; readonly name: string }[] | null;
}

/** `plan_unknown`: some plans are covered, and nobody recorded which plan is in use. */
export type ServiceCoverage = 'covered' | 'not_named' | 'other_plan' | 'plan_unknown';

export function coverageOfService(terms: AgreementTerms, service: ServiceInUse): ServiceCoverage {
  if (!terms.services.includes(service.key)) return 'not_named';
  const plans = terms.coverageLimits.get(service.key)?.plans;
  if (!plans) return 'covered';
  if (!service.plan) return 'plan_unknown';
  return plans.includes(planInUse(service)) ? 'covered' : 'other_plan';
}

/** Keys of the flows to which the coverage of a service is limited; null when every flow is covered. */
export function coveredFlows(terms: AgreementTerms, service: string): readonly string[] | null {
  return terms.coverageLimits.get(service)?.flows ?? null;
}

/** The key of the plan in use; what is not among the plans on offer is taken as written. */
function planInUse({ plan, plans }: ServiceInUse): string {
  return plans?.find(({ key, name }) => key === plan || name === plan)?.key ?? (plan as string);
}

/** Every service that an agreement names at some time: from the start or by an amendment. */
export function servicesEverNamed({
  services,
  amendments,
}: Pick<AgreementFields, 'services' | 'amendments'>): readonly string[] {
  const added = (amendments ?? []).flatMap(({ addsServices }) => addsServices ?? []);
  return added.length === 0 ? services : [...new Set([...services, ...added])];
}
