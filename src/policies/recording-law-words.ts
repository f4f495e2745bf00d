// The law on recording of a state in a sentence or two, as a policy tells it. How it was read stands with it; an unclear state counts as one where all must agree.

export type ToldRecordingRule = 'one_party' | 'all_party' | 'unclear';

/** What is asked of an entry of the catalog of recording consent. */
export interface ToldState {
  readonly code: string;
  readonly name: string;
  readonly inPerson: ToldRecordingRule;
  readonly electronic: ToldRecordingRule;
  readonly treatAs: 'one_party' | 'all_party';
  readonly citation: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** the ways for which the rule was read in the text of the law */
  readonly textRead: readonly ('in_person' | 'electronic')[];
}

const RULE_WORDS: Readonly<Record<ToldRecordingRule, string>> = {
  one_party: 'one party’s yes is enough',
  all_party: 'everybody has to agree',
  unclear: 'the law is unclear',
};

const WAY_WORDS = { in_person: 'in the room', electronic: 'by phone or video' } as const;
const LOOK_IT_UP = 'so look it up before you rely on it';

/** "Read in its text" is said only of a way for which the text of the law was read, however sure the entry is. */
function readingWords({ confidence, textRead }: ToldState): string {
  const [read, ...more] = textRead;
  if (!read) return `not read in its text, ${LOOK_IT_UP}`;
  if (more.length > 0)
    return confidence === 'high' ? 'read in its text' : `read in its text, but not settled, ${LOOK_IT_UP}`;
  const other = read === 'in_person' ? 'electronic' : 'in_person';
  const settled = confidence === 'high' ? '' : ' and not settled';
  return `the rule ${WAY_WORDS[read]} read in its text${settled}; the rule ${WAY_WORDS[other]} not read in its text, ${LOOK_IT_UP}`;
}

export function recordingLawInWords(state: ToldState): string {
  const { inPerson, electronic, treatAs, name, citation } = state;
  const rule =
    inPerson === electronic
      ? `in the room and by phone or video, ${RULE_WORDS[inPerson]}`
      : `in the room, ${RULE_WORDS[inPerson]}; by phone or video, ${RULE_WORDS[electronic]}`;
  const unclear = inPerson === 'unclear' || electronic === 'unclear';
  const house =
    treatAs === 'all_party' && unclear ? ' We go by the stricter reading: everybody agrees first.' : '';
  return `${name}: ${rule} (${citation}; ${readingWords(state)}).${house}`;
}

/** The states of a practice in order of their names, each once. */
export function recordingLawOf(codes: readonly string[], states: readonly ToldState[]): string[] {
  const wanted = new Set(codes);
  return states
    .filter(({ code }) => wanted.has(code))
    .sort((first, second) => (first.name < second.name ? -1 : 1))
    .map(recordingLawInWords);
}
