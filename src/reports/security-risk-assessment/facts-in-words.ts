// The engine's sentences name facts by key ("flow parley-summaries", "checklist answer no_training"), so that a program can find
// them. People get the names under which this report tells the same facts: flow F1, agreement A1, AI Tech Checklist item 5.
import { CHECKLIST_ITEMS, type ChecklistItem } from '../../checklists/checklist.fields';
import type { Dossier } from '../../dossiers/dossier.document';
import { CONSENT_KINDS, type ConsentKind } from '../../practice-measures/practice-measures.fields';
import { shortened } from '../markup/shortened';
import { withDatesInWords } from './date-words';
import { CONSENT_WORDS } from './fact-words';
import type { NumberedFlow } from './flows.presenter';
import { listed } from './number-words';

/** Puts the names of this report into a sentence of the engine. */
export type InWords = (sentence: string) => string;

/** "A1": the row of the agreement in its appendix. */
export const agreementNumber = (index: number): string => `A${index + 1}`;
/** "R1": the row of the SOC 2 report in its appendix. */
export const soc2Number = (index: number): string => `R${index + 1}`;
/** 1 to 7, the place in the AI Tech Checklist. */
export const checklistNumber = (item: ChecklistItem): number => CHECKLIST_ITEMS.indexOf(item) + 1;

export function factsInWords(dossier: Dossier, flows: readonly NumberedFlow[]): InWords {
  const agreements = new Map(
    (dossier.agreements ?? []).map(({ key }, index) => [key, `agreement ${agreementNumber(index)}`]),
  );
  const reports = new Map(
    (dossier.soc2Reports ?? []).map(({ key }, index) => [key, `SOC 2 report ${soc2Number(index)}`]),
  );
  const numbers = new Map(flows.map(({ flow, number }) => [flow.key, number]));
  const services = new Map(dossier.services.map(({ key }) => [key, 'the record of the tool']));
  const steps = [
    questionsInWords(dossier),
    checklistInWords,
    consentInWords,
    keysInWords(numbers, '[Ff]lows?:? ', (list, before) => `${before}${list.join(', ')}`),
    keysInWords(agreements, '(?:[Aa]greement )', ([name]) => name as string),
    keysInWords(reports, 'SOC 2 report ', ([name]) => name as string),
    keysInWords(services, 'service ', ([name]) => name as string),
    ...[agreements, reports].map(tellingKeysInWords),
  ];
  return (sentence) =>
    withDatesInWords(
      capitalizedAs(
        sentence,
        steps.reduce((words, step) => step(words), sentence),
      ),
    );
}

const QUESTION_CHARACTERS = 70;

/** "questionnaire answer text-deleted-after-note": the answer to the question as it was asked. */
function questionsInWords({ questionnaires }: Dossier): InWords {
  const questions = new Map(
    (questionnaires ?? []).flatMap((one) => (one.questions ?? []).map(({ id, question }) => [id, question])),
  );
  return (sentence) =>
    sentence.replace(/\bquestionnaire answer ([a-z0-9]+(?:-[a-z0-9]+)+)/g, (all, id: string) => {
      const question = questions.get(id);
      return question ? `the answer to “${shortened(question, QUESTION_CHARACTERS)}”` : all;
    });
}

const ITEM = CHECKLIST_ITEMS.join('|');
const ITEMS_NAMED = new RegExp(
  `(?:\\b(?:AI Tech )?[Cc]hecklist (?:items?|answers?) )?\\b((?:${ITEM})(?:, (?:${ITEM}))*)\\b`,
  'g',
);

function checklistInWords(sentence: string): string {
  return sentence.replace(ITEMS_NAMED, (_, items: string) => {
    const numbers = items.split(', ').map((item) => checklistNumber(item as ChecklistItem));
    numbers.sort((one, other) => one - other);
    return `AI Tech Checklist ${numbers.length === 1 ? 'item' : 'items'} ${listed(numbers.map(String))}`;
  });
}

const CONSENT_NAMED = new RegExp(`\\bpractice measure consent (${CONSENT_KINDS.join('|')})\\b`, 'g');

function consentInWords(sentence: string): string {
  return sentence.replace(
    CONSENT_NAMED,
    (_, kind: ConsentKind) =>
      `practice measure: ${CONSENT_WORDS[kind].toLowerCase().replace(/\bai\b/, 'AI')}`,
  );
}

/** Keys that stand, alone or as a list, behind a word that says what they are. */
export function keysInWords(
  names: ReadonlyMap<string, string>,
  before: string,
  told: (names: string[], before: string) => string,
): InWords {
  if (names.size === 0) return (sentence) => sentence;
  const key = `(?:${alternatives([...names.keys()])})`;
  const pattern = new RegExp(`(?<![\\w-])(${before})(${key}(?:, ${key})*)(?![\\w-])`, 'g');
  return (sentence) =>
    sentence.replace(pattern, (_, word: string, keys: string) =>
      told(
        keys.split(', ').map((one) => names.get(one) ?? one),
        word,
      ),
    );
}

/** Keys on their own, when they cannot be words of the sentence: "fernhill-baa", but not "scribe". */
export function tellingKeysInWords(names: ReadonlyMap<string, string>): InWords {
  const telling = [...names.keys()].filter((key) => /[-_\d]/.test(key));
  if (telling.length === 0) return (sentence) => sentence;
  const pattern = new RegExp(`(?<![\\w-])(?:${alternatives(telling)})(?![\\w-])`, 'g');
  return (sentence) => sentence.replace(pattern, (key) => names.get(key) ?? key);
}

/** The longest first, so that no key is taken for the beginning of another. */
function alternatives(keys: readonly string[]): string {
  return [...keys]
    .sort((one, other) => other.length - one.length)
    .map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

/** A sentence that began with a key, or with a capital, begins with a capital. */
function capitalizedAs(before: string, after: string): string {
  return before === after ? after : after.charAt(0).toUpperCase() + after.slice(1);
}
