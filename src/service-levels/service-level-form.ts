// The form about one promise of the vendor as a number.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { besideOf, labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import { BROKEN_WORDS, PROMISE_WORDS } from './service-level-words';
import { ServiceLevelFields } from './service-level.fields';

const PARTS: readonly FormPart[] = [
  { title: 'The promise', words: PROMISE_WORDS },
  { title: 'When it is not kept', words: BROKEN_WORDS },
];

const FORM: PartedForm = { type: ServiceLevelFields, parts: PARTS };

/** @param level to change; null for a new one */
export function serviceLevelForm(
  organizationId: string,
  tool: ToolOfPage,
  level: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: level ? 'Change a promise' : 'Add a promise',
    lead: `What ${tool.vendorName} promises of ${tool.name} as a number, and what follows when it is not kept. A promise without consequence is worth little.`,
    back: { href: `${at}#papers`, label: tool.name },
    action: level ? `${at}/service-levels/${level.id}` : `${at}/service-levels`,
    button: level ? 'Save' : 'Add the promise',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) =>
      sectionsOf({ ...FORM, choices: { agreement: tool.agreements } }, values, faults),
  };
}

export function serviceLevelBeside(form: FormBody): Record<string, unknown> {
  return besideOf(FORM, form);
}
