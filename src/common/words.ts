// Words that several features share: how a fact is known, and how much.

/** How a fact is known, strongest first: seen by the practice itself, examined by an independent auditor, found in a document, only said by the vendor. */
export const BASES = ['observed', 'audited', 'documented', 'stated'] as const;
export type Basis = (typeof BASES)[number];

export const ANSWER_VALUES = ['yes', 'no', 'partly', 'unknown'] as const;
export type AnswerValue = (typeof ANSWER_VALUES)[number];

export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];
