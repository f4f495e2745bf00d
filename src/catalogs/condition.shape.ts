// The shape of a condition in a catalog: the name of a situation, or a record with one of all, any, not.
import { isMonotone, type Condition } from '../assessments/scoring/condition';
import { SITUATION_NAMES } from '../assessments/scoring/situation-names';
import { listOf, oneOf, record, ShapeError, type Shape } from '../common/catalog-files/shape';

const situation = oneOf(SITUATION_NAMES);

/** Any condition; for what may also be asked where something is absent, such as a question. */
export const condition: Shape<Condition> = (value, path) => {
  if (typeof value !== 'object' || value === null) return situation(value, path);
  if ('not' in value) return record<{ not: Condition }>({ not: condition })(value, path);
  if ('any' in value) return record<{ any: Condition[] }>({ any: listOf(condition, 1) })(value, path);
  return record<{ all: Condition[] }>({ all: listOf(condition, 1) })(value, path);
};

/** A condition without `not`: for threats, which adding a flow must never take away. */
export const monotoneCondition: Shape<Condition> = (value, path) => {
  const found = condition(value, path);
  if (!isMonotone(found)) throw new ShapeError(path, 'must not hold a `not`: more flows never take it away');
  return found;
};
