// The forms by which a practice sets another interval, says that good practice does not apply, or shows the track of the proposed rule.
import type { ObligationsOfPractice } from '../obligations.service';
import { CompletedByFields } from '../records/obligation-completion.fields';
import { PROPOSED_TRACK } from '../records/obligation-ids';
import {
  ObligationSettingFields,
  SETTING_DECISIONS,
  type SettingDecision,
} from '../records/obligation-setting.fields';
import { isLaw, monthsOf, type ObligationDefinition } from '../rules/obligation-catalog';
import { intervalOf } from '../rules/obligation-settings';
import { intervalWords } from '../rules/obligation-words';
import { bindingOf } from './obligation-list.presenter';
import type { FieldView } from '../../web/form-view';
import { labelsOfParts, sectionsOf, type FormPart } from '../../web/parted-form';
import type { RecordForm } from '../../web/record-form';

const DECISION_WORDS: Readonly<Record<SettingDecision, string>> = {
  as_published: 'As it is suggested',
  other_interval: 'Another interval',
  not_applicable: 'It does not apply to us',
  track_on: 'Show it',
};

const BY_WORDS = {
  name: { label: 'Who decides?', autocomplete: 'name' },
  role: { label: 'What are they in the practice?' },
} as const;

function partsFor(isTrack: boolean): FormPart[] {
  const decision = {
    decision: {
      label: isTrack ? 'Shall the proposed rule be shown?' : 'What shall hold?',
      options: isTrack ? { ...DECISION_WORDS, as_published: 'Do not show it' } : DECISION_WORDS,
    },
  };
  const months = { months: { label: 'Every how many months?', help: 'Only with another interval.' } };
  return [
    { title: '', words: isTrack ? decision : { ...decision, ...months } },
    {
      title: 'Who and why',
      words: {
        reason: { label: 'Why?', help: 'In words that can be read out to an auditor.' },
        decidedOn: { label: 'When was it decided?' },
      },
      within: [{ at: 'decidedBy/', type: CompletedByFields, words: BY_WORDS }],
    },
  ];
}

/** What can be decided: the law is not the practice’s to change, and only good practice can be left out. */
function decisionsFor(definition: ObligationDefinition | null): readonly SettingDecision[] {
  if (!definition) return ['as_published', 'track_on'];
  return SETTING_DECISIONS.filter(
    (decision) => decision !== 'track_on' && (decision !== 'not_applicable' || !isLaw(definition)),
  );
}

/** @param definition null for the track of the proposed rule */
export function settingForm(at: string, definition: ObligationDefinition | null): RecordForm {
  const parts = partsFor(definition === null);
  const allowed: readonly string[] = decisionsFor(definition);
  const only = (view: FieldView): FieldView =>
    view.name === 'decision'
      ? { ...view, options: view.options.filter(({ value }) => allowed.includes(value)) }
      : view;
  return {
    title: definition ? `How often: ${definition.title}` : 'The rule that is only proposed',
    lead: definition
      ? `As it is suggested: ${intervalWords(definition, intervalOf(definition, undefined))}. The practice may choose otherwise, with a reason that stays on record.`
      : 'What was proposed in January 2025 is no law. It can be shown as a track of its own, for a practice that wants to be early. Nothing in it is ever due, and nothing in it is a gap.',
    back: { href: `${at}/settings`, label: 'How often' },
    action: `${at}/settings/one?obligation=${definition?.id ?? PROPOSED_TRACK}`,
    button: 'Save',
    labels: { ...labelsOfParts(parts), obligation: 'Obligation' },
    sections: (values, faults) =>
      sectionsOf({ type: ObligationSettingFields, parts }, values, faults).map((section) => ({
        ...section,
        fields: section.fields.map(only),
      })),
  };
}

export interface SettingRow {
  id: string;
  title: string;
  interval: string;
  binding: string;
  /** who decided otherwise, when and why; empty where nobody did */
  decided: string;
  reason: string;
  decidedOn: string;
  href: string;
  isLeftOut: boolean;
}

/** Every obligation that comes again by an interval that is not the law’s. */
export function settingRows(
  at: string,
  { definitions, settings, facts }: Pick<ObligationsOfPractice, 'definitions' | 'settings' | 'facts'>,
): SettingRow[] {
  return [...definitions.values()]
    .filter((one) => monthsOf(one.cadence) !== null && one.cadenceFrom !== 'law')
    .map((definition) => {
      const set = settings.get(definition.id);
      const isSet = set && set.decision !== 'as_published';
      return {
        id: definition.id,
        title: definition.title,
        interval: intervalWords(definition, intervalOf(definition, set)),
        binding: bindingOf(definition, facts.practice.coveredEntity),
        decided: isSet ? `${set.decidedBy.name}, ${set.decidedBy.role}` : '',
        reason: isSet ? set.reason : '',
        decidedOn: isSet ? set.decidedOn : '',
        href: `${at}/settings/one?obligation=${definition.id}`,
        isLeftOut: set?.decision === 'not_applicable' && !isLaw(definition),
      };
    });
}
