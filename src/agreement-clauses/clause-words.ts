// How a page names what a reader found. The words differ by group as the meanings of catalogs/agreement-provisions.yaml do: of a permission, "present"
// is "granted", which is no safeguard.
import type { ProvisionGroup, ProvisionVerdict } from '../business-associate-agreements/provision.fields';
import type { ProvisionStatus } from '../assessments/scoring/agreement-provisions-catalog';

export interface VerdictWords {
  /** as it is chosen */
  label: string;
  /** after a number: "9 there" */
  counted: string;
}

const COUNSEL: VerdictWords = { label: 'Only counsel can say', counted: 'for counsel' };

export const VERDICT_WORDS: Readonly<
  Record<ProvisionGroup, Readonly<Record<ProvisionVerdict, VerdictWords>>>
> = {
  required_element: {
    present: { label: 'It is there', counted: 'there' },
    weak: { label: 'There, but weak', counted: 'weak' },
    missing: { label: 'Not there', counted: 'not there' },
    contradicted: { label: 'Taken back by another term', counted: 'taken back' },
    needs_counsel: COUNSEL,
  },
  duty_by_rule: {
    present: { label: 'The agreement repeats it', counted: 'repeated' },
    weak: { label: 'Repeated loosely', counted: 'repeated loosely' },
    missing: { label: 'The agreement is silent', counted: 'not mentioned' },
    contradicted: { label: 'It says less than the rule', counted: 'weakened' },
    needs_counsel: COUNSEL,
  },
  permission: {
    present: { label: 'Granted', counted: 'granted' },
    weak: { label: 'Granted narrowly', counted: 'granted narrowly' },
    missing: { label: 'Not granted', counted: 'not granted' },
    contradicted: { label: 'Withheld in one term, granted in another', counted: 'granted after all' },
    needs_counsel: COUNSEL,
  },
  recommended_for_ai: {
    present: { label: 'It is there', counted: 'there' },
    weak: { label: 'There, but weak', counted: 'weak' },
    missing: { label: 'Not there', counted: 'not there' },
    contradicted: { label: 'The opposite is allowed', counted: 'allowed instead' },
    needs_counsel: COUNSEL,
  },
};

export const NOT_READ = 'not_read';
export const NOT_READ_WORDS = 'Not read yet';

export const REFERENCE_WORDS = {
  reference: {
    label: 'Where in the agreement?',
    help: 'Such as “section 4.2”, or a few words of the clause.',
    kind: 'text',
  },
} as const;

/** What kind of clause it is. A good practice is never called HIPAA. */
export const STATUS_WORDS: Readonly<Record<ProvisionStatus, string>> = {
  required: 'The agreement must hold it',
  rule_duty: 'Binds by rule, whatever the agreement says',
  optional_permission: 'You may grant it and need not',
  recommended: 'Good practice: HIPAA does not ask for this clause',
};
