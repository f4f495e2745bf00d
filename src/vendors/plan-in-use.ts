import type { ServiceFields, ServicePlanFields } from './service.fields';

/** The plan that a service is judged on; null when its plans are not listed, or `plan` names none of them. */
export function planInUse({ plan, plans }: Pick<ServiceFields, 'plan' | 'plans'>): ServicePlanFields | null {
  return plans?.find(({ key }) => key === plan) ?? null;
}

/** The plan in words for people: its name where plans are listed, else what was written; null when nothing was. */
export function planInWords(service: Pick<ServiceFields, 'plan' | 'plans'>): string | null {
  return planInUse(service)?.name ?? service.plan ?? null;
}
