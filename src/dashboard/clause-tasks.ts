// Tasks that ask what stands in an agreement lead to the page on which it is read.
import type { ClausePlaces } from '../agreement-clauses/agreement-to-read';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
import type { TaskRow } from '../tasks/tasks.query';

/** Such a task ends in the id of the fact that is not known: `fact:<service>:<fact>`. */
const FACT = /^fact:[^:]+:(.+)$/;

/**
 * @param clausesOf where the agreement of a tool is read; null where none names it
 * @returns null for a task that is about something else
 */
export function placeOfClauseTask(
  { id, kind, service }: Pick<TaskRow, 'id' | 'kind' | 'service'>,
  facts: ScoringModel['facts'],
  clausesOf: (service: string) => ClausePlaces | null,
): string | null {
  const asked = kind === 'fact_unknown' ? FACT.exec(id)?.[1] : undefined;
  const fact = facts.find((one) => one.id === asked);
  if (!service || (fact?.reader !== 'provision' && fact?.reader !== 'required_provisions')) return null;
  const places = clausesOf(service);
  if (!places) return null;
  return fact.reader === 'provision' ? places.one(fact.provision).href : places.required;
}
