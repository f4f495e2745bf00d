// What a workbook that came back changes: cells that are filled in go over what is stored, empty ones leave it. Every fault names its cell. Pure.
import type { CalendarDate } from '../../common/calendar-date';
import { nearestWord } from '../../common/faults';
import type { Fault } from '../../common/problems/domain.error';
import type { SheetCell, SheetRows } from '../../common/spreadsheets/read-sheet';
import type { Basis } from '../../common/words';
import { BASIS_WORDS, DO_NOT_KNOW } from '../answering-words';
import type { AskedOnPage, GivenAnswer } from '../question-form';
import { answerFaults } from '../records/answer-faults';
import type { AnswerValue } from '../records/answer-value.field';
import type { AskedQuestionFields } from '../records/asked-question.fields';
import { UNKNOWN } from '../records/question-words';
import { columnOf, columnsFor, letterOf, type AnswerColumn, type WorkbookFor } from './layout';
import { plain, readValue } from './read-value';

export interface WorkbookAnswer {
  question: string;
  value: AnswerValue;
  basis: Basis | null;
  evidence: string | null;
  evidenceKeys: string[] | null;
  answeredBy: string | null;
  note: string | null;
}

export interface ReadWorkbook {
  /** answers that differ from what is stored, whole */
  answers: WorkbookAnswer[];
  faults: Fault[];
  /** the cell in which something is said of an answer, for faults that are found later */
  cellOf: (question: string, field: string) => string;
}

export interface WorkbookGround {
  questions: readonly (AskedOnPage & AskedQuestionFields)[];
  reader: WorkbookFor;
  today: CalendarDate;
}

type Cells = ReadonlyMap<string, SheetCell>;

const SEARCHED_FOR_HEADER = 20;
/** More are not looked for: a sheet of thousands of unknown rows would be compared with every question. */
const MOST_FAULTS = 500;

export function answersFromWorkbook(rows: SheetRows, ground: WorkbookGround): ReadWorkbook {
  const places = new Map<string, number>();
  const cellOf = (question: string, field: string): string => {
    const letter = columnOf(ground.reader, isAnswerColumn(field) ? field : 'value') ?? 'G';
    return `${letter}${places.get(question) ?? ''}`;
  };
  const header = headerOf(rows, ground.reader);
  if (header === null) {
    const detail =
      'Row 4: the titles of the columns are not as they were; fill in the spreadsheet as you downloaded it.';
    return { answers: [], faults: [cellFault('A4', 'invalid-field', detail, true)], cellOf };
  }
  const asked = new Map(ground.questions.map((question) => [question.id, question]));
  const [answers, faults]: [WorkbookAnswer[], Fault[]] = [[], []];
  for (const [row, cells] of [...rows].sort(([left], [right]) => left - right)) {
    if (faults.length >= MOST_FAULTS) break;
    if (row <= header || !isFilledIn(cells, ground.reader)) continue;
    const question = questionOf(cells, row, asked, places);
    if ('pointer' in question) {
      faults.push(question);
      continue;
    }
    places.set(question.id, row);
    const read = answerOf(cells, row, question, ground);
    faults.push(...read.faults);
    if (read.answer) answers.push(read.answer);
  }
  return { answers, faults, cellOf };
}

/** The row of the titles; null where they are not ours. */
function headerOf(rows: SheetRows, reader: WorkbookFor): number | null {
  const titles = columnsFor(reader).map(({ title }, index) => [letterOf(index), title] as const);
  for (let row = 1; row <= SEARCHED_FOR_HEADER; row += 1) {
    const cells = rows.get(row);
    if (cells && titles.every(([letter, title]) => plain(cells.get(letter)?.text ?? '') === plain(title)))
      return row;
  }
  return null;
}

function isFilledIn(cells: Cells, reader: WorkbookFor): boolean {
  return columnsFor(reader).some(({ field }, index) => field !== null && isGiven(cells.get(letterOf(index))));
}

const isGiven = (cell: SheetCell | undefined): cell is SheetCell =>
  cell !== undefined && (cell.isFormula || cell.text.trim() !== '');

type Asked = AskedOnPage & AskedQuestionFields;

function questionOf(
  cells: Cells,
  row: number,
  asked: ReadonlyMap<string, Asked>,
  places: ReadonlyMap<string, number>,
): Asked | Fault {
  const at = `A${row}`;
  const cell = cells.get('A');
  if (cell?.isFormula) return formulaFault(at);
  const id = cell?.text.trim() ?? '';
  if (id === '')
    return cellFault(
      at,
      'unknown-question',
      'the id is gone; copy it from the spreadsheet as you downloaded it',
    );
  const question = asked.get(id);
  if (!question) {
    const meant = nearestWord(id, [...asked.keys()]);
    const way = meant
      ? `did you mean "${meant}"?`
      : 'empty the yellow cells of this row, or download the spreadsheet anew';
    return cellFault(at, 'unknown-question', `this is no question of this questionnaire; ${way}`);
  }
  const earlier = places.get(id);
  return earlier === undefined
    ? question
    : cellFault(at, 'answered-twice', `the same question stands in row ${earlier}; keep one`);
}

function answerOf(
  cells: Cells,
  row: number,
  question: Asked,
  { reader, today }: WorkbookGround,
): { answer: WorkbookAnswer | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const cellAt = (field: AnswerColumn): { at: string; cell: SheetCell | null } => {
    const letter = columnOf(reader, field);
    const at = `${letter ?? ''}${row}`;
    const cell = letter === undefined ? undefined : cells.get(letter);
    if (!isGiven(cell)) return { at, cell: null };
    if (cell.isFormula) faults.push(formulaFault(at));
    else if (cell.kind === 'error')
      faults.push(cellFault(at, 'invalid-field', 'an error stands in place of a text; type what is meant'));
    else return { at, cell };
    return { at, cell: null };
  };
  const typed = {
    value: cellAt('value'),
    basis: cellAt('basis'),
    evidence: cellAt('evidence'),
    note: cellAt('note'),
  };
  const stored = question.answer && !question.answer.carriedFrom ? question.answer : null;
  const value = valueOf(typed.value, question, stored, faults);
  const basis = basisOf(typed.basis, faults);
  if (faults.length > 0 || value === null) {
    if (value === null && faults.length === 0)
      faults.push(
        cellFault(
          typed.value.at,
          'invalid-field',
          `answer it, or write ${DO_NOT_KNOW}, so that what you wrote beside it can be kept`,
        ),
      );
    return { answer: null, faults };
  }
  const isKnown = value !== UNKNOWN;
  const knownBy = reader === 'vendor' ? 'stated' : (basis ?? stored?.basis ?? null);
  const answer: WorkbookAnswer = {
    ...{ question: question.id, value, basis: isKnown ? knownBy : null },
    evidence: typed.evidence.cell?.text.trim() ?? stored?.evidence ?? null,
    note: typed.note.cell?.text.trim() ?? stored?.note ?? null,
    ...{ evidenceKeys: stored?.evidenceKeys ?? null, answeredBy: stored?.answeredBy ?? null },
  };
  const judged = answerFaults(
    { ...answer, answeredOn: today },
    { asked: new Map([[question.id, question]]), today },
  );
  faults.push(
    ...judged.map(({ pointer, code, detail }) =>
      cellFault(pointer.startsWith('/basis') ? typed.basis.at : typed.value.at, code, inPlainWords(detail)),
    ),
  );
  const isSame = stored !== null && faults.length === 0 && isAlike(answer, stored);
  return { answer: faults.length > 0 || isSame ? null : answer, faults };
}

function valueOf(
  { at, cell }: { at: string; cell: SheetCell | null },
  question: Asked,
  stored: GivenAnswer | null,
  faults: Fault[],
): AnswerValue | null {
  if (!cell) return stored?.value ?? null;
  const read = readValue(cell, question);
  if ('value' in read) return read.value;
  faults.push(cellFault(at, 'invalid-field', read.fault));
  return null;
}

function basisOf({ at, cell }: { at: string; cell: SheetCell | null }, faults: Fault[]): Basis | null {
  if (!cell) return null;
  const entries = Object.entries(BASIS_WORDS) as [Basis, string][];
  const found = entries.find(([value, label]) => [plain(value), plain(label)].includes(plain(cell.text)));
  if (found) return found[0];
  const labels = entries.map(([, label]) => `“${label}”`).join(', ');
  faults.push(cellFault(at, 'invalid-field', `choose from: ${labels}`));
  return null;
}

function isAlike(answer: WorkbookAnswer, stored: GivenAnswer): boolean {
  const parts = (one: Pick<GivenAnswer, 'value' | 'basis' | 'evidence' | 'note'>): string => {
    const value = Array.isArray(one.value) ? [...one.value].sort() : one.value;
    return JSON.stringify([value, one.basis ?? null, oneLine(one.evidence), oneLine(one.note)]);
  };
  return parts(answer) === parts(stored);
}

const oneLine = (text: string | null | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trim();

function inPlainWords(detail: string): string {
  return detail.replaceAll('"unknown"', `“${DO_NOT_KNOW}”`);
}

function formulaFault(at: string): Fault {
  return cellFault(at, 'invalid-field', 'a formula stands here, and none is computed; type what it comes to');
}

/** Led to by the name of the cell, which the sentence says too. */
export function cellFault(at: string, code: Fault['code'], detail: string, isWhole = false): Fault {
  return { pointer: `/cells/${at}`, code, detail: isWhole ? detail : `Cell ${at}: ${detail}` };
}

function isAnswerColumn(field: string): field is AnswerColumn {
  return field === 'value' || field === 'basis' || field === 'evidence' || field === 'note';
}
