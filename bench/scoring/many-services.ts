// Many services, one after the other: those of a practice over and over, each under a key of its own.
import type { ServiceFacts } from '../../src/assessments/scoring/service-facts';

/** Makes each when it is asked for, so that a hundred thousand never lie in memory together. */
export function* manyServices(facts: readonly ServiceFacts[], count: number): Generator<ServiceFacts> {
  for (let number = 0; number < count; number += 1) {
    const one = facts[number % facts.length] as ServiceFacts;
    yield { ...one, service: { ...one.service, name: `${one.service.name} ${number}` } };
  }
}
