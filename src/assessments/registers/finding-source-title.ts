// What a finding comes from, as people call it: findings name threats, gates and steps by their ids in the scoring model.
import type { PracticeResult } from '../scoring/practice-result';
import type { ServiceResult } from '../scoring/service-result';

interface Rated {
  results: readonly Pick<ServiceResult, 'threats' | 'gates' | 'steps'>[];
  practiceResult?: Pick<PracticeResult, 'threats'> | null;
}

/** Title of the threat, gate or step with this id; the id itself for anything else, such as an entry of the Security Rule by its citation. */
export function findingSourceTitle(id: string, { results, practiceResult }: Rated): string {
  const titled = results.flatMap(({ threats, gates, steps }) => [
    ...threats,
    ...gates,
    ...(steps?.singles ?? []),
    ...(steps?.sets ?? []).flatMap((set) => set.steps),
  ]);
  const known: readonly { id: string; title: string }[] = [...titled, ...(practiceResult?.threats ?? [])];
  return known.find((one) => one.id === id)?.title ?? id;
}
