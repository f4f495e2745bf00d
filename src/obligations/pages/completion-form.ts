// The form that says that something was done, with what shows it.
import { TextField } from '../../common/fields';
import type { FormBody } from '../../common/http/form-body';
import type { ObligationsOfPractice } from '../obligations.service';
import { CompletedByFields, ObligationCompletionFields } from '../records/obligation-completion.fields';
import { monthsOf, type ObligationDefinition } from '../rules/obligation-catalog';
import { isEventSource } from '../rules/obligation-sources';
import type { Occurrence } from '../rules/occurrences';
import type { FieldView } from '../../web/form-view';
import { sectionsOf, labelsOfParts, type FormPart } from '../../web/parted-form';
import type { RecordForm } from '../../web/record-form';
import { pageOf, wordOf } from './obligation-addresses';

/** What the form asks: the fields of a completion, and of an event what it is called, from which its key is made. */
export class CompletionForm extends ObligationCompletionFields {
  @TextField({
    description: 'What the event is called, in a few words that point to nobody: Lost laptop of March.',
    optional: true,
    maxLength: 60,
  })
  eventName?: string | null;
}

const EVENT_WORDS = {
  eventName: {
    label: 'What do you call what happened?',
    help: 'A few words that point to nobody, such as “Lost laptop of March”. Never the name of a client.',
  },
  happenedOn: {
    label: 'When did it happen, or when did you learn of it?',
    help: 'Deadlines count from this day.',
  },
} as const;

const DONE_WORDS = { doneOn: { label: 'When was it done?' } } as const;
const DONE_AGAIN_WORDS = {
  doneOn: { label: 'When was it done?', help: 'The next time counts from this day.' },
} as const;

const FOUND_WORDS = {
  found: { label: 'What did you find?', help: 'In your own words. Never the name of a client.' },
  proof: { label: 'What shows it?', help: 'Say where the record of it lies, or choose evidence below.' },
  evidence: { label: 'Which evidence on file shows it?' },
} as const;

const BY_WORDS = {
  name: { label: 'Who did it?', autocomplete: 'name' },
  role: { label: 'What are they in the practice?' },
} as const;

export function isAboutEvent({ arisesFrom }: ObligationDefinition): boolean {
  return arisesFrom.some(isEventSource);
}

function partsFor(definition: ObligationDefinition): FormPart[] {
  return [
    {
      title: '',
      words: {
        ...(isAboutEvent(definition) ? EVENT_WORDS : {}),
        ...(monthsOf(definition.cadence) === null ? DONE_WORDS : DONE_AGAIN_WORDS),
      },
    },
    { title: 'Who', within: [{ at: 'doneBy/', type: CompletedByFields, words: BY_WORDS }] },
    { title: 'What shows it', help: `Usually: ${definition.proof}.`, words: FOUND_WORDS },
  ];
}

/** @param at address of the list */
export function completionForm(
  at: string,
  definition: ObligationDefinition,
  occurrence: Occurrence,
  { facts }: Pick<ObligationsOfPractice, 'facts'>,
): RecordForm {
  const parts = partsFor(definition);
  const evidence = facts.evidence.map(({ key, title }) => ({ key, name: title }));
  const about = occurrence.subject ? ` It is about ${occurrence.subjectName}.` : '';
  return {
    title: definition.title,
    lead: `${definition.whatToDo}${about} Say when it was done and what shows it.`,
    back: { href: pageOf(at, occurrence), label: definition.title },
    action: `${at}/completions?of=${encodeURIComponent(wordOf(occurrence))}&period=${occurrence.period}`,
    button: 'It is done',
    labels: { ...labelsOfParts(parts), eventName: EVENT_WORDS.eventName.label, period: 'Which time' },
    sections: (values, faults) =>
      sectionsOf({ type: CompletionForm, parts, choices: { evidence } }, values, faults).map((section) => ({
        ...section,
        fields: section.fields.map(askedOfEvents),
      })),
  };
}

/** A completion may do without them; one about an event, which alone is asked for them, may not. */
function askedOfEvents(view: FieldView): FieldView {
  return view.name in EVENT_WORDS ? { ...view, required: true } : view;
}

/** Empty texts are nothing said. */
export function eventNameIn(sent: FormBody): string {
  return sent.text('eventName').trim();
}
