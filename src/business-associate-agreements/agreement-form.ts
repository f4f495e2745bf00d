// The form about one agreement with the vendor of a tool.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import type { ShownFaults } from '../web/form-faults';
import {
  fieldViews,
  labelsOf,
  storedIn,
  type FieldView,
  type FieldWords,
  type Values,
} from '../web/form-view';
import { recordFromForm } from '../web/record-from-form';
import type { RecordForm, StoredRecord } from '../web/record-form';
import { AgreementFields } from './agreement.fields';
import {
  DOCUMENT_WORDS,
  HISTORY_WORDS,
  PROMISE_WORDS,
  SIGNATURE_WORDS,
  SIGNED_WORDS,
} from './agreement-words';
import { SignatureFields } from './signing.fields';

/** One for each side, and always one more than are there. */
const FEWEST_SIGNATURES = 2;

/** @param agreement to change; null for a new one */
export function agreementForm(
  organizationId: string,
  tool: ToolOfPage,
  agreement: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  const known = ((agreement?.signatures ?? []) as object[]).length;
  const rows = Array.from({ length: Math.max(FEWEST_SIGNATURES, known + 1) }, (_none, index) => index);
  return {
    title: agreement ? 'Change an agreement' : 'Add an agreement',
    lead: `Have the agreement with ${tool.vendorName} at hand: what counts is what stands in it, and the day on which both sides had signed.`,
    back: { href: at, label: tool.name },
    action: agreement ? `${at}/agreements/${agreement.id}` : `${at}/agreements`,
    button: agreement ? 'Save' : 'Add the agreement',
    labels: {
      ...labelsOf({ ...DOCUMENT_WORDS, ...SIGNED_WORDS, ...PROMISE_WORDS, ...HISTORY_WORDS }),
      ...Object.fromEntries(
        rows.flatMap((index) => Object.entries(labelsOf(wordsOfSignature(index), `signatures/${index}/`))),
      ),
    },
    sections: (values, faults) => {
      const views = (words: Readonly<Record<string, FieldWords>>): FieldView[] =>
        Object.values(fieldViews(AgreementFields, words, values, faults));
      const document = views(DOCUMENT_WORDS).map((view) =>
        view.name === 'services' ? ofVendor(view, tool, values) : view,
      );
      const signatures = rows.flatMap((index) => signatureViews(index, values, faults));
      return [
        { title: 'The document', help: '', fields: document, isFolded: false },
        { title: 'Signed, from when, until when', help: '', fields: views(SIGNED_WORDS), isFolded: false },
        { title: 'What it promises', help: '', fields: views(PROMISE_WORDS), isFolded: false },
        {
          title: 'Who signed, for each side',
          help: 'People who sign for the practice and for the vendor. Never a client.',
          fields: signatures,
          isFolded: true,
        },
        {
          title: 'How it came about, and how it ended',
          help: '',
          fields: views(HISTORY_WORDS),
          isFolded: true,
        },
      ];
    },
  };
}

export function storedAgreement(agreement: RecordRow): StoredRecord {
  return { version: agreement.version, values: storedIn(agreement) };
}

/** What the names of the form do not say by themselves: that no signature is left. */
export function agreementBeside(form: FormBody): Record<string, unknown> {
  const { signatures } = recordFromForm(AgreementFields, form) as { signatures?: unknown[] };
  return signatures?.length === 0 ? { signatures: null } : {};
}

/** The tools of the vendor, to tick: for a field that lists keys of them. */
export function ofVendor(view: FieldView, { ofVendor }: ToolOfPage, values: Values): FieldView {
  const chosen = values(view.name);
  const options = ofVendor.map(({ key, name }) => ({
    value: key,
    label: name,
    help: '',
    isChosen: chosen.includes(key),
  }));
  return { ...view, kind: 'choices', options };
}

/** A row may be left empty as a whole. */
function signatureViews(index: number, values: Values, faults: ShownFaults): FieldView[] {
  const views = fieldViews(SignatureFields, wordsOfSignature(index), values, faults, `signatures/${index}/`);
  return Object.values(views).map((view) => ({ ...view, required: false }));
}

function wordsOfSignature(index: number): Readonly<Record<string, FieldWords>> {
  const words = Object.entries<FieldWords>(SIGNATURE_WORDS).map(([name, of]) => {
    return [name, { ...of, label: `Signature ${index + 1}: ${of.label}` }];
  });
  return Object.fromEntries(words) as Record<string, FieldWords>;
}
