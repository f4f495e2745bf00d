// The form about how a vendor stood financially on a day.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { besideOf, labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import { COMPANY_WORDS, INSURANCE_WORDS, SOURCE_WORDS } from './financial-standing-words';
import { FinancialStandingFields, VendorInsuranceFields } from './financial-standing.fields';

const PARTS: readonly FormPart[] = [
  { title: 'The company', words: COMPANY_WORDS },
  {
    title: 'What insurance it has',
    help: 'What pays when something goes wrong. Leave empty what you don’t know.',
    within: [{ at: 'insurance/', type: VendorInsuranceFields, words: INSURANCE_WORDS }],
  },
  { title: 'How you know', words: SOURCE_WORDS },
];

const FORM: PartedForm = { type: FinancialStandingFields, parts: PARTS };

/** @param standing to change; null for a new one */
export function financialStandingForm(
  organizationId: string,
  tool: ToolOfPage,
  standing: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: standing ? 'Change how the vendor stands' : 'Add a record of the vendor’s finances',
    lead: `Whether ${tool.vendorName} is likely to be there next year. When a vendor fails, your records are still with it.`,
    back: { href: `${at}#papers`, label: tool.name },
    action: standing ? `${at}/financial-standings/${standing.id}` : `${at}/financial-standings`,
    button: standing ? 'Save' : 'Add it',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) => sectionsOf(FORM, values, faults),
  };
}

export function financialStandingBeside(form: FormBody): Record<string, unknown> {
  return besideOf(FORM, form);
}
