// The form about one certificate, test or self-assessment of a vendor.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { besideOf, labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import {
  OPEN_FINDINGS_WORDS,
  PAPER_WORDS,
  SAID_WORDS,
  SCOPE_WORDS,
  TERM_WORDS,
  WHO_WORDS,
} from './attestation-words';
import { AttestationFields, OpenFindingsFields } from './attestation.fields';

const PARTS: readonly FormPart[] = [
  { title: 'The paper', words: PAPER_WORDS },
  { title: 'What it covers', words: SCOPE_WORDS },
  { title: 'From when, until when', words: TERM_WORDS },
  { title: 'How much it weighs', help: 'Answer the one that fits; the others stay empty.', words: WHO_WORDS },
  {
    ...{ title: 'For a test: what is still open', isFolded: true },
    help: 'How many of what was found had not been put right after the last look. A test of which nobody says it counts for nothing.',
    within: [{ at: 'openFindings/', type: OpenFindingsFields, words: OPEN_FINDINGS_WORDS }],
  },
  { title: 'In your own words', words: SAID_WORDS },
];

const FORM: PartedForm = { type: AttestationFields, parts: PARTS };

/** @param attestation to change; null for a new one */
export function attestationForm(
  organizationId: string,
  tool: ToolOfPage,
  attestation: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: attestation ? 'Change a certificate or test' : 'Add a certificate or test',
    lead: `A certificate, a test, or answers that ${tool.vendorName} gave about itself. Each shows something, none shows everything; what it covers decides.`,
    back: { href: `${at}#papers`, label: tool.name },
    action: attestation ? `${at}/attestations/${attestation.id}` : `${at}/attestations`,
    button: attestation ? 'Save' : 'Add it',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) =>
      sectionsOf({ ...FORM, choices: { services: tool.ofVendor } }, values, faults),
  };
}

export function attestationBeside(form: FormBody): Record<string, unknown> {
  return besideOf(FORM, form);
}
