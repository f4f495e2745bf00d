// The forms about an assessor's adjustment in plain words.
import type { AdjustmentTarget } from '../../adjustments/adjustment.fields';
import { LEVELS } from '../../common/level';
import { levelWord } from '../../reports/security-risk-assessment/level-words';

/** Which figure of a threat is meant, as a question and within a sentence. */
export const TARGET_WORDS: Readonly<Record<AdjustmentTarget, { asked: string; told: string }>> = {
  initiation: { asked: 'How likely it is that it starts', told: 'how likely it is that it starts' },
  adverse_impact: {
    asked: 'How likely it is that it does harm, once it has started',
    told: 'how likely it is to do harm once started',
  },
  impact: { asked: 'How bad the harm would be', told: 'how bad the harm would be' },
};

export const WHAT_WORDS = {
  threat: {
    label: 'Which threat is it about?',
    help: 'Open it on the page of the tool first: what was counted stands there.',
    kind: 'select',
  },
  target: {
    label: 'Which figure do you judge otherwise?',
    options: {
      initiation: TARGET_WORDS.initiation.asked,
      adverse_impact: TARGET_WORDS.adverse_impact.asked,
      impact: TARGET_WORDS.impact.asked,
    },
  },
  level: {
    label: 'What do you set it to?',
    help: 'One that lowers holds for twelve months, then it has to be judged anew. One that raises stays.',
    options: Object.fromEntries(LEVELS.map((level) => [level, levelWord(level)])),
  },
} as const;

export const WHY_WORDS = {
  reason: {
    label: 'Why?',
    help: 'What you know that the records do not show, in words that can be read out to an auditor. Nothing about a client.',
    kind: 'area',
  },
  decidedOn: { label: 'Date of the decision', help: 'Leave it empty for today.' },
} as const;

export const WHO_WORDS = {
  name: { label: 'Name of who decides', help: 'As it is to stand on the report.', autocomplete: 'name' },
  role: { label: 'Their role', help: 'Such as security official, owner, or consultant.' },
} as const;

export const WITHDRAW_WORDS = {
  reason: {
    label: 'Why does it no longer hold?',
    help: 'It stays on record with your reason. Nothing about a client.',
    kind: 'area',
  },
} as const;
