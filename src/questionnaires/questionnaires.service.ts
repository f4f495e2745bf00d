// The use cases of a questionnaire: issue, answer in pieces, submit, review, withdraw. Each change is one transaction with its audit event;
// what an answer means is decided in records/, change-answers.ts and review-answers.ts.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { MAX_LISTED_FAULTS } from '../common/faults';
import { afterId, type Page } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import { storedDossier } from '../dossiers/dossier.query';
import type { Dossier } from '../dossiers/dossier.document';
import type { Caller } from '../identity/caller';
import { refusalOfConstraint } from '../records/constraint-faults';
import { insertRecords } from '../records/record-writes';
import { openQuestions } from './answer-status';
import { changeAnswers } from './change-answers';
import { issueQuestionnaire, openOn } from './issue-questionnaire';
import type {
  AnswerChangeDto,
  IssueQuestionnaireDto,
  QuestionnairePageQuery,
  QuestionnaireSummary,
  QuestionnaireView,
  ReviewAnswersDto,
  SubmitQuestionnaireDto,
  WithdrawQuestionnaireDto,
} from './questionnaire.dto';
import {
  questionnaireById,
  questionnairePage,
  type StoredQuestionnaire,
  type StoredSummary,
} from './questionnaire.query';
import { QuestionnaireSteps, type Step, type Target } from './questionnaire-steps';
import { summaryOf, viewOf } from './questionnaire-view';
import { clearAnswers, saveAnswers } from './records/answer-writes';
import { stateAfter } from './records/lifecycle';
import { QUESTIONNAIRE } from './records/questionnaire.record';
import { requireSubject } from './require-subject';
import { reviewedAnswers } from './review-answers';
import { supersedeEarlier } from './supersede-earlier';

@Injectable()
export class QuestionnairesService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly steps: QuestionnaireSteps,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(organizationId: string, id: string): Promise<QuestionnaireView> {
    const query = questionnaireById(organizationId, id);
    const [stored] = await this.tenancy.readOne<StoredQuestionnaire>(organizationId, query);
    if (!stored) throw new DomainError('not-found', 'There is no questionnaire with this id.');
    return viewOf(stored, this.catalogs.questionnaire);
  }

  async list(organizationId: string, query: QuestionnairePageQuery): Promise<Page<QuestionnaireSummary>> {
    const filter = { key: query.key ?? null, service: query.service ?? null, state: query.state ?? null };
    const page = questionnairePage(organizationId, { after: afterId(query), limit: query.limit, ...filter });
    const { items, nextCursor } = await readPage<StoredSummary>(
      this.tenancy,
      organizationId,
      page,
      query.limit,
    );
    return { items: items.map(summaryOf), nextCursor };
  }

  async issue(
    organizationId: string,
    caller: Caller,
    body: IssueQuestionnaireDto,
  ): Promise<QuestionnaireSummary> {
    const id = uuidv7();
    try {
      return await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
        const now = this.clock.now();
        const dossier = await storedDossier(manager, organizationId);
        const issued = this.issued(dossier, body, now);
        const row = { ...issued, organizationId, id, version: 1, createdAt: now, updatedAt: now };
        await insertRecords(manager, QUESTIONNAIRE, [row]);
        const { key, about, service, catalogVersion, questions, answers } = issued;
        const data = { about, service, catalogVersion, asked: questions.length, suggested: answers.length };
        const happened = { action: 'questionnaire.issued', data, isScored: true };
        return summaryOf(
          await this.steps.finish(manager, organizationId, caller, { id, key, version: 1 }, happened),
        );
      });
    } catch (error) {
      throw refusalOfConstraint(error, QUESTIONNAIRE.name);
    }
  }

  private issued(dossier: Dossier, body: IssueQuestionnaireDto, now: Date) {
    requireSubject(dossier, body);
    const open = openOn(dossier.questionnaires ?? [], body.service ?? null);
    if (open) {
      const detail = `The questionnaire "${open.key}" on the same subject is still being answered.`;
      throw new DomainError('questionnaire-open', detail);
    }
    const asOf = dateInTimeZone(now, dossier.practice.timeZone);
    return issueQuestionnaire(dossier, body, { catalog: this.catalogs.questionnaire, asOf });
  }

  /** Saves answers in pieces, all or none. They count for nothing until the questionnaire is submitted, so nothing is scored. */
  answer(
    target: Target,
    caller: Caller,
    changes: readonly AnswerChangeDto[],
    pointerOf: (index: number) => string,
  ): Promise<QuestionnaireSummary> {
    return this.step(target, caller, async ({ manager, stored, today }) => {
      stateAfter(stored.state, 'answer');
      const { organizationId, id } = target;
      const known = new Set(this.catalogs.questionnaire.questions.map((question) => question.id));
      const evidence = await evidenceNamedIn(manager, organizationId, changes);
      const { questions, answers } = stored;
      const ground = { questions, answers, known, evidence, today };
      const { saved, cleared } = changeAnswers(ground, changes, pointerOf);
      if (saved.length === 0 && cleared.length === 0) return null;
      await saveAnswers(manager, organizationId, [{ ownerId: id, entries: saved }]);
      await clearAnswers(manager, organizationId, id, cleared);
      const data = { answered: saved.map(({ question }) => question).sort(), cleared: [...cleared].sort() };
      return { action: 'questionnaire.answered', data, isScored: false };
    });
  }

  /** Freezes the answers. Those submitted before on the same subject are superseded in the same transaction. */
  submit(target: Target, caller: Caller, body: SubmitQuestionnaireDto): Promise<QuestionnaireSummary> {
    return this.step(target, caller, async ({ manager, stored, today, now }) => {
      const state = stateAfter(stored.state, 'submit');
      const open = openQuestions(stored.questions, stored.answers);
      if (open.length > 0 && !body.openCountsAsUnknown) throw incomplete(open);
      await supersedeEarlier(manager, target.organizationId, stored, caller, now);
      const submittedBy = { name: body.name, role: body.role };
      const { catalogVersion } = stored;
      return {
        action: 'questionnaire.submitted',
        row: { state, submittedOn: today, submittedBy },
        data: { catalogVersion, asked: stored.questions.length, open: open.length },
        isScored: true,
      };
    });
  }

  review(target: Target, caller: Caller, body: ReviewAnswersDto): Promise<QuestionnaireSummary> {
    return this.step(target, caller, async ({ manager, stored, today }) => {
      stateAfter(stored.state, 'review');
      const asked = new Set(stored.questions.map((question) => question.id));
      const entries = reviewedAnswers(asked, stored.answers, body, today);
      if (entries.length === 0) return null;
      await saveAnswers(manager, target.organizationId, [{ ownerId: target.id, entries }]);
      const withVerdict = (wanted: string) =>
        body.verdicts.filter(({ verdict }) => verdict === wanted).map(({ question }) => question);
      const data = { accepted: withVerdict('accepted').sort(), disputed: withVerdict('disputed').sort() };
      return { action: 'questionnaire.reviewed', data, isScored: true };
    });
  }

  withdraw(target: Target, caller: Caller, body: WithdrawQuestionnaireDto): Promise<QuestionnaireSummary> {
    return this.step(target, caller, ({ stored, today }) => {
      const state = stateAfter(stored.state, 'withdraw');
      const withdrawal = { by: { name: body.name, role: body.role }, on: today, reason: body.reason };
      const data = { from: stored.state };
      return Promise.resolve({
        action: 'questionnaire.withdrawn',
        row: { state, withdrawal },
        data,
        isScored: true,
      });
    });
  }

  private async step(target: Target, caller: Caller, take: Step): Promise<QuestionnaireSummary> {
    return summaryOf(await this.steps.take(target, caller, take));
  }
}

function incomplete(open: readonly { id: string }[]): DomainError {
  const faults = open.slice(0, MAX_LISTED_FAULTS).map(({ id }) => ({
    pointer: `/questions/${id}`,
    code: 'question-open' as const,
    detail: 'has no answer, or only one carried over that nobody has confirmed',
  }));
  const count = open.length === 1 ? 'One question is' : `${open.length} questions are`;
  return new DomainError('questionnaire-incomplete', `${count} still open.`, faults);
}

/** Keys of the evidence on file, read only when an answer names some. */
async function evidenceNamedIn(
  manager: EntityManager,
  organizationId: string,
  changes: readonly AnswerChangeDto[],
): Promise<ReadonlySet<string>> {
  if (changes.every(({ evidenceKeys }) => !evidenceKeys?.length)) return new Set();
  const dossier: { evidence?: readonly { key: string }[] | null } = await storedDossier(
    manager,
    organizationId,
  );
  return new Set((dossier.evidence ?? []).map(({ key }) => key));
}
