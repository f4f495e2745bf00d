// Which questions of the catalog are asked of a service, or of the practice, given what the dossier says of it: the shorter, the less the
// service does and the less flows. "Not applicable" follows from the facts; nobody answers it.
import { anyHeld, testOf, type Held } from '../assessments/scoring/condition';
import type { Question, QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
import { groundOf } from '../assessments/scoring/service-view';
import type { CalendarDate } from '../common/calendar-date';
import type { AskedQuestionFields } from '../questionnaires/records/asked-question.fields';
import type { Subject } from '../questionnaires/records/question-words';
import type { Dossier } from './dossier.document';
import { gatherServiceFacts } from './gather-service-facts';
import { withoutQuestions } from './without-questions';

export interface QuestionnaireSubject {
  about: Subject;
  /** key of the service; null or absent for the practice itself */
  service?: string | null;
}

export interface SelectionGround {
  catalog: QuestionnaireCatalog;
  model: ScoringModel;
  asOf: CalendarDate;
}

/** The questions asked, in the catalog's order. A service that is not in the dossier is asked nothing. */
export function selectQuestions(
  dossier: Dossier,
  { about, service }: QuestionnaireSubject,
  ground: SelectionGround,
): Question[] {
  const held =
    about === 'service' ? heldForService(dossier, service, ground) : heldForPractice(dossier, ground);
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
  { model, asOf }: SelectionGround,
): Held | null {
  const facts = gatherServiceFacts(withoutQuestions(dossier), asOf).find(
    (one) => one.service.key === service,
  );
  return facts ? groundOf(facts, model).held : null;
}

/** What holds for the practice by itself, and what holds for any of its services. */
function heldForPractice(dossier: Dossier, { model, asOf }: SelectionGround): Held {
  const ofServices = gatherServiceFacts(withoutQuestions(dossier), asOf);
  const byItself = gatherServiceFacts(usingNothing(dossier), asOf);
  return anyHeld([...byItself, ...ofServices].map((facts) => groundOf(facts, model).held));
}

/** The practice with one service that does nothing: what holds then holds for the practice. */
function usingNothing({ format, formatVersion, practice }: Dossier): Dossier {
  const vendors = [{ key: 'nobody', name: 'Nobody' }];
  const nothing = { name: 'Nothing', functions: ['other' as const], usesAi: false, subcontractors: [] };
  return {
    format,
    formatVersion,
    practice,
    vendors,
    services: [{ key: 'nothing', vendor: 'nobody', ...nothing }],
  };
}
