// What the scoring model asks of the questionnaire: facts name questions that exist, and more flows never take a question away.
import { isMonotone } from '../assessments/scoring/condition';
import type { Question, QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import type { ScoringModelFile, ThreatDefinition } from '../assessments/scoring/scoring-model';
import { ShapeError } from '../common/catalog-files/shape';

/**
 * A question that is not asked counts as fully met, so one that a fact is read from must not be asked less when more flows. Threats of the
 * practice's register are judged by answers about the practice and by its safeguards alone, and gates hold threats of services.
 */
export function checkAnsweredFacts(model: ScoringModelFile, { questions }: QuestionnaireCatalog): void {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const asked = new Map<string, Question>();
  model.facts.forEach((fact, place) => {
    if (fact.reader !== 'answer') return;
    const question = byId.get(fact.question);
    if (!question) throw new ShapeError(`facts[${place}].question`, `names no question: ${fact.question}`);
    if (question.askedWhen && !isMonotone(question.askedWhen))
      throw new ShapeError(`facts[${place}].question`, `is asked less when more flows: ${fact.question}`);
    asked.set(fact.id, question);
  });
  const ofSafeguards = new Set(
    model.facts.filter(({ reader }) => reader === 'safeguard').map(({ id }) => id),
  );
  for (const threat of model.threats) checkGround(threat, asked, ofSafeguards);
  const ofPractice = new Set(model.threats.filter(({ scope }) => scope === 'practice').map(({ id }) => id));
  model.gates.forEach(({ threats }, place) => {
    const strange = threats.find((id) => ofPractice.has(id));
    if (strange)
      throw new ShapeError(`gates[${place}].threats`, `names a threat of the practice: ${strange}`);
  });
}

function checkGround(
  { id, scope, controls }: ThreatDefinition,
  asked: ReadonlyMap<string, Question>,
  ofSafeguards: ReadonlySet<string>,
): void {
  const isOfPractice = (fact: string) => ofSafeguards.has(fact) || asked.get(fact)?.about === 'practice';
  const strange = controls.find(({ fact }) =>
    scope === 'practice' ? !isOfPractice(fact) : ofSafeguards.has(fact),
  );
  if (!strange) return;
  const ground =
    scope === 'practice'
      ? 'an answer about the practice or on a safeguard of its own'
      : 'facts of the service';
  throw new ShapeError(`threat ${id}, control ${strange.id}`, `must rest on ${ground}`);
}
