// The forms about a policy: what a template asks, in one part for its choices and one for all else; and a policy of the practice's own.
import type { FormBody } from '../common/http/form-body';
import { PolicyFields, PolicyPersonFields, PolicyReviewFields } from '../policies/policy.fields';
import { RetirePolicyDto } from '../policies/policy.dto';
import type { PolicyChoice, PolicyTemplate } from '../policies/policy-template';
import type { ShownFaults } from '../web/form-faults';
import type { FieldView, Values } from '../web/form-view';
import {
  besideOf,
  entriesTyped,
  labelsOfParts,
  sectionsOf,
  storedRecord,
  type FormPart,
} from '../web/parted-form';
import type { RecordForm, StoredRecord } from '../web/record-form';
import { PolicyChoiceFields } from '../policies/policy.fields';
import type { PolicyOnRecord } from './policy-reader.service';

const OWN_WORDS = {
  title: { label: 'What is it called?' },
} as const;

const ABOUT_WORDS = {
  additions: {
    label: 'What else holds here?',
    help: 'In your own words, a paragraph a line. It stands in the policy as you write it. Never the name of a client.',
  },
} as const;

const REVIEW_WORDS = {
  reviewMonths: {
    label: 'Read it again after how many months?',
    help: 'No rule sets a number. Twelve is usual.',
  },
} as const;

const PERSON_WORDS = {
  name: { label: 'Who looks after it?', autocomplete: 'name' },
  role: { label: 'What are they in the practice?' },
} as const;

const COMMON_PARTS: readonly FormPart[] = [
  {
    title: 'Looking after it',
    words: REVIEW_WORDS,
    within: [{ at: 'responsible/', type: PolicyPersonFields, words: PERSON_WORDS }],
  },
];

const partsFor = (template: PolicyTemplate | null): readonly FormPart[] =>
  template
    ? [{ title: 'Your own words', words: ABOUT_WORDS }, ...COMMON_PARTS]
    : [{ title: '', words: OWN_WORDS }, ...COMMON_PARTS];

export function policyForm(
  at: string,
  policy: PolicyOnRecord | null,
  template: PolicyTemplate | null,
): RecordForm {
  const here = policy ? `${at}/policies/${policy.id}` : `${at}/policies`;
  const parts = partsFor(template);
  const labels = Object.fromEntries(
    (template?.choices ?? []).map(({ asks }, index) => [nameOf(index), asks]),
  );
  return {
    title: policy?.title ?? 'A policy of your own',
    lead: template
      ? 'Decide what the template leaves to you. Words that are already filled in are our suggestion: change them so that they are true here. Nothing holds until you adopt it.'
      : 'For a text that you wrote yourselves. You choose the evidence that holds it when you adopt it.',
    back: { href: here, label: policy?.title ?? 'Policies' },
    action: here,
    button: 'Save',
    labels: { ...labelsOfParts(parts), ...labels },
    sections: (values, faults) => [
      ...(template && template.choices.length > 0
        ? [
            {
              ...{ title: 'What you decide', help: '', isFolded: false },
              fields: template.choices.map((choice, index) => choiceView(choice, index, values, faults)),
            },
          ]
        : []),
      ...sectionsOf({ type: PolicyFields, parts }, values, faults),
    ],
  };
}

/** The policy as its form shows it: what was chosen, and our suggestions where nothing was ever chosen. */
export function storedPolicy(policy: PolicyOnRecord, template: PolicyTemplate | null): StoredRecord {
  const { values, version } = storedRecord(policy);
  const chosen = new Map((policy.choices ?? []).map(({ choice, value }) => [choice, value]));
  const isNew = (policy.choices ?? []).length === 0;
  const ofChoices: Values = (name) => {
    const place = /^choices\/(\d+)\/value$/.exec(name);
    if (!place) return values(name);
    const choice = template?.choices[Number(place[1])];
    const value = choice && (chosen.get(choice.id) ?? (isNew ? choice.suggestion : null));
    return value ? [value] : [];
  };
  return { version, values: ofChoices };
}

/** What the names of the form do not say by themselves. */
export function besidePolicy(sent: FormBody, template: PolicyTemplate | null): Record<string, unknown> {
  const beside = besideOf({ type: PolicyFields, parts: partsFor(template) }, sent);
  if (!template) return beside;
  const typed = entriesTyped(PolicyChoiceFields, 'choices', sent);
  const choices = typed.flatMap(({ row, entry }) => {
    const choice = template.choices[row];
    return choice ? [{ ...entry, choice: choice.id }] : [];
  });
  return { ...beside, choices: choices.length > 0 ? choices : null };
}

const nameOf = (index: number): string => `choices/${index}/value`;

function choiceView(
  { asks, help, kind, unit, least, most, options }: PolicyChoice,
  index: number,
  values: Values,
  { of }: ShownFaults,
): FieldView {
  const name = nameOf(index);
  const [value = ''] = values(name);
  const range = kind === 'number' ? `In ${unit}, from ${least} to ${most}.` : '';
  const told = [help ?? '', range].filter(Boolean).join(' ');
  const fault = of[name] ?? '';
  return {
    ...{ name, label: asks, help: told, value, fault, required: true, autocomplete: '', short: false },
    kind: kind === 'pick' ? 'choice' : kind === 'text' ? 'area' : 'text',
    options: (options ?? []).map((option) => ({
      ...{ value: option.id, label: option.label, help: option.words, isChosen: option.id === value },
    })),
    describedBy: [told && `${name}-help`, fault && `${name}-fault`].filter(Boolean).join(' '),
    inputmode: kind === 'number' ? 'numeric' : '',
  };
}

const REVIEWED_PARTS: readonly FormPart[] = [
  {
    title: '',
    within: [
      {
        at: 'lastReview/',
        type: PolicyReviewFields,
        words: { reviewedOn: { label: 'On which day did you read it?' } },
      },
      {
        at: 'lastReview/reviewedBy/',
        type: PolicyPersonFields,
        words: {
          name: { label: 'Who read it?', autocomplete: 'name' },
          role: { label: 'What are they in the practice?' },
        },
      },
    ],
  },
];

export function reviewForm(at: string, policy: PolicyOnRecord): RecordForm {
  const here = `${at}/policies/${policy.id}`;
  return {
    title: 'Read again, and left as it is',
    lead: 'Say so only when somebody read it and it still fits. If something changed, adopt a new version instead.',
    back: { href: here, label: policy.title },
    action: `${here}/review`,
    button: 'It still fits',
    labels: labelsOfParts(REVIEWED_PARTS),
    sections: (values, faults) => sectionsOf({ type: PolicyFields, parts: REVIEWED_PARTS }, values, faults),
  };
}

const RETIREMENT_PARTS: readonly FormPart[] = [
  {
    title: '',
    words: {
      retiredOn: { label: 'Which was the last day on which it held?' },
      reason: { label: 'Why does nothing take its place?' },
    },
  },
];

export function retirementForm(at: string, policy: PolicyOnRecord): RecordForm {
  const here = `${at}/policies/${policy.id}`;
  return {
    title: 'It no longer holds',
    lead: 'Its versions stay on record and can be read for at least six years.',
    back: { href: here, label: policy.title },
    action: `${here}/retirement`,
    button: 'Save',
    labels: labelsOfParts(RETIREMENT_PARTS),
    sections: (values, faults) =>
      sectionsOf({ type: RetirePolicyDto, parts: RETIREMENT_PARTS }, values, faults),
  };
}
