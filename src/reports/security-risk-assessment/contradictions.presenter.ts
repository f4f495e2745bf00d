// Where two facts disagree, of all services in one place.
import { capitalized } from './number-words';
import type { OrderedService } from './service-order';

export interface ContradictionRow {
  letter: string;
  service: string;
  anchor: string;
  first: string;
  second: string;
  because: string;
}

export function contradictionRows(services: readonly OrderedService[]): ContradictionRow[] {
  return services.flatMap(({ result, letter, position }) =>
    result.contradictions.map(({ between: [first, second], because }) => ({
      letter,
      service: result.service.name,
      anchor: `service-${position}`,
      first: capitalized(first),
      second: capitalized(second),
      because,
    })),
  );
}
