// What somebody typed into the cell of an answer, as the value of an answer. Labels are taken as they stand in the list, whatever the case, and the values behind
// them too. Pure.
import type { SheetCell } from '../../common/spreadsheets/read-sheet';
import { choicesOf, type AskedForm, type Choice } from '../answer-in-words';
import { DO_NOT_KNOW } from '../answering-words';
import type { AnswerValue } from '../records/answer-value.field';
import { UNKNOWN } from '../records/question-words';

export type ReadValue = { value: AnswerValue } | { fault: string };

/** Day 0 of a workbook; for days after February 1900, which is where any of ours lie. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MILLISECONDS = 86_400_000;

export function readValue(cell: SheetCell, asked: AskedForm): ReadValue {
  const text = cell.text.trim();
  if (isUnknown(text)) return { value: UNKNOWN };
  const choices = choicesOf(asked);
  switch (asked.answerType) {
    case 'yes_no':
    case 'choice':
      return chosen(text, choices);
    case 'choices':
      return severalOf(text, choices);
    case 'number':
      return /^-?\d{1,10}$/.test(text)
        ? { value: Number(text) }
        : { fault: `write a whole number in digits alone, or ${DO_NOT_KNOW}` };
    case 'date':
      return dateOf(cell, text);
    case 'text':
      return { value: text.replaceAll('\r\n', '\n') };
  }
}

/** "I don't know", with whichever apostrophe a keyboard has. */
function isUnknown(text: string): boolean {
  return [plain(DO_NOT_KNOW), plain('I do not know'), UNKNOWN].includes(plain(text));
}

function chosen(text: string, choices: readonly Choice[]): ReadValue {
  const found = choiceOf(text, choices);
  return found ? { value: found.value } : notOneOf(choices);
}

/** On lines of their own; on one line they may be parted by semicolons, unless a label itself has one. */
function severalOf(text: string, choices: readonly Choice[]): ReadValue {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const parts = lines.flatMap((line) => (choiceOf(line, choices) ? [line] : line.split(';')));
  const found = parts.filter((part) => part.trim() !== '').map((part) => choiceOf(part, choices));
  if (found.length === 0 || found.some((one) => one === undefined)) return notOneOf(choices);
  return { value: [...new Set(found.flatMap((one) => (one ? [one.value] : [])))] };
}

function choiceOf(text: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = plain(text.replace(/^\s*[-•*]\s+/, ''));
  return choices.find(({ value, label }) => plain(label) === wanted || plain(value) === wanted);
}

function notOneOf(choices: readonly Choice[]): ReadValue {
  const labels = choices.map(({ label }) => `“${label}”`).join(', ');
  return { fault: `choose from: ${labels}, “${DO_NOT_KNOW}”` };
}

function dateOf({ kind }: SheetCell, text: string): ReadValue {
  if (kind !== 'number') return { value: text };
  const days = Number(text);
  if (!Number.isInteger(days) || days < 61 || days > 100_000)
    return { fault: `write the date as 2026-03-02, or ${DO_NOT_KNOW}` };
  return { value: new Date(DAY_ZERO + days * DAY_MILLISECONDS).toISOString().slice(0, 10) };
}

export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .toLowerCase();
}
