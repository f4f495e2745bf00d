// What an import holds that by hand only some may do: accept a risk, decide about a tool, adopt a policy or a consent form. A file is no way around that.
import { DomainError, type Fault } from '../common/problems/domain.error';
import { PERMISSIONS, type Action } from '../permissions/roles';
import type { ImportPlan } from './import-plan';
import { RECORD_LISTS, type DossierList } from './record-lists';

export interface StepInImport {
  list: DossierList;
  action: Action;
}

/** The lists in which the import would make or change such a step, each with what it takes. What stays as it is stored counts for nothing. */
export function stepsIn({ lists }: Pick<ImportPlan, 'lists'>): StepInImport[] {
  return RECORD_LISTS.flatMap(({ list, kind: { step } }) => {
    if (!step) return [];
    const { created, updated } = lists[list];
    const isThere =
      created.some((record) => step.isTaken({ ...record })) ||
      updated.some(({ fields }) => step.isTaken(fields));
    return isThere ? [{ list, action: step.action }] : [];
  });
}

/** @throws DomainError forbidden naming each list with a step that the caller may not take */
export function refuseSteps(steps: readonly StepInImport[], may: (action: Action) => boolean): void {
  const refused = steps.filter(({ action }) => !may(action));
  if (refused.length === 0) return;
  const faults = refused.map(({ list, action }): Fault => ({
    pointer: `/${list}`,
    code: 'not-yours-to-decide',
    detail: `takes somebody who may ${PERMISSIONS[action].does}; leave the list out, or have them import it`,
  }));
  throw new DomainError(
    'forbidden',
    'The file holds decisions that are not yours to make; nothing was saved.',
    faults,
  );
}
