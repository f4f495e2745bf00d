// Noting that a notice was given: to whom stands in the address, the day and what shows it are asked.
import { IncidentNoticeFields } from '../incidents/breach-assessment.fields';
import {
  JURISDICTIONS,
  NOTICE_RECIPIENTS,
  type Jurisdiction,
  type NoticeRecipient,
} from '../incidents/incident-words';
import { labelsOf, type FieldWords } from '../web/form-view';
import { sectionsOf } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import type { IncidentFactsRow, IncidentOnRecord } from './incident-facts.query';
import { RECIPIENT_WORDS } from './incident-words';

export interface NoticeMeant {
  recipient: NoticeRecipient;
  state: Jurisdiction | null;
}

/** @returns null for words that name no notice */
export function noticeMeant(recipient: unknown, state: unknown): NoticeMeant | null {
  const known = NOTICE_RECIPIENTS.find((one) => one === recipient);
  if (!known) return null;
  if (state === undefined || state === '') return { recipient: known, state: null };
  const named = JURISDICTIONS.find((one) => one === state);
  return named ? { recipient: known, state: named } : null;
}

const DONE: Record<'doneOn' | 'evidenceKey', FieldWords> = {
  doneOn: {
    label: 'On which day did the last of it go out?',
    help: 'A notice by post counts on the day on which it is mailed.',
  },
  evidenceKey: {
    label: 'What shows it?',
    help: 'A letter without a name, a receipt: one of the documents on file, if there is one.',
  },
};

const LOOKED_UP: Record<'doneOn' | 'notNeededBecause' | 'evidenceKey', FieldWords> = {
  doneOn: { label: 'On which day was it done, or found not to be needed?' },
  notNeededBecause: {
    label: 'If the law asks for nothing here: why not?',
    help: 'Say where that stands. Leave it empty if a notice was given.',
    kind: 'area',
  },
  evidenceKey: { ...DONE.evidenceKey },
};

export function noticeForm(
  at: string,
  incident: IncidentOnRecord,
  { recipient, state }: NoticeMeant,
  { evidence }: Pick<IncidentFactsRow, 'evidence'>,
): RecordForm {
  const here = `${at}/incidents/${incident.id}`;
  const words = recipient === 'state' ? LOOKED_UP : DONE;
  const whom = state ? `${RECIPIENT_WORDS[recipient]} (${state})` : RECIPIENT_WORDS[recipient];
  const query = state ? `?recipient=${recipient}&state=${state}` : `?recipient=${recipient}`;
  return {
    title: recipient === 'state' ? `What ${whom} asks` : `Told: ${whom}`,
    lead: 'Note the day once it is done. What was noted stays on record, so that you can show it later.',
    back: { href: here, label: incident.title },
    action: `${here}/notices${query}`,
    button: 'Note it',
    labels: labelsOf(words),
    sections: (values, faults) =>
      sectionsOf(
        { type: IncidentNoticeFields, parts: [{ title: '', words }], choices: { evidenceKey: evidence } },
        values,
        faults,
      ),
  };
}
