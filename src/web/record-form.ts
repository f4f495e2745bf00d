// A form about one record in sections: empty for a new one, as stored for a change, and again as it was typed when it is refused. Whoever changes a
// record that somebody else has changed meanwhile sees both.
import type { FormBody } from '../common/http/form-body';
import { NO_FAULTS, type ShownFaults } from './form-faults';
import { NOTHING_TYPED, typedIn, type FieldView, type Values } from './form-view';
import { Page, type SeeOther } from './page';
import { storedBeside } from './stored-beside';
import { submitted } from './submitted';

const VIEW = 'web/record-form';

/** One entry of a list. */
export interface FormRow {
  /** "Exception 2" */
  title: string;
  fields: FieldView[];
}

export interface FormSection {
  /** empty for what needs no heading */
  title: string;
  help: string;
  fields: FieldView[];
  /** rarely needed: shown closed until something stands in it */
  isFolded: boolean;
  /** entries of a list, below the fields */
  rows?: FormRow[];
}

export interface RecordForm {
  title: string;
  /** why we ask, in a sentence or two */
  lead: string;
  back: { href: string; label: string };
  /** where the form is sent */
  action: string;
  button: string;
  sections: (values: Values, faults: ShownFaults) => FormSection[];
  /** what each field is called, by its name in the form */
  labels: Readonly<Record<string, string>>;
}

/** The record of a form for a change. */
export interface StoredRecord {
  version: number;
  values: Values;
}

/** @param offered for a new record, such as the name of who fills it in */
export function shownForm(
  form: RecordForm,
  stored: StoredRecord | null,
  offered: Values = NOTHING_TYPED,
): Page {
  const { values, version } = stored ?? { values: offered, version: null };
  return new Page(VIEW, form.title, { ...shown(form, values, NO_FAULTS), ...endOf(version) });
}

/**
 * @param work stores what was sent, by its version where it is a change
 * @param readAgain the record as it is now, for a change
 */
export function sentForm(
  form: RecordForm,
  sent: FormBody,
  work: (version: number) => Promise<SeeOther>,
  readAgain?: () => Promise<StoredRecord>,
): Promise<Page | SeeOther> {
  const typed = typedIn(sent);
  const version = Number(sent.text('version'));
  return submitted(() => work(version), {
    view: VIEW,
    title: form.title,
    labels: { ...labelsShown(form.sections(typed, NO_FAULTS)), ...form.labels },
    sent,
    data: async (faults, code) => {
      const view = { ...shown(form, typed, faults), ...endOf(readAgain ? version : null) };
      if (code !== 'stale-version' || !readAgain) return view;
      const now = await readAgain();
      const fields = form.sections(typed, faults).flatMap(allFields);
      return { ...view, ...endOf(now.version), storedNow: storedBeside(fields, typed, now.values) };
    },
  });
}

/** Those of rows say which row they are of. */
function allFields({ fields, rows = [] }: FormSection): FieldView[] {
  const ofRows = rows.flatMap((row) =>
    row.fields.map((view) => ({ ...view, label: `${row.title}: ${view.label}` })),
  );
  return [...fields, ...ofRows];
}

function labelsShown(sections: readonly FormSection[]): Record<string, string> {
  return Object.fromEntries(sections.flatMap(allFields).map(({ name, label }) => [name, label]));
}

function shown(form: RecordForm, values: Values, faults: ShownFaults): object {
  const { title, lead, back, action, button } = form;
  const sections = form.sections(values, faults).map((section, index) => ({
    ...section,
    id: `section-${index + 1}`,
    rows: section.rows ?? [],
    isOpen: allFields(section).some(({ name, fault }) => fault !== '' || values(name).length > 0),
  }));
  return { title, lead, back, action, button, faults, sections };
}

function endOf(version: number | null): { version: string; storedNow: object[] } {
  return { version: version === null ? '' : String(version), storedNow: [] };
}
