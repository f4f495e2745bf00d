// The form about one amendment of an agreement: its days, and what it changes.
import { AmendmentFields } from '../business-associate-agreements/amendment.fields';
import { ofVendor } from '../business-associate-agreements/agreement-form';
import { ProvisionVerdictFields } from '../business-associate-agreements/provision.fields';
import { DomainError, type Fault } from '../common/problems/domain.error';
import type { ShownFaults } from '../web/form-faults';
import {
  fieldViews,
  labelsOf,
  storedIn,
  type FieldView,
  type FieldWords,
  type Values,
} from '../web/form-view';
import type { RecordForm, StoredRecord } from '../web/record-form';
import type { AgreementOfTool, StoredAgreement } from './agreement-of-tool';
import { AMENDMENT_WORDS, CHANGE_WORDS, CLAUSE_WORDS } from './amendment-words';
import type { ClauseCatalog } from './clause-pages';

/** Always so many more than are there. */
const MORE_CLAUSES = 3;

/** @param amendment to change; null for a new one */
export function amendmentForm(
  { tool, at, agreement }: AgreementOfTool,
  catalog: ClauseCatalog,
  amendment: AmendmentFields | null,
): RecordForm {
  const known = amendment?.provisions?.length ?? 0;
  const here = `${at}/agreements/${agreement.id}/amendments`;
  const rows = (count: number) => Array.from({ length: count + MORE_CLAUSES }, (_none, index) => index);
  return {
    title: amendment ? 'Change an amendment' : 'Add an amendment',
    lead: `Only what it changes of “${agreement.title}”: everything else stays as it was. It counts from the day on which both sides had signed.`,
    back: { href: `${at}#agreement`, label: tool.name },
    action: amendment ? `${here}/${amendment.key}` : here,
    button: amendment ? 'Save' : 'Add the amendment',
    labels: {
      ...labelsOf({ ...AMENDMENT_WORDS, ...CHANGE_WORDS }),
      ...Object.fromEntries(
        rows(known).flatMap((index) =>
          Object.entries(labelsOf(wordsOfClause(index), `provisions/${index}/`)),
        ),
      ),
    },
    sections: (values, faults) => {
      const views = (words: Readonly<Record<string, FieldWords>>): FieldView[] =>
        Object.values(fieldViews(AmendmentFields, words, values, faults));
      return [
        { title: 'The document', help: '', fields: views(AMENDMENT_WORDS), isFolded: false },
        {
          title: 'What it changes',
          help: 'Leave empty what it does not speak of.',
          fields: views(CHANGE_WORDS).map((view) =>
            view.name.endsWith('Services') ? ofVendor(view, tool, values) : view,
          ),
          isFolded: false,
        },
        {
          title: 'Clauses that now say something else',
          help: 'What you read here takes the place of what you read in the agreement, from the day on which the amendment counts. Save for more lines.',
          fields: rows(known).flatMap((index) => clauseViews(index, catalog, values, faults)),
          isFolded: true,
        },
      ];
    },
  };
}

/** With the version of the agreement in which it stands. */
export function storedAmendment({ version }: StoredAgreement, amendment: AmendmentFields): StoredRecord {
  return { version, values: storedIn(amendment) };
}

/** Faults of the agreement at the fields of its amendment's form. @param index place of the amendment in the list that was sent */
export function inWordsOfAmendment(error: unknown, index: number): unknown {
  if (!(error instanceof DomainError)) return error;
  const at = `/amendments/${index}/`;
  const faults = error.faults.map((fault): Fault => {
    return fault.pointer.startsWith(at) ? { ...fault, pointer: fault.pointer.slice(at.length - 1) } : fault;
  });
  return new DomainError(error.code, error.detail, faults);
}

/** A line may be left empty as a whole. */
function clauseViews(
  index: number,
  { groups, provisions }: ClauseCatalog,
  values: Values,
  faults: ShownFaults,
): FieldView[] {
  const words = wordsOfClause(index);
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  const options = Object.fromEntries(
    provisions.map(({ id, title, group }) => [id, `${title} (${titles.get(group) ?? ''})`]),
  );
  const views = fieldViews(
    ProvisionVerdictFields,
    { ...words, provision: { ...(words.provision as FieldWords), options } },
    values,
    faults,
    `provisions/${index}/`,
  );
  return Object.values<FieldView>(views).map((view) => ({ ...view, required: false }));
}

function wordsOfClause(index: number): Readonly<Record<string, FieldWords>> {
  const words = Object.entries<FieldWords>(CLAUSE_WORDS).map(([name, of]) => {
    return [name, { ...of, label: `Clause ${index + 1}: ${of.label}` }];
  });
  return Object.fromEntries(words) as Record<string, FieldWords>;
}
