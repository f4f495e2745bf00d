// What else has to be so before something that is done for one fact earns anything.
import type { ProvisionId } from '../../../business-associate-agreements/provision.fields';
import type { ChecklistItem } from '../../../checklists/checklist.fields';
import type { DataClass } from '../../../data-flows/data-flow.fields';

/**
 * An agreement that covers every flow; a favourable answer to an item of the checklist; a clause that is not taken back; an end to how
 * long a class of data is kept.
 */
export type Need = 'agreement' | ChecklistItem | ProvisionId | DataClass;
