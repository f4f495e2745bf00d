// A questionnaire as a workbook: instructions, then a row for each question with what was answered so far. Everything but the answers is locked.
import writeExcelFile, { type CellObject, type Feature, type Image, type Sheet } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings as insertInOrder,
} from 'write-excel-file/utility';
import { cellText } from '../../common/spreadsheets/cell-text';
import { repeatableZip } from '../../common/spreadsheets/repeatable-zip';
import { answerInWords, choicesOf, unitOf } from '../answer-in-words';
import { BASIS_WORDS, DO_NOT_KNOW } from '../answering-words';
import type { QuestionGroupView, QuestionView } from '../questionnaire.dto';
import { UNKNOWN } from '../records/question-words';
import {
  BASIS_LABELS,
  CHOICES_SHEET,
  columnsFor,
  columnOf,
  HEADER_ROW,
  letterOf,
  SHEET,
  type AnswerColumn,
  type WorkbookFor,
} from './layout';

/** What is typed stays text: 2026-03-02 becomes no other date, 007 no seven. */
const TEXT_FORMAT = '@';
const HEADER_TINT = '#E7EBF0';
/** Of the cells that are filled in; known by it in the styles. */
const ANSWER_TINT = '#FFF9E5';

export interface WorkbookFacts {
  /** what it is about, in words */
  subject: string;
  groups: readonly QuestionGroupView[];
  reader: WorkbookFor;
}

interface Row extends QuestionView {
  groupTitle: string;
}

export async function writeQuestionnaire({ subject, groups, reader }: WorkbookFacts): Promise<Buffer> {
  const rows: Row[] = groups.flatMap(({ title, questions }) =>
    questions.map((one) => ({ ...one, groupTitle: title })),
  );
  const columns = columnsFor(reader);
  const lists = listsOf(rows, reader);
  const sheets: Sheet<Image['content']>[] = [
    {
      sheet: SHEET,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: HEADER_ROW,
      orientation: 'landscape',
      data: [
        [{ ...text(`Questions about ${subject}`), wrap: false, fontWeight: 'bold', fontSize: 16 }],
        [{ ...text(INSTRUCTIONS), wrap: false }],
        [{ ...text(HOW_TO_CHOOSE[reader]), wrap: false }],
        columns.map(({ title }) => ({ ...text(title), fontWeight: 'bold', backgroundColor: HEADER_TINT })),
        ...rows.map((row) =>
          columns.map(({ field }, index) =>
            field ? answerCell(row, field) : text(askedIn(row)[index] ?? ''),
          ),
        ),
      ],
    },
    {
      sheet: CHOICES_SHEET,
      columns: lists.map(() => ({ width: 40 })),
      data: linesOf(lists).map((line) => line.map((choice) => (choice === null ? null : text(choice)))),
    },
  ];
  const options = { fontFamily: 'Calibri', fontSize: 11, features: [features(rows, lists, reader)] };
  return repeatableZip(await writeExcelFile(sheets, options).toBuffer());
}

const INSTRUCTIONS =
  'Fill in the pale yellow cells, save as XLSX and send the file back where you downloaded it. A cell that you leave empty changes nothing. Never anything about a client.';

const HOW_TO_CHOOSE: Readonly<Record<WorkbookFor, string>> = {
  practice: `Every question takes “${DO_NOT_KNOW}”. Where several answers hold, write each on a line of its own. Say how you know each answer, unless you don’t.`,
  vendor: `Every question takes “${DO_NOT_KNOW}”. Where several answers hold, write each on a line of its own. Documents are attached in the pages, beside the answer.`,
};

function askedIn(row: Row): string[] {
  return [row.id, row.groupTitle, row.question, row.why ?? '', row.help ?? '', allowedInWords(row)];
}

function allowedInWords(asked: QuestionView): string {
  const choices = choicesOf(asked).map(({ label }) => label);
  switch (asked.answerType) {
    case 'yes_no':
    case 'choice':
      return [...choices, DO_NOT_KNOW].join('\n');
    case 'choices':
      return `All that hold, each on a line:\n${choices.join('\n')}\nor: ${DO_NOT_KNOW}`;
    case 'number': {
      const range = asked.number ? `, from ${asked.number.minimum} to ${asked.number.maximum}` : '';
      return `A whole number${unitOf(asked) ? ` of ${unitOf(asked)}` : ''}${range}; or ${DO_NOT_KNOW}`;
    }
    case 'date':
      return `A date such as 2026-03-02; or ${DO_NOT_KNOW}`;
    case 'text':
      return `Words; or ${DO_NOT_KNOW}`;
  }
}

/** An answer that was only carried over is none: it has to be given anew. */
function answerCell({ answer, ...asked }: Row, field: AnswerColumn): CellObject {
  const given = answer && !answer.carriedFrom ? answer : null;
  const said = given ? saidOf(given, asked)[field] : '';
  return {
    ...text(said),
    format: TEXT_FORMAT,
    backgroundColor: ANSWER_TINT,
    borderStyle: 'thin',
    borderColor: '#D8D4CA',
  };
}

function saidOf(
  given: NonNullable<QuestionView['answer']>,
  asked: QuestionView,
): Record<AnswerColumn, string> {
  const several = Array.isArray(given.value)
    ? given.value.map((one) => answerInWords([one], asked)).join('\n')
    : null;
  const plain = typeof given.value === 'number' ? String(given.value) : answerInWords(given.value, asked);
  return {
    value: several ?? plain,
    basis: given.basis && given.value !== UNKNOWN ? BASIS_WORDS[given.basis] : '',
    evidence: given.evidence ?? '',
    note: given.note ?? '',
  };
}

function text(value: string): CellObject {
  return { value: cellText(value), type: String, wrap: true, alignVertical: 'top' };
}

/** The lists of the hidden sheet, each once: a column for each. */
function listsOf(rows: readonly Row[], reader: WorkbookFor): string[][] {
  const lists = reader === 'practice' ? [[...BASIS_LABELS]] : [];
  for (const row of rows) {
    const list = listOf(row);
    if (list && !lists.some((known) => isSame(known, list))) lists.push(list);
  }
  return lists.length > 0 ? lists : [[DO_NOT_KNOW]];
}

function listOf(asked: QuestionView): string[] | null {
  if (asked.answerType !== 'yes_no' && asked.answerType !== 'choice') return null;
  return [...choicesOf(asked).map(({ label }) => label), DO_NOT_KNOW];
}

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

function linesOf(lists: readonly string[][]): (string | null)[][] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_none, line) => lists.map((list) => list[line] ?? null));
}

function features(
  rows: readonly Row[],
  lists: readonly string[][],
  reader: WorkbookFor,
): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0 ? asForm(xml, validationsOf(rows, lists, reader)) : xml,
        },
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'sheet' && attributes.name === CHOICES_SHEET
              ? { ...attributes, state: 'hidden' }
              : attributes,
        },
        'xl/styles.xml': { transform: unlocked },
      },
    },
  };
}

function asForm(xml: string, validations: readonly string[]): string {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  const protection =
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';
  const locked = insertInOrder(xml, protection, order, 'worksheet');
  if (validations.length === 0) return locked;
  const list = `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`;
  return insertInOrder(locked, list, order, 'worksheet');
}

/** Answers can be chosen from their list; a list serves every cell that has it. */
function validationsOf(rows: readonly Row[], lists: readonly string[][], reader: WorkbookFor): string[] {
  const [value, basis] = [columnOf(reader, 'value'), columnOf(reader, 'basis')];
  return lists.flatMap((list, index) => {
    const isBasis = basis !== undefined && isSame(list, BASIS_LABELS);
    const cells = rows.flatMap((row, place) => {
      const at = HEADER_ROW + 1 + place;
      if (isBasis) return [`${basis}${at}`];
      const own = listOf(row);
      return own && isSame(own, list) ? [`${value}${at}`] : [];
    });
    if (cells.length === 0) return [];
    const range = `${CHOICES_SHEET}!$${letters(index)}$1:$${letters(index)}$${list.length}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Please choose" error="Please choose one of the list."` +
        ` sqref="${cells.join(' ')}"><formula1>${range}</formula1></dataValidation>`,
    ];
  });
}

function letters(index: number): string {
  return index < 26 ? letterOf(index) : `${letters(Math.floor(index / 26) - 1)}${letterOf(index % 26)}`;
}

/** The styles with the tint of answers can be edited while the sheet is protected. */
function unlocked(xml: string): string {
  const fills = [...xml.matchAll(/<fill>[^]*?<\/fill>/g)].map(([fill]) => fill);
  const tint = fills.findIndex((fill) => fill.includes(ANSWER_TINT.slice(1)));
  return xml.replace(
    new RegExp(`<xf ([^>]*fillId="${tint}"[^>]*)>([^]*?)</xf>`, 'g'),
    '<xf $1 applyProtection="1">$2<protection locked="0"/></xf>',
  );
}
