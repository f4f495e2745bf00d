import type { SheetCell, SheetRows } from '../../common/spreadsheets/read-sheet';
import type { AnswerFields } from '../records/answer.fields';
import type { AskedQuestionFields } from '../records/asked-question.fields';
import { answersFromWorkbook } from './answers-from-workbook';
import { columnsFor, HEADER_ROW, letterOf, type WorkbookFor } from './layout';

const head = { group: 'g', groupTitle: 'Group', about: 'service', answeredBy: 'vendor' } as const;
const QUESTIONS: AskedQuestionFields[] = [
  { ...head, id: 'explained', answerType: 'yes_no', question: 'Is it explained?' },
  {
    ...{ ...head, id: 'copies', answerType: 'choices', question: 'Which copies?' },
    options: [
      { value: 'audio', label: 'Audio; of every session' },
      { value: 'text', label: 'Transcripts' },
    ],
  },
  {
    ...{ ...head, id: 'days', answerType: 'number', question: 'How many days?' },
    number: { unit: 'days', minimum: 0, maximum: 365 },
  },
  { ...head, id: 'since', answerType: 'date', question: 'Since when?' },
  { ...head, id: 'words', answerType: 'text', question: 'In your words?' },
];

type Typed = string | Partial<SheetCell>;

/** Rows under the titles, a cell by its letter. */
function sheet(
  rows: readonly Readonly<Record<string, Typed>>[],
  reader: WorkbookFor = 'practice',
): SheetRows {
  const cellOf = (typed: Typed): SheetCell => ({
    ...{ text: '', kind: 'text', isFormula: false },
    ...(typeof typed === 'string' ? { text: typed } : typed),
  });
  const titles = columnsFor(reader).map(({ title }, index) => [letterOf(index), cellOf(title)] as const);
  const filled = rows.map((row, index) => {
    const cells = Object.entries(row).map(([letter, typed]) => [letter, cellOf(typed)] as const);
    return [HEADER_ROW + 1 + index, new Map(cells)] as const;
  });
  return new Map([[HEADER_ROW, new Map(titles)], ...filled]);
}

function read(rows: SheetRows, answers: Partial<AnswerFields>[] = [], reader: WorkbookFor = 'practice') {
  const given = new Map(answers.map((answer) => [answer.question, answer as AnswerFields]));
  const questions = QUESTIONS.map((question) => ({ ...question, answer: given.get(question.id) ?? null }));
  return answersFromWorkbook(rows, { questions, reader, today: '2026-11-20' });
}

const STATED = 'Somebody told us so';
const ANSWER: Partial<AnswerFields> = {
  ...{ question: 'explained', value: 'yes', basis: 'documented', evidence: 'Terms, 4' },
  ...{ evidenceKeys: ['terms'], answeredOn: '2026-10-01' },
};

it.each([
  ['explained', 'Yes', 'yes'],
  ['explained', '  partly ', 'partly'],
  ['explained', "I don't know.", 'unknown'],
  ['explained', 'I don’t know', 'unknown'],
  ['copies', 'Audio; of every session\nTranscripts', ['audio', 'text']],
  ['copies', 'transcripts; audio', ['text', 'audio']],
  ['copies', '- Transcripts', ['text']],
  ['days', '30', 30],
  ['days', { text: '30', kind: 'number' } as const, 30],
  ['since', '2026-03-02', '2026-03-02'],
  ['since', { text: '46083', kind: 'number' } as const, '2026-03-02'],
  ['words', '=1+1 as text', '=1+1 as text'],
])('%s: %p is %p', (id, typed, value) => {
  const { answers, faults } = read(sheet([{ A: id, G: typed, H: STATED }]));
  expect(faults).toEqual([]);
  expect(answers).toMatchObject([{ question: id, value, basis: value === 'unknown' ? null : 'stated' }]);
});

it.each([
  ['a word that is no option', { A: 'explained', G: 'Maybe', H: STATED }, 'G5', 'choose from: “Yes”'],
  ['one of several', { A: 'copies', G: 'Transcripts; Tapes', H: STATED }, 'G5', 'choose from:'],
  ['a number in words', { A: 'days', G: 'thirty', H: STATED }, 'G5', 'whole number in digits'],
  ['a number out of range', { A: 'days', G: '400', H: STATED }, 'G5', 'from 0 to 365'],
  ['a date of another kind', { A: 'since', G: '3/2/26', H: STATED }, 'G5', 'YYYY-MM-DD'],
  ['no way of knowing', { A: 'explained', G: 'Yes' }, 'H5', 'say how the answer is known'],
  [
    'a way of knowing that is none',
    { A: 'explained', G: 'Yes', H: 'Rumour' },
    'H5',
    'choose from: “We saw it ourselves”',
  ],
  [
    'a note without an answer',
    { A: 'explained', J: 'A note' },
    'G5',
    'so that what you wrote beside it can be kept',
  ],
  [
    'a formula',
    { A: 'explained', G: { text: 'yes', isFormula: true }, H: STATED },
    'G5',
    'a formula stands here',
  ],
  [
    'a formula in the id',
    { A: { text: 'explained', isFormula: true }, G: 'Yes', H: STATED },
    'A5',
    'a formula stands here',
  ],
  [
    'an error',
    { A: 'explained', G: { text: '#REF!', kind: 'error' }, H: STATED },
    'G5',
    'an error stands in place',
  ],
  ['an id of no question', { A: 'explaind', G: 'Yes', H: STATED }, 'A5', 'did you mean "explained"?'],
  ['an id that is gone', { G: 'Yes', H: STATED }, 'A5', 'the id is gone'],
] as const)('%s is refused at its cell with what to do', (_what, row, cell, words) => {
  const { answers, faults } = read(sheet([row]));
  expect(answers).toEqual([]);
  expect(faults).toMatchObject([{ pointer: `/cells/${cell}` }]);
  expect(faults[0]?.detail).toContain(`Cell ${cell}: `);
  expect(faults[0]?.detail).toContain(words);
});

it('every fault is told at once, and a question that stands twice', () => {
  const good = { A: 'explained', G: 'Yes', H: STATED };
  const { faults } = read(sheet([good, good, { A: 'days', G: 'x' }, { A: 'nothing', G: 'y' }]));
  expect(faults.map(({ pointer }) => pointer)).toEqual(['/cells/A6', '/cells/G7', '/cells/A8']);
});

it('cells left empty leave what is stored, and a row that says what is stored changes nothing', () => {
  expect(read(sheet([{ A: 'explained', C: 'a question' }]), [ANSWER]).answers).toEqual([]);
  const same = { A: 'explained', G: 'Yes', H: 'It stands in a document that we have', I: 'Terms, 4' };
  expect(read(sheet([same]), [ANSWER])).toMatchObject({ answers: [], faults: [] });
  expect(read(sheet([{ A: 'explained', J: 'Read anew' }]), [ANSWER]).answers).toEqual([
    {
      question: 'explained',
      value: 'yes',
      basis: 'documented',
      evidence: 'Terms, 4',
      note: 'Read anew',
      evidenceKeys: ['terms'],
      answeredBy: null,
    },
  ]);
});

it('an answer that was only carried over is none until it is given', () => {
  const carried = { ...ANSWER, carriedFrom: 'last-year' };
  expect(read(sheet([{ A: 'explained', J: 'A note' }]), [carried]).faults).toHaveLength(1);
});

it("a vendor's word is its word, whatever it writes", () => {
  const rows = sheet([{ A: 'explained', G: 'Yes', H: 'Terms, 4', I: 'A note' }], 'vendor');
  expect(read(rows, [], 'vendor').answers).toMatchObject([
    { value: 'yes', basis: 'stated', evidence: 'Terms, 4', note: 'A note' },
  ]);
});

it('is not read where the titles are not as they were', () => {
  const { faults } = read(sheet([{ A: 'explained', G: 'Yes' }], 'vendor'));
  expect(faults).toMatchObject([{ pointer: '/cells/A4' }]);
});

it('gives up where a sheet has faults by the hundred', () => {
  const rows = Array.from({ length: 2_000 }, () => ({ A: 'no such question', G: 'Yes' }));
  expect(read(sheet(rows)).faults).toHaveLength(500);
});
