// The forms about a finding: what was found, one corrective action, that it is done, and the look back at whether it works.
import { asSentence } from '../common/as-sentence';
import { LEVELS } from '../common/level';
import { CorrectiveActionFields, FindingFields, FindingLookFields } from '../findings/finding.fields';
import { CompleteActionDto } from '../findings/finding-work.dto';
import { REVIEW_WORDS, SOURCE_WORDS } from '../findings/finding-words';
import { levelWord } from '../reports/security-risk-assessment/level-words';
import { labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import type { Constructor } from '../common/fields';
import type { ReadRegisters } from './registers-reader.service';
import { whoPart } from './who-words';

export const LEVEL_OPTIONS = Object.fromEntries(LEVELS.map((level) => [level, levelWord(level)]));

/** @param here where the form is sent */
export function partedRecordForm(
  type: Constructor,
  parts: readonly FormPart[],
  choices: PartedForm['choices'],
  of: Omit<RecordForm, 'sections' | 'labels'>,
): RecordForm {
  const form: PartedForm = { type, parts, choices };
  return {
    ...of,
    labels: labelsOfParts(parts),
    sections: (values, faults) => sectionsOf(form, values, faults),
  };
}

export const FINDING_PARTS: readonly FormPart[] = [
  {
    title: 'What was found',
    words: {
      title: { label: 'What was found, in a few words?', help: 'Never the name of a client.', kind: 'text' },
      detail: { label: 'What could come of it?', help: 'How many, never who.' },
      severity: { label: 'How grave is it?', options: LEVEL_OPTIONS, short: true },
      service: {
        label: 'Which tool does it concern?',
        help: 'Leave it empty if it concerns the practice.',
        kind: 'select',
      },
      foundOn: { label: 'When was it found?' },
      evidenceKeys: { label: 'What on file shows it?' },
    },
  },
  whoPart('', 'foundBy', 'Who found it?'),
  {
    title: 'Where it comes from',
    words: {
      source: { label: 'Where does it come from?', options: SOURCE_WORDS, kind: 'select' },
      sourceId: {
        label: 'Its id or citation',
        help: 'Such as T-04, 164.308(a)(5)(i), or the key of the incident. Leave it empty for a review, or for what you saw yourselves.',
      },
    },
  },
];

const ACCEPTED_PART: FormPart = {
  title: 'If the risk is borne instead',
  help: 'Only once somebody with a name has accepted it. The finding is settled by it for as long as the acceptance holds.',
  isFolded: true,
  words: { acceptance: { label: 'By which acceptance?', kind: 'select' } },
};

export function findingForm(read: ReadRegisters, id: string | null): RecordForm {
  const here = `${read.at}/registers/findings`;
  const parts = id ? [...FINDING_PARTS, ACCEPTED_PART] : FINDING_PARTS;
  return partedRecordForm(FindingFields, parts, findingChoices(read), {
    title: id ? 'Change a finding' : 'Note a finding',
    lead: 'A gap that somebody saw. What is done about it, by whom and by when, comes next.',
    back: id ? { href: `${here}/${id}`, label: 'The finding' } : { href: here, label: 'Findings' },
    action: id ? `${here}/${id}` : here,
    button: id ? 'Save' : 'Note it',
  });
}

export function findingChoices({ places, practice }: ReadRegisters): NonNullable<PartedForm['choices']> {
  const acceptances = (practice.dossier.riskAcceptances ?? []).map(({ key, threat, until }) => ({
    ...{ key, name: `${threat}, until ${until} (${key})` },
  }));
  return { service: places.services, evidenceKeys: places.evidence, acceptance: acceptances };
}

export const ACTION_PARTS: readonly FormPart[] = [
  {
    title: '',
    words: {
      action: { label: 'What is to be done?', kind: 'text' },
      dueOn: { label: 'By when?' },
      startedOn: { label: 'When did work on it begin?', help: 'Leave it empty until it has.' },
      expectedEffect: {
        label: 'What should be different afterwards?',
        help: 'So that somebody can look whether it is.',
      },
    },
  },
  whoPart('Who answers for it', 'owner', 'Whose is it?'),
];

export function actionForm(at: string, title: string, isNew: boolean, action: string): RecordForm {
  return partedRecordForm(
    CorrectiveActionFields,
    ACTION_PARTS,
    {},
    {
      title: isNew ? 'Plan a corrective action' : 'Change a corrective action',
      lead: `About the finding “${title}”.`,
      back: { href: at, label: 'The finding' },
      action,
      button: isNew ? 'Plan it' : 'Save',
    },
  );
}

export function completionForm(read: ReadRegisters, at: string, what: string, action: string): RecordForm {
  const parts: readonly FormPart[] = [
    {
      title: '',
      words: {
        doneOn: { label: 'When was it done?' },
        done: {
          label: 'What was done?',
          help: 'This, or something on file that shows it. Never the name of a client.',
        },
        evidenceKeys: { label: 'What on file shows it?' },
      },
    },
  ];
  return partedRecordForm(
    CompleteActionDto,
    parts,
    { evidenceKeys: read.places.evidence },
    {
      title: 'It is done',
      lead: `${asSentence(what)} Once said, it stays on record. Then bring the records of the tool up to date, so that the risk is worked out anew.`,
      back: { href: at, label: 'The finding' },
      action,
      button: 'It is done',
    },
  );
}

export const LOOK_PARTS: readonly FormPart[] = [
  {
    title: '',
    words: {
      outcome: { label: 'Does it work?', options: REVIEW_WORDS },
      on: { label: 'When did you look?' },
      seen: { label: 'What did you see?', help: 'Never the name of a client.' },
    },
  },
  whoPart('Who looked', 'by', 'Who looked?'),
];

export function lookForm(at: string, title: string): RecordForm {
  return partedRecordForm(
    FindingLookFields,
    LOOK_PARTS,
    {},
    {
      title: 'Look whether it works',
      lead: `About the finding “${title}”. That it works is said by somebody who owns none of the actions. What is said here stays on record.`,
      back: { href: at, label: 'The finding' },
      action: `${at}/reviews`,
      button: 'Say so',
    },
  );
}
