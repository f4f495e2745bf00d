// The closed lists of a questionnaire: who is asked about what, and in which form an answer comes.

/** What a question or a questionnaire is about: a service, or the practice itself. */
export const SUBJECTS = ['service', 'practice'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const ANSWERERS = ['vendor', 'practice'] as const;
export type Answerer = (typeof ANSWERERS)[number];

export const ANSWER_TYPES = ['yes_no', 'choice', 'choices', 'number', 'date', 'text'] as const;
export type AnswerType = (typeof ANSWER_TYPES)[number];

/** How far an option meets what is asked for. */
export const OPTION_MET_CODES = ['fully', 'partly', 'not_met'] as const;
export type OptionMetCode = (typeof OPTION_MET_CODES)[number];

/** The options that every question of the type yes_no has. */
export const YES_NO_OPTIONS = ['yes', 'partly', 'no'] as const;

/** "I do not know": fits every question, and becomes a task. */
export const UNKNOWN = 'unknown';
