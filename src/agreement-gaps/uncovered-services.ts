// Services to which protected data goes on a day without an agreement in force (45 CFR 164.502(e), 164.308(b)).
import type { Agreement } from '../assessments/scoring/agreement-term';
import type { Flow } from '../assessments/scoring/protected-flows';
import type { ServiceInUse } from '../business-associate-agreements/agreement-coverage';
import type { CalendarDate } from '../common/calendar-date';
import { gapDays } from './gap-days';

interface Practice {
  readonly services: readonly (ServiceInUse & { readonly vendor: string })[];
  readonly agreements?: readonly (Agreement & { readonly vendor: string })[] | null;
  readonly dataFlows?:
    readonly (Flow & { readonly service: string; readonly since?: CalendarDate | null })[] | null;
}

/** @returns keys of the services with at least one flow to a business associate that nothing covers on the day */
export function uncoveredServices(
  { services, agreements, dataFlows }: Practice,
  day: CalendarDate,
): string[] {
  return services
    .filter((service) => {
      const own = (agreements ?? []).filter(({ vendor }) => vendor === service.vendor);
      const flows = (dataFlows ?? []).filter((flow) => flow.service === service.key);
      return gapDays(service, own, flows, day, day).gapDays > 0;
    })
    .map(({ key }) => key);
}
