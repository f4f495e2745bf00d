// What the parts of a questionnaire are to each other: answers to their questions, dates to each other, the questionnaire to its subject.
import { nearestWord, pointerTo } from '../../common/faults';
import type { Fault } from '../../common/problems/domain.error';
import { answerFaults } from '../../questionnaires/records/answer-faults';
import type { AskedQuestionFields } from '../../questionnaires/records/asked-question.fields';
import type { DossierQuestionnaire } from '../dossier.document';
import { asAsked } from '../select-questions';
import { eachOf, fault, repeatsIn, type CoherenceContext, type CoherenceRule } from './rule';

const aboutSomethingThatIsThere: CoherenceRule = ({ questionnaires, services }) => {
  const known = services.map(({ key }) => key);
  return eachOf(questionnaires, ({ about, service }, index) => {
    const place = ['questionnaires', index, 'service'] as const;
    if (about === 'practice') {
      const detail = 'is only for a questionnaire about a service; take it out or correct "about"';
      return [service && fault('service-not-expected', detail, ...place)];
    }
    if (!service) return [fault('service-missing', 'name the service that it is about', ...place)];
    const meant = nearestWord(service, known);
    const way = `${meant ? ` (did you mean "${meant}"?)` : ''}; add it or correct the key`;
    return [!known.includes(service) && fault('unknown-service', `no service has this key${way}`, ...place)];
  });
};

const oneIsOpenAtATime: CoherenceRule = ({ questionnaires }) => {
  const open = (questionnaires ?? []).flatMap(({ state, about, service }, index) =>
    state === 'issued' ? [{ index, subject: `${about} ${service ?? ''}` }] : [],
  );
  return repeatsIn(open.map(({ subject }) => subject)).map(([repeat, first]) => {
    const detail = `another one on the same subject is being answered: /questionnaires/${open[first]?.index}; submit or withdraw one of them`;
    return fault('second-open', detail, 'questionnaires', open[repeat]?.index ?? 0, 'state');
  });
};

const supersedesOneOnTheSameSubject: CoherenceRule = ({ questionnaires }) => {
  const known = new Map((questionnaires ?? []).map((one) => [one.key, one]));
  return eachOf(questionnaires, ({ key, supersedes, about, service }, index) => {
    if (!supersedes) return [];
    const place = ['questionnaires', index, 'supersedes'] as const;
    const earlier = known.get(supersedes);
    if (!earlier)
      return [
        fault('unknown-questionnaire', 'no questionnaire has this key; add it or correct the key', ...place),
      ];
    const isFit =
      earlier.key !== key && earlier.about === about && (earlier.service ?? null) === (service ?? null);
    const detail = 'is on another subject, or this one itself; name an earlier one on the same subject';
    return [!isFit && fault('questionnaire-of-another-subject', detail, ...place)];
  });
};

const datesInOrder: CoherenceRule = ({ questionnaires }, { asOf }) =>
  eachOf(questionnaires, ({ issuedOn, submittedOn, withdrawal, answers }, index) => {
    const late = (date: string | null | undefined, ...steps: string[]) =>
      asOf &&
      date &&
      date > asOf &&
      fault(
        'dated-in-the-future',
        `lies after ${asOf}, the date of the assessment; correct it, or assess for a later date`,
        'questionnaires',
        index,
        ...steps,
      );
    const end = submittedOn ?? null;
    return [
      late(issuedOn, 'issuedOn'),
      late(submittedOn, 'submittedOn'),
      late(withdrawal?.on, 'withdrawal', 'on'),
      issuedOn &&
        end &&
        end < issuedOn &&
        fault(
          'dates-reversed',
          'lies before issuedOn; correct one of the two',
          'questionnaires',
          index,
          'submittedOn',
        ),
      ...answers.map(
        ({ answeredOn }, answer) =>
          end &&
          answeredOn > end &&
          fault(
            'dates-reversed',
            'lies after submittedOn: what was submitted had been answered by then',
            'questionnaires',
            index,
            'answers',
            answer,
            'answeredOn',
          ),
      ),
    ];
  });

const disputesSayWhy: CoherenceRule = ({ questionnaires }) =>
  eachOf(questionnaires, ({ answers }, index) =>
    answers.map(
      ({ review }, answer) =>
        review?.verdict === 'disputed' &&
        !review.reason &&
        fault(
          'reason-missing',
          'say why the answer is disputed',
          'questionnaires',
          index,
          'answers',
          answer,
          'review',
          'reason',
        ),
    ),
  );

const answersFitTheirQuestions: CoherenceRule = (dossier, context) => {
  const evidence = evidenceKeysOf(dossier);
  const known = context.questionnaire && new Set(context.questionnaire.questions.map(({ id }) => id));
  return (dossier.questionnaires ?? []).flatMap((questionnaire, index) => {
    const at = pointerTo('', 'questionnaires', index);
    const asked = askedIn(questionnaire, context);
    const repeats = [
      ...repeated(
        questionnaire.answers.map(({ question }) => question),
        'answers',
        at,
      ),
      ...repeated(
        (questionnaire.questions ?? []).map(({ id }) => id),
        'questions',
        at,
      ),
    ];
    if (!asked) return repeats;
    const byId = new Map(asked.map((question) => [question.id, question]));
    return [
      ...repeats,
      ...questionnaire.answers.flatMap((answer, place) =>
        answerFaults(
          answer,
          { asked: byId, known, evidence, today: context.asOf },
          pointerTo(at, 'answers', place),
        ),
      ),
    ];
  });
};

/** The questions beside the answers; else those of the catalog. Null where neither is at hand, as for an older catalog. */
function askedIn(
  { questions, catalogVersion, about }: DossierQuestionnaire,
  { questionnaire: catalog }: CoherenceContext,
): readonly AskedQuestionFields[] | null {
  if (questions) return questions;
  if (!catalog || (catalogVersion && catalogVersion !== catalog.version)) return null;
  return asAsked(
    catalog.questions.filter((question) => question.about === about),
    catalog,
  );
}

function repeated(ids: readonly string[], list: 'answers' | 'questions', at: string): Fault[] {
  return repeatsIn(ids).map(([index, first]) =>
    list === 'answers'
      ? {
          pointer: pointerTo(at, list, index, 'question'),
          code: 'answered-twice',
          detail: `is already answered at answers/${first}; keep the answer that counts now`,
        }
      : {
          pointer: pointerTo(at, list, index, 'id'),
          code: 'asked-twice',
          detail: `is already asked at questions/${first}; keep one`,
        },
  );
}

/** Keys of the evidence on file: the dossier's list `evidence`. */
function evidenceKeysOf(dossier: { evidence?: readonly { key: string }[] | null }): ReadonlySet<string> {
  return new Set((dossier.evidence ?? []).map(({ key }) => key));
}

export const QUESTIONNAIRE_RULES: readonly CoherenceRule[] = [
  aboutSomethingThatIsThere,
  oneIsOpenAtATime,
  supersedesOneOnTheSameSubject,
  datesInOrder,
  disputesSayWhy,
  answersFitTheirQuestions,
];
