// The text of a policy: its template, with what is on record and what the practice chose in their places. Pure.
import {
  fillPlaces,
  placesIn,
  type PolicyChoice,
  type PolicyRule,
  type PolicyTemplate,
} from './policy-template';

export interface PolicyText {
  readonly heading: string;
  /** one that begins with "- " is an entry of a list */
  readonly paragraphs: readonly string[];
}

/** What is on record on the day on which the text is made. */
export interface RecordedForPolicy {
  readonly practice: string;
  /** tools in use, by name */
  readonly tools: readonly string[];
  /** the law on recording of each state of the practice, a sentence or two each */
  readonly recordingLaw: readonly string[];
}

/** A choice that was made: `value` is the words, the number, or the id of the option. */
export interface ChosenValue {
  readonly choice: string;
  readonly value: string;
}

export interface ComposedPolicy {
  readonly sections: readonly PolicyText[];
  /** what the practice still has to decide; a policy with any is not adopted */
  readonly open: readonly PolicyChoice[];
}

export interface ToCompose {
  readonly template: PolicyTemplate;
  readonly chosen: readonly ChosenValue[];
  readonly recorded: RecordedForPolicy;
  /** what the practice adds in its own words, a paragraph a line; null for nothing */
  readonly additions: string | null;
  /** whether somebody has read the text of a citation, or a copy of it: what nobody checked says so */
  readonly isChecked: (citation: string) => boolean;
}

export const OWN_HEADING = 'What else holds here';
export const RULES_HEADING = 'What it rests on';
export const LIMITS_HEADING = 'What it does not say';

const NO_TOOLS = '- No tool is on record yet.';
const NO_STATES = '- No state is on record yet.';

export function composePolicy({
  template,
  chosen,
  recorded,
  additions,
  isChecked,
}: ToCompose): ComposedPolicy {
  const values = new Map(chosen.map(({ choice, value }) => [choice, value]));
  const words = new Map(
    template.choices.map((choice) => [choice.id, wordsOf(choice, values.get(choice.id))]),
  );
  const lists: Readonly<Record<string, readonly string[]>> = {
    '{tools}': recorded.tools.length > 0 ? recorded.tools.map((name) => `- ${name}`) : [NO_TOOLS],
    '{recording-law}':
      recorded.recordingLaw.length > 0 ? recorded.recordingLaw.map((law) => `- ${law}`) : [NO_STATES],
  };
  const filled = (place: string): string | null =>
    place === 'practice' ? recorded.practice : (words.get(place) ?? openPlace(template, place));
  const own = (additions ?? '').split('\n').filter((line) => line.trim() !== '');
  const sections = [
    ...template.sections.map(({ heading, text }) => ({
      heading,
      paragraphs: text.flatMap((paragraph) => lists[paragraph] ?? [fillPlaces(paragraph, filled)]),
    })),
    ...(own.length > 0 ? [{ heading: OWN_HEADING, paragraphs: own.map((line) => line.trim()) }] : []),
    { heading: RULES_HEADING, paragraphs: template.rules.map((rule) => ruleInWords(rule, isChecked)) },
    { heading: LIMITS_HEADING, paragraphs: template.doesNotClaim.map((limit) => `- ${limit}`) },
  ];
  return { sections, open: openChoices(template, chosen) };
}

/** Choices that nobody made, or whose value no longer fits the template. */
export function openChoices(template: PolicyTemplate, chosen: readonly ChosenValue[]): PolicyChoice[] {
  const values = new Map(chosen.map(({ choice, value }) => [choice, value]));
  return template.choices.filter((choice) => wordsOf(choice, values.get(choice.id)) === null);
}

/** What is wrong with a value; null for one that fits. */
export function choiceFault(choice: PolicyChoice, value: string): string | null {
  if (choice.kind === 'pick') {
    const options = choice.options ?? [];
    return options.some(({ id }) => id === value)
      ? null
      : `must be one of: ${options.map(({ id }) => id).join(', ')}`;
  }
  if (choice.kind === 'text') return value.trim() === '' ? 'must not be empty' : null;
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  const [least, most] = [choice.least ?? 0, choice.most ?? Number.MAX_SAFE_INTEGER];
  return number >= least && number <= most ? null : `must be a whole number from ${least} to ${most}`;
}

/** What stands in the policy for the value of a choice; null while it is open. */
function wordsOf(choice: PolicyChoice, value: string | undefined): string | null {
  if (value === undefined || choiceFault(choice, value) !== null) return null;
  if (choice.kind === 'pick') return choice.options?.find(({ id }) => id === value)?.words ?? null;
  return choice.kind === 'number' ? String(Number(value)) : value.trim();
}

function openPlace({ choices }: PolicyTemplate, place: string): string | null {
  const choice = choices.find(({ id }) => id === place);
  return choice ? `[to be decided: ${choice.asks}]` : null;
}

function ruleInWords(
  { citation, standing, says }: PolicyRule,
  isChecked: (citation: string) => boolean,
): string {
  if (citation === null) return `- Good practice: ${says}`;
  const kind = standing === 'law' ? 'law' : 'good practice';
  return `- ${citation} (${kind}${isChecked(citation) ? '' : '; not checked against the text'}): ${says}`;
}

/** Whether every place of the template is one that can be filled; the names of those that cannot. */
export function strangePlaces({ choices, sections }: PolicyTemplate, recorded: readonly string[]): string[] {
  const known = new Set([...recorded, ...choices.map(({ id }) => id)]);
  return sections.flatMap(({ text }) => text.flatMap(placesIn)).filter((place) => !known.has(place));
}
