// What steps must hold to: every fact behind a threat of services and every gate is settled by one step, or is said not to be lifted.
import type { ScoringModelFile } from '../assessments/scoring/scoring-model';
import { ShapeError } from '../common/catalog-files/shape';

export function checkSteps({ steps, notLifted, facts, gates, threats }: ScoringModelFile): void {
  const ofServices = threats.filter(({ scope }) => scope === 'service');
  const needed = new Set([
    ...facts.filter(({ reader }) => reader === 'data_flows').map(({ id }) => id),
    ...ofServices.flatMap(({ controls }) => controls.map(({ fact }) => fact)),
    ...gates.map(({ id }) => id),
  ]);
  const settled = new Map<string, string>(notLifted.map((id) => [id, 'notLifted']));
  steps.forEach((step, place) => {
    const path = `steps[${place}]`;
    if (step.facts.length + step.gates.length === 0) throw new ShapeError(path, 'settles nothing');
    for (const [list, among] of [
      ['facts', facts],
      ['gates', gates],
    ] as const) {
      for (const id of step[list]) {
        if (!among.some((one) => one.id === id))
          throw new ShapeError(`${path}.${list}`, `names nothing of that kind: ${id}`);
        const before = settled.get(id);
        if (before) throw new ShapeError(`${path}.${list}`, `${id} is settled by ${before} as well`);
        settled.set(id, step.id);
      }
    }
  });
  for (const id of notLifted) {
    if (!needed.has(id))
      throw new ShapeError('notLifted', `names neither a fact of services nor a gate: ${id}`);
  }
  for (const id of needed) {
    if (!settled.has(id)) throw new ShapeError('steps', `none settles ${id}, and notLifted does not name it`);
  }
}
