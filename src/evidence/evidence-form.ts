// The form about one document that is on file for a tool.
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { fieldViews, labelsOf, storedIn } from '../web/form-view';
import type { RecordForm, StoredRecord } from '../web/record-form';
import { EvidenceFields } from './evidence.fields';
import { EVIDENCE_WORDS } from './evidence-words';

/** @param evidence to change; null for a new one */
export function evidenceForm(
  organizationId: string,
  tool: ToolOfPage,
  evidence: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: evidence ? 'Change evidence' : 'Add evidence',
    lead: `A document that says something about ${tool.name} or about the company behind it. What is written and dated counts for more than what is only said.`,
    back: { href: at, label: tool.name },
    action: evidence ? `${at}/evidence/${evidence.id}` : `${at}/evidence`,
    button: evidence ? 'Save' : 'Add it',
    labels: labelsOf(EVIDENCE_WORDS),
    sections: (values, faults) => [
      {
        title: '',
        help: '',
        fields: Object.values(fieldViews(EvidenceFields, EVIDENCE_WORDS, values, faults)),
        isFolded: false,
      },
    ],
  };
}

export function storedEvidence(evidence: RecordRow): StoredRecord {
  return { version: evidence.version, values: storedIn(evidence) };
}

/** About this tool, or about its vendor as a whole. */
export function isEvidenceAbout({ vendor, services }: RecordRow, tool: ToolOfPage): boolean {
  const named = services as string[];
  return named.includes(tool.key) || (named.length === 0 && vendor === tool.vendor);
}
