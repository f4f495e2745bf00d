// Where things stand in the workbook of a questionnaire: one sheet, a row for each question, the same for who writes and who reads it.
import type { FieldWords } from '../../web/form-view';
import { BASIS_WORDS } from '../answering-words';

export const SHEET = 'Questionnaire';
/** Lists that cells may be chosen from; hidden. */
export const CHOICES_SHEET = 'Choices';

export const HEADER_ROW = 4;

/** The practice says how it knows each answer. What a vendor says is its word, and the column is not there. */
export type WorkbookFor = 'practice' | 'vendor';

export interface Column {
  title: string;
  width: number;
  /** name of what is said of the answer, where it is typed in */
  field: AnswerColumn | null;
}

export type AnswerColumn = 'value' | 'basis' | 'evidence' | 'note';

const ASKED: readonly Column[] = [
  { title: 'Id', width: 16, field: null },
  { title: 'Group', width: 20, field: null },
  { title: 'Question', width: 46, field: null },
  { title: 'Why we ask', width: 38, field: null },
  { title: 'Help', width: 38, field: null },
  { title: 'What can be answered', width: 38, field: null },
  { title: 'Answer', width: 38, field: 'value' },
];
const BASIS: Column = { title: 'How do you know?', width: 26, field: 'basis' };
const BESIDE: readonly Column[] = [
  { title: 'Where does it stand?', width: 34, field: 'evidence' },
  { title: 'Note', width: 38, field: 'note' },
];

export function columnsFor(reader: WorkbookFor): readonly Column[] {
  return reader === 'practice' ? [...ASKED, BASIS, ...BESIDE] : [...ASKED, ...BESIDE];
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The letter of the column in which something is typed; undefined where the workbook has none. */
export function columnOf(reader: WorkbookFor, field: AnswerColumn): string | undefined {
  const index = columnsFor(reader).findIndex((column) => column.field === field);
  return index < 0 ? undefined : letterOf(index);
}

export const BASIS_LABELS: readonly string[] = Object.values(BASIS_WORDS);

export const WORKBOOK_WORDS = {
  file: { label: 'The spreadsheet', help: 'The one that you downloaded here, as XLSX, of at most 2 MB.' },
} as const satisfies Readonly<Record<string, FieldWords>>;
