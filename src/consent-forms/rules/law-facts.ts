// What the law of the states involved adds to a form, and what of it only the practice is told. Clients read what was read in the text of the law, is surely
// known (confidence high) and in force; an act that nobody read, and a rule that is unclear, is told to the practice, which is told where to look.
import { asksEveryoneByLaw, asksEveryoneWithCare, isActKnown } from '../../assessments/scoring/law-known';
import type {
  RecordingConsentCatalog,
  RecordingRule,
  StateAct,
  StateRecordingRule,
} from '../../assessments/scoring/scoring-model';
import type { CalendarDate } from '../../common/calendar-date';
import type { PracticeFields } from '../../organizations/practice.fields';
import type { ConsentKind } from '../../practice-measures/practice-measures.fields';
import {
  filled,
  type ConsentElementsCatalog,
  type ConsentLawSentence,
  type LawNoteId,
} from './consent-elements-catalog';
import type { ConsentFacts } from './consent-source';
import { joinedWords } from './joined-words';

type States = Pick<PracticeFields, 'clientStates' | 'clinicianStates' | 'modalities'>;

/** What the practice is told of one state's rule or act. */
export interface LawNote {
  readonly text: string;
  readonly citation: string | null;
  readonly confidence: 'high' | 'medium' | 'low' | null;
  /** how the entry is known */
  readonly evidence: string | null;
}

/** Sentences for clients; empty where no surely known rule of these states asks anything. */
export function lawFacts(
  kind: ConsentKind,
  practice: States,
  asOf: CalendarDate,
  catalog: RecordingConsentCatalog,
  sentences: readonly ConsentLawSentence[],
  worksOnSessions: boolean,
): Pick<ConsentFacts, 'lawOnRecording' | 'lawOnAi'> {
  const said = (on: ConsentKind): string =>
    sentences
      .filter((one) => one.on === on && one.on === kind && (worksOnSessions || !one.sessionsOnly))
      .flatMap(({ requires, says }) => {
        const names =
          requires === 'all_party'
            ? rulesOf(practice, catalog)
                .filter((rule) => asksEveryoneByLaw(rule, practice.modalities))
                .map(({ name }) => name)
            : actsOf(practice, catalog)
                .filter((act) => isSure(act, asOf) && act.requires.includes(requires))
                .map(({ state }) => nameOf(state, catalog));
        const states = joinedWords([...new Set(names)]);
        return states === null ? [] : [filled(says, { states })];
      })
      .join(' ');
  return { lawOnRecording: said('recording'), lawOnAi: said('ai_use') };
}

/** Everything about the law that the practice should know for a form of this kind. */
export function lawNotes(
  kind: ConsentKind,
  practice: States,
  asOf: CalendarDate,
  catalog: RecordingConsentCatalog,
  words: ConsentElementsCatalog['notes'],
): LawNote[] {
  const acts =
    kind === 'ai_use' ? actsOf(practice, catalog).map((act) => actNote(act, asOf, catalog, words)) : [];
  const rules = rulesOf(practice, catalog);
  const ofStates = kind === 'recording' ? rules.map((rule) => ruleNote(rule, practice, words)) : [];
  return [...acrossStates(rules, practice, words), ...ofStates, ...acts];
}

function acrossStates(
  rules: readonly StateRecordingRule[],
  practice: States,
  words: ConsentElementsCatalog['notes'],
): LawNote[] {
  if (rules.length < 2) return [];
  const states = joinedWords(rules.map(({ name }) => name)) as string;
  const strict = rules.filter(
    (rule) => asksEveryoneByLaw(rule, practice.modalities) || asksEveryoneWithCare(rule, practice.modalities),
  );
  const strictest = joinedWords(strict.map(({ name }) => name));
  const text = strictest
    ? filled(words.acrossStates, { states, strictest })
    : filled(words.acrossStatesAlike, { states });
  return [{ text, citation: null, confidence: null, evidence: null }];
}

const RULE_WORDS: Readonly<Record<RecordingRule, string>> = {
  one_party: 'one party’s consent',
  all_party: 'everyone’s consent',
  unclear: 'unclear',
};

function ruleNote(
  rule: StateRecordingRule,
  practice: States,
  words: ConsentElementsCatalog['notes'],
): LawNote {
  const { name, citation, confidence, evidence } = rule;
  const told: LawNoteId = asksEveryoneByLaw(rule, practice.modalities)
    ? 'allPartySure'
    : asksEveryoneWithCare(rule, practice.modalities)
      ? 'allPartyUnsure'
      : 'oneParty';
  const how = `in person: ${RULE_WORDS[rule.inPerson]}; electronic: ${RULE_WORDS[rule.electronic]}`;
  return { text: filled(words[told], { state: name, how }), citation, confidence, evidence };
}

function actNote(
  act: StateAct,
  asOf: CalendarDate,
  catalog: RecordingConsentCatalog,
  words: ConsentElementsCatalog['notes'],
): LawNote {
  const { name, citation, confidence, evidence, summary, effectiveOn: date } = act;
  const told: LawNoteId = date > asOf ? 'actComing' : isSure(act, asOf) ? 'actSure' : 'actUnsure';
  const text = filled(words[told], { state: nameOf(act.state, catalog), name, summary, date });
  return { text, citation, confidence, evidence };
}

/** In force and known by its own text: only of those are clients told. */
function isSure(act: StateAct, asOf: CalendarDate): boolean {
  return isActKnown(act) && act.effectiveOn <= asOf;
}

function rulesOf(
  { clientStates, clinicianStates }: States,
  { states }: RecordingConsentCatalog,
): StateRecordingRule[] {
  return states.filter(({ code }) => clientStates.includes(code) || clinicianStates.includes(code));
}

function actsOf(
  { clientStates, clinicianStates }: States,
  { stateActs }: RecordingConsentCatalog,
): StateAct[] {
  return stateActs.filter(({ state }) => clientStates.includes(state) || clinicianStates.includes(state));
}

function nameOf(state: string, { states }: RecordingConsentCatalog): string {
  return states.find(({ code }) => code === state)?.name ?? state;
}
