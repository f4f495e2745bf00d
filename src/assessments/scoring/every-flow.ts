// Flows of everything that can flow, in every way that a situation can tell apart: what could be asked of a service is found with them.
import { DATA_CLASSES, IDENTIFIABILITIES } from '../../data-flows/data-flow.fields';
import type { Flow } from './protected-flows';

/** From clients to the service and on to a company behind it, identified, as a limited data set and de-identified. */
export function everyFlow(): Flow[] {
  return IDENTIFIABILITIES.flatMap((identifiability): Flow[] => {
    const common = {
      dataClasses: [...DATA_CLASSES],
      purpose: 'all that can be',
      identifiability,
      recipientRole: 'business_associate' as const,
      encryptedInTransit: 'unknown' as const,
      encryptedAtRest: 'unknown' as const,
    };
    const service = { party: 'service' as const };
    return [
      { ...common, key: `in-${identifiability}`, from: { party: 'clients' }, to: service },
      { ...common, key: `on-${identifiability}`, from: service, to: { party: 'subcontractor' } },
    ];
  });
}
