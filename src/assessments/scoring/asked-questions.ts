// The questions of the catalog made ready once a model: each with its place, where an answer to it stands, whether it is asked, and what is
// read without an answer.
// Answers lie by place, so that reading one of some hundred looks nothing up.
import { testOf, type Test } from './condition';
import type { Question } from './questionnaire-catalog';
import { saidNotToApply, unknown, type Reading } from './readings/reading';
import type { ScoringModel } from './scoring-model';

export interface AskedQuestion {
  readonly id: string;
  /** place among the questions of the catalog; -1 for one that the catalog does not hold */
  readonly place: number;
  /** where a reading says that an answer stands */
  readonly source: string;
  readonly isAsked: Test;
  /** what is read where nothing that is on record calls for it: the practice's own word */
  readonly notCalledFor: Reading;
  /** what is read where nobody has answered it */
  readonly unanswered: Reading;
}

interface ReadyQuestion extends AskedQuestion {
  readonly definition: Question;
}

const ready = new WeakMap<ScoringModel, ReadonlyMap<string, ReadyQuestion>>();

/** The questions by id. */
export function readyQuestions(model: ScoringModel): ReadonlyMap<string, ReadyQuestion> {
  const known = ready.get(model);
  if (known) return known;
  const made = new Map(
    model.questionnaire.questions.map((definition, place) => [
      definition.id,
      { ...askedAt(definition.id, place, definition.askedWhen), definition },
    ]),
  );
  ready.set(model, made);
  return made;
}

/** One that the catalog does not hold is asked, and nothing answers it. */
export function askedQuestion(model: ScoringModel, id: string): AskedQuestion {
  return readyQuestions(model).get(id) ?? askedAt(id, -1, null);
}

function askedAt(id: string, place: number, askedWhen: Question['askedWhen']): AskedQuestion {
  const source = `question ${id}`;
  return {
    id,
    place,
    source,
    isAsked: askedWhen ? testOf(askedWhen) : () => true,
    notCalledFor: saidNotToApply(source, 'nothing that it has recorded calls for the question.'),
    unanswered: unknown(source, 'The question has not been answered.'),
  };
}
