// Facts that do not fit the date of assessment, as the form says it: once for each thing that is wrong, with where it is.
import { DomainError, type Fault } from '../common/problems/domain.error';
import { listed } from '../reports/security-risk-assessment/number-words';

/** @returns the error with its faults told at the date, which is what can be changed here; any other error as it is */
export function toldAtDate(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== 'records-incoherent') return error;
  const places = new Map<string, { code: Fault['code']; lists: Set<string> }>();
  for (const { pointer, code, detail } of error.faults) {
    const place = places.get(detail) ?? { code, lists: new Set() };
    place.lists.add(listWords(pointer.split('/')[1] ?? ''));
    places.set(detail, place);
  }
  const faults = [...places].map(([detail, { code, lists }]): Fault => ({
    ...{ pointer: '/asOf', code },
    detail: `something in ${listed([...lists])} ${detail}`,
  }));
  return new DomainError(error.code, error.message, faults);
}

/** "dataFlows": data flows */
function listWords(list: string): string {
  if (list === 'soc2Reports') return 'SOC 2 reports';
  return list.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
