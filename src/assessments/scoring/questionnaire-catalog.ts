// The due-diligence questionnaire as parsed from catalogs/due-diligence-questionnaire/: what is asked, of whom, when, and what each
// answer is worth. docs/questionnaire.md explains the format.
import type { ChecklistItem } from '../../checklists/checklist.fields';
import type { Condition } from './condition';
import type { CatalogHead, Confidence, MetCode } from './model-words';

/** What a question is about: one service of a vendor, or the practice itself. */
export const QUESTION_SCOPES = ['service', 'practice'] as const;
export type QuestionScope = (typeof QUESTION_SCOPES)[number];

/** Who can know the answer. A question about the practice is always answered by the practice. */
export const ANSWERERS = ['vendor', 'practice'] as const;
export type Answerer = (typeof ANSWERERS)[number];

export const ANSWER_TYPES = ['yes_no', 'choice', 'choices', 'number', 'date', 'text'] as const;
export type AnswerType = (typeof ANSWER_TYPES)[number];

/** What an option is worth. "Unknown" can always be answered and stands in no option. */
export const OPTION_MET_CODES = ['fully', 'partly', 'not_met'] as const satisfies readonly MetCode[];
export type OptionMetCode = (typeof OPTION_MET_CODES)[number];

/**
 * What a question rests on: `law` when the cited rule itself asks for what is asked; `good_practice` when it does not,
 * and then the citation, if any, names the rule that the answer helps to meet.
 */
export const QUESTION_BASES = ['law', 'good_practice'] as const;
export type QuestionBasis = (typeof QUESTION_BASES)[number];

export interface QuestionOption {
  readonly value: string;
  readonly label: string;
  readonly met: OptionMetCode;
  /** true: it says that there is nothing there to ask about. Such an answer is a claim and counts as stated, never as seen or shown. */
  readonly saysNotThere?: boolean | null;
}

/** From how many chosen options marked `fully` a question of several choices is met fully, and partly. One marked `not_met` stands alone. */
export interface ChoiceCounts {
  readonly fullyFrom: number;
  readonly partlyFrom: number;
}

/** Bounds of a whole number; either both `AtMost` (less is better) or both `AtLeast` (more is better). */
export interface NumberBounds {
  readonly unit: NumberUnit;
  readonly minimum: number;
  readonly maximum: number;
  readonly fullyAtMost: number | null;
  readonly partlyAtMost: number | null;
  readonly fullyAtLeast: number | null;
  readonly partlyAtLeast: number | null;
}

export const NUMBER_UNITS = ['minutes', 'hours', 'days', 'months', 'percent', 'count'] as const;
export type NumberUnit = (typeof NUMBER_UNITS)[number];

interface QuestionCommon {
  /** slug, never used again for another question */
  readonly id: string;
  readonly group: string;
  readonly answeredBy: Answerer;
  readonly question: string;
  /** what it means and where to look */
  readonly help: string;
  /** why it is asked */
  readonly why: string;
  readonly goodAnswer: string;
  /** what to ask for, so that the answer does not rest on somebody's word */
  readonly evidence: string;
  readonly citation: string | null;
  readonly basis: QuestionBasis;
  /** how sure the citation is: of its text, and that it fits the question; null where nothing is cited */
  readonly confidence: Confidence | null;
  /** null: always */
  readonly askedWhen: Condition | null;
  /** the item of the AI Tech Checklist that an answer here answers too */
  readonly checklistItem: ChecklistItem | null;
  /** rows, provisions, report fields and threats that the question serves */
  readonly sourceIds: readonly string[];
}

export type QuestionEntry = QuestionCommon &
  (
    | { readonly answerType: 'yes_no' }
    | { readonly answerType: 'choice'; readonly options: readonly QuestionOption[] }
    | {
        readonly answerType: 'choices';
        readonly options: readonly QuestionOption[];
        readonly counts: ChoiceCounts;
      }
    | { readonly answerType: 'number'; readonly number: NumberBounds }
    | { readonly answerType: 'date' }
    | { readonly answerType: 'text' }
  );

/** A question with what it has from its group. */
export type Question = QuestionEntry & { readonly about: QuestionScope };

export interface QuestionGroup {
  readonly id: string;
  readonly title: string;
  readonly about: QuestionScope;
  readonly intro: string;
}

/** A row of the source documents that a record holds, so that no question asks for it again. */
export interface ServedElsewhere {
  readonly sourceId: string;
  readonly by: string;
}

/** The catalog as its files stand: the head, and the questions of all parts. */
export interface QuestionnaireFile extends CatalogHead {
  /** in the order of asking */
  readonly groups: readonly QuestionGroup[];
  /** rows of the source documents that ask for a question on the vendor side */
  readonly sources: readonly string[];
  readonly servedElsewhere: readonly ServedElsewhere[];
  readonly questions: readonly QuestionEntry[];
}

/** The catalog with its questions in the order of asking. */
export interface QuestionnaireCatalog extends QuestionnaireFile {
  readonly questions: readonly Question[];
}
