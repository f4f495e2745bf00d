// Which questions of the catalog are asked of a service, or of the practice, given what the dossier says of it: the shorter, the less the
// service does and the less flows. "Not applicable" follows from the facts; nobody answers it.
import { anyHeld, testOf, type Held } from '../assessments/scoring/condition';
import type { Question, QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import type { ServiceFacts } from '../assessments/scoring/service-facts';
import { flowsOf } from '../assessments/scoring/service-view';
import { situationsOf, situationsOfPractice } from '../assessments/scoring/situations';
import type { CalendarDate } from '../common/calendar-date';
import type { AskedQuestionFields } from '../questionnaires/records/asked-question.fields';
import type { Subject } from '../questionnaires/records/question-words';
import type { Dossier } from './dossier.document';
import { gatherPracticeFacts } from './gather-practice-facts';
import { gatherServiceFacts } from './gather-service-facts';

export interface QuestionnaireSubject {
  about: Subject;
  /** key of the service; null or absent for the practice itself */
  service?: string | null;
}

export interface SelectionGround {
  catalog: QuestionnaireCatalog;
  asOf: CalendarDate;
}

/** The questions asked, in the catalog's order. A service that is not in the dossier is asked nothing. */
export function selectQuestions(
  dossier: Dossier,
  { about, service }: QuestionnaireSubject,
  ground: SelectionGround,
): Question[] {
  const held =
    about === 'service'
      ? heldForService(dossier, service, ground.asOf)
      : heldForPractice(dossier, ground.asOf);
  if (!held) return [];
  return ground.catalog.questions.filter(
    (question) => question.about === about && (!question.askedWhen || testOf(question.askedWhen)(held)),
  );
}

/** The questions as a person meets them, in words that stay when the catalog is worded anew. */
export function asAsked(
  questions: readonly Question[],
  catalog: QuestionnaireCatalog,
): AskedQuestionFields[] {
  const titles = new Map(catalog.groups.map(({ id, title }) => [id, title]));
  return questions.map((question) => ({
    id: question.id,
    group: question.group,
    groupTitle: titles.get(question.group) ?? question.group,
    about: question.about,
    answeredBy: question.answeredBy,
    answerType: question.answerType,
    question: question.question,
    ...(question.help ? { help: question.help } : {}),
    ...('options' in question
      ? { options: question.options.map(({ value, label, met }) => ({ value, label, met })) }
      : {}),
    ...('number' in question
      ? {
          number: {
            unit: question.number.unit,
            minimum: question.number.minimum,
            maximum: question.number.maximum,
          },
        }
      : {}),
    ...(question.citation ? { citation: question.citation } : {}),
  }));
}

function heldForService(
  dossier: Dossier,
  service: string | null | undefined,
  asOf: CalendarDate,
): Held | null {
  const facts = gatherServiceFacts(dossier, asOf).find((one) => one.service.key === service);
  return facts ? heldFor(facts) : null;
}

/** What holds for the practice by itself, and what holds for any of its services. */
function heldForPractice(dossier: Dossier, asOf: CalendarDate): Held {
  const { practice, services } = gatherPracticeFacts(dossier, asOf);
  return anyHeld([situationsOfPractice(practice), ...services.map((one) => heldFor({ ...one, practice }))]);
}

function heldFor({
  practice,
  service,
  dataFlows,
}: Pick<ServiceFacts, 'practice' | 'service' | 'dataFlows'>): Held {
  return situationsOf({ facts: { practice, service }, ...flowsOf({ dataFlows }) });
}
