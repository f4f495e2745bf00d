// The law on recording of a state in a sentence or two, as a policy tells it. How sure the entry is stands with it; an unclear state counts as one where all must agree.

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
}

const RULE_WORDS: Readonly<Record<ToldRecordingRule, string>> = {
  one_party: 'one party’s yes is enough',
  all_party: 'everybody has to agree',
  unclear: 'the law is unclear',
};

const CONFIDENCE_WORDS: Readonly<Record<ToldState['confidence'], string>> = {
  high: 'read in its text',
  medium: 'not read in full in its text, so look it up before you rely on it',
  low: 'not checked, so look it up before you rely on it',
};

export function recordingLawInWords(state: ToldState): string {
  const { inPerson, electronic, treatAs, name, citation, confidence } = state;
  const rule =
    inPerson === electronic
      ? `in the room and by phone or video, ${RULE_WORDS[inPerson]}`
      : `in the room, ${RULE_WORDS[inPerson]}; by phone or video, ${RULE_WORDS[electronic]}`;
  const unclear = inPerson === 'unclear' || electronic === 'unclear';
  const house =
    treatAs === 'all_party' && unclear ? ' We go by the stricter reading: everybody agrees first.' : '';
  return `${name}: ${rule} (${citation}; ${CONFIDENCE_WORDS[confidence]}).${house}`;
}

/** The states of a practice in order of their names, each once. */
export function recordingLawOf(codes: readonly string[], states: readonly ToldState[]): string[] {
  const wanted = new Set(codes);
  return states
    .filter(({ code }) => wanted.has(code))
    .sort((first, second) => (first.name < second.name ? -1 : 1))
    .map(recordingLawInWords);
}
