// The form about leaving a tool: one for each.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { besideOf, labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import { AFTER_WORDS, EXPORT_WORDS, HOLDS_WORDS } from './exit-terms-words';
import { ExitTermsFields } from './exit-terms.fields';

const PARTS: readonly FormPart[] = [
  {
    ...{ title: 'Taking your data along', words: EXPORT_WORDS },
    none: { exportFormats: 'It cannot be taken along at all' },
  },
  { title: 'After the end', words: AFTER_WORDS },
  { title: 'When it holds', words: HOLDS_WORDS },
];

const FORM: PartedForm = { type: ExitTermsFields, parts: PARTS };

/** @param terms to change; null for a new one */
export function exitTermsForm(organizationId: string, tool: ToolOfPage, terms: RecordRow | null): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: terms ? 'Change how you would leave' : 'Say how you would leave',
    lead: `How you would leave ${tool.name} with your records, and what becomes of the data there. Best settled before anything is in it.`,
    back: { href: `${at}#papers`, label: tool.name },
    action: terms ? `${at}/exit-terms/${terms.id}` : `${at}/exit-terms`,
    button: terms ? 'Save' : 'Save',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) =>
      sectionsOf({ ...FORM, choices: { agreement: tool.agreements } }, values, faults),
  };
}

export function exitTermsBeside(form: FormBody): Record<string, unknown> {
  return besideOf(FORM, form);
}
