// API keys as their pages speak of them.
import { PERMISSIONS, SCOPES } from '../permissions/roles';

/** "read the profile of the organization": what the table of permissions says after "may". */
export const SCOPE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  SCOPES.map((scope) => [scope, sentenceOf(PERMISSIONS[scope].does)]),
);

export const KEY_WORDS = {
  label: { label: 'What is the key for?', help: 'Such as the program that will use it.' },
  scopes: {
    label: 'What may it do?',
    help: 'Only what the program needs: whoever finds the key can do all of it.',
    options: SCOPE_WORDS,
  },
  validDays: { label: 'For how many days?', help: 'From 1 to 400. After that the program needs a new one.' },
  servesPractices: {
    label: 'Does your firm work for other practices?',
    help: 'Then the key can also reach those in which people of your firm are consultants in its name.',
    options: { true: 'Yes, it reaches them too', false: 'No, this practice alone' },
  },
} as const;

export const ROTATION_WORDS = {
  overlapHours: {
    label: 'For how many hours does the earlier key still work?',
    help: 'So that the program works on while you put the new one in. From 0 to 720; 0 if somebody may have seen it.',
  },
} as const;

function sentenceOf(does: string): string {
  return `${does.charAt(0).toUpperCase()}${does.slice(1)}`;
}
