// The engine's sentences name records by key ("data flow scribe-audio", "checklist answer no_training"), so that a program can find them. The pages
// tell them by the names under which they show the same records, and know where each is kept.
import { CHECKLIST_ITEMS, type ChecklistItem } from '../checklists/checklist.fields';
import {
  checklistNumber,
  keysInWords,
  tellingKeysInWords,
  type InWords,
} from '../reports/security-risk-assessment/facts-in-words';
import { CHECKLIST_WORDS } from '../reports/security-risk-assessment/fact-words';
import { withDatesInWords } from '../reports/security-risk-assessment/date-words';
import { capitalized, listed } from '../reports/security-risk-assessment/number-words';

/** Kinds of records by the words that stand before their keys in a sentence. */
export type NamedKind =
  | 'flow'
  | 'agreement'
  | 'SOC 2 report'
  | 'attestation'
  | 'model card'
  | 'clinical validation'
  | 'financial standing'
  | 'exit terms'
  | 'service level'
  | 'adjustment'
  | 'company'
  | 'question'
  | 'service';

export interface NamedRecord {
  kind: NamedKind;
  key: string;
  /** as the page calls it: "F2", "Business Associate Agreement 2026" */
  name: string;
  /** where its form is; empty where pages have none */
  href: string;
}

export interface EngineWords {
  inWords: InWords;
  /** where the record is kept that a source names; empty where pages have no place for it */
  placeOf: (source: string) => string;
}

/** Addresses of the tool, its questionnaires, and the incidents of the practice. */
interface Places {
  at: string;
  questionnaires: string;
  incidents: string;
}

/** @param clauses titles of provisions by id */
export function engineWords(
  records: readonly NamedRecord[],
  clauses: ReadonlyMap<string, string>,
  { at, questionnaires, incidents }: Places,
): EngineWords {
  const of = (kind: NamedKind): Map<string, string> =>
    new Map(records.filter((one) => one.kind === kind).map(({ key, name }) => [key, name]));
  const [flows, agreements, reports] = [of('flow'), of('agreement'), of('SOC 2 report')];
  const quoted = (names: readonly string[], what: string): string =>
    `${what} ${listed(names.map((name) => `“${name}”`))}`;
  const steps: InWords[] = [
    checklistInWords,
    keysInWords(of('question'), '(?:questionnaire answer |answer to )', (names) =>
      quoted(names, 'the answer to'),
    ),
    keysInWords(flows, '(?:[Dd]ata )?[Ff]lows?:? ', (names) => `flow ${listed(names)}`),
    keysInWords(agreements, '[Aa]greements? ', (names) => listed(names.map((name) => `“${name}”`))),
    ...(
      [
        'SOC 2 report',
        'attestation',
        'model card',
        'clinical validation',
        'service level',
        'adjustment',
      ] as const
    ).map((kind) => keysInWords(of(kind), `${kind} `, (names) => quoted(names, kind))),
    ...(['financial standing', 'exit terms'] as const).map((kind) =>
      keysInWords(of(kind), `(?:tried export of )?${kind} |tried export of `, () => `the record of ${kind}`),
    ),
    keysInWords(of('company'), '(?:company behind the vendor |model provider )', (names) => listed(names)),
    keysInWords(of('service'), 'service ', () => 'the record of the tool'),
    tellingKeysInWords(new Map([...agreements].map(([key, name]) => [key, `“${name}”`]))),
    tellingKeysInWords(reports),
    (sentence) => clausesInWords(sentence, clauses),
    withDatesInWords,
    (sentence) =>
      sentence.replace(/\b(baa_signed|no_training)\b/g, (item) => CHECKLIST_WORDS[item as ChecklistItem]),
  ];
  return {
    inWords: (sentence) =>
      beginningAs(
        sentence,
        steps.reduce((words, step) => step(words), sentence),
      ),
    placeOf: (source) => placeOf(source, records, { at, questionnaires, incidents }),
  };
}

/** What began with a capital begins with one. */
function beginningAs(before: string, after: string): string {
  return /^[A-Z]/.test(before) ? capitalized(after) : after;
}

const ITEM = CHECKLIST_ITEMS.join('|');
const ITEMS_NAMED = new RegExp(
  `\\b(?:AI Tech )?[Cc]hecklist (items?|answers?) ((?:${ITEM})(?:, (?:${ITEM}))*)\\b`,
  'g',
);

function checklistInWords(sentence: string): string {
  return sentence.replace(ITEMS_NAMED, (_, what: string, items: string) => {
    const named = items.split(', ').map((item) => item as ChecklistItem);
    named.sort((one, other) => checklistNumber(one) - checklistNumber(other));
    const titles = listed(named.map((item) => `“${CHECKLIST_WORDS[item]}”`));
    return what.startsWith('item') ? `checklist ${what} ${titles}` : `the AI Tech Checklist on ${titles}`;
  });
}

/** "“BAA 2026”, BAA-A01" names the clause by what it is about. */
function clausesInWords(sentence: string, clauses: ReadonlyMap<string, string>): string {
  return sentence.replace(/\bBAA-[A-Z]\d\d\b/g, (id) => {
    const title = clauses.get(id);
    return title ? `the clause “${title}”` : id;
  });
}

/** How the sources of the engine begin, for records that stand in the list of a page or form of their own. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^checklist answer /, '/checklist'],
  [/^agreements?\b|qualified service organization agreements/, '#agreement'],
  [/^(data )?flows?\b/, '#data-flows'],
  [/^company behind|^service \S+, (companies|subcontractors|model provider)/, '#companies'],
  [
    /^(SOC 2 report|attestation|model card|clinical validation|financial standing|service level|exit terms)/,
    '#papers',
  ],
];

function placeOf(
  source: string,
  records: readonly NamedRecord[],
  { at, questionnaires, incidents }: Places,
): string {
  const words = new Set(source.split(/[ ,]+/));
  const named = records.find(({ key, href, kind }) => href !== '' && kind !== 'service' && words.has(key));
  if (named) return named.href;
  if (/^questionnaire answer /.test(source)) return questionnaires;
  if (/^incident \d+$/.test(source)) return incidents;
  const place = PLACES.find(([begins]) => begins.test(source));
  return place ? `${at}${place[1]}` : '';
}
