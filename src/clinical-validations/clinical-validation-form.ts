// The form about one study of a tool in care.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { besideOf, labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import { HOW_WORDS, RESULT_WORDS, STUDY_WORDS } from './clinical-validation-words';
import { ClinicalValidationFields } from './clinical-validation.fields';

const PARTS: readonly FormPart[] = [
  { title: 'The study', words: STUDY_WORDS },
  { title: 'How it was done', words: HOW_WORDS },
  { title: 'What came out', words: RESULT_WORDS },
];

const FORM: PartedForm = { type: ClinicalValidationFields, parts: PARTS };

/** @param study to change; null for a new one */
export function clinicalValidationForm(
  organizationId: string,
  tool: ToolOfPage,
  study: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: study ? 'Change a study' : 'Add a study',
    lead: `A study of whether ${tool.name} does in care what it is said to do. One that others did and reviewed tells more than figures of the vendor. No rule asks for one.`,
    back: { href: `${at}#papers`, label: tool.name },
    action: study ? `${at}/clinical-validations/${study.id}` : `${at}/clinical-validations`,
    button: study ? 'Save' : 'Add the study',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) =>
      sectionsOf({ ...FORM, choices: { modelCard: tool.modelCards } }, values, faults),
  };
}

export function clinicalValidationBeside(form: FormBody): Record<string, unknown> {
  return besideOf(FORM, form);
}
