// The vendor's side of a link: what is asked, answers as they are given, and their one submission. Until then nothing of it stands in the questionnaire;
// then all of it does, in one transaction.
import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { MAX_LISTED_FAULTS } from '../common/faults';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import type { VendorLinkCaller } from '../identity/caller';
import { VENDOR_LINK_TOKENS, VENDOR_SESSION_TOKENS } from '../identity/secret-token';
import { VendorLinkEntry, vendorLinkUnusable } from '../identity/vendor-link-entry';
import { MAILER, type Mailer } from '../mail/mailer';
import { openQuestions } from '../questionnaires/answer-status';
import { changeAnswers } from '../questionnaires/change-answers';
import type { AnswerChangeDto, QuestionGroupView } from '../questionnaires/questionnaire.dto';
import { QuestionnaireSteps } from '../questionnaires/questionnaire-steps';
import { groupViews } from '../questionnaires/questionnaire-view';
import { saveAnswers } from '../questionnaires/records/answer-writes';
import { isFrozen } from '../questionnaires/records/lifecycle';
import { draftOf, draftsAsAnswers, takenOver } from './drafted-answers';
import type { SubmitVendorAnswersDto } from './submit-vendor-answers.dto';
import { recordLinkEvent } from './vendor-link-events';
import { askedOfVendor, type AskedOfVendor, type DraftedAnswers } from './vendor-link.query';

/** What the vendor meets: its questions in groups, each with its answer so far. */
export interface VendorQuestionnaire extends AskedOfVendor {
  linkId: string;
  groups: QuestionGroupView[];
}

@Injectable()
export class VendorAnswersService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly steps: QuestionnaireSteps,
    private readonly entry: VendorLinkEntry,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who asks, for whoever holds a link and has not begun: it stays as it was. @throws DomainError vendor-link-unusable */
  async look(
    token: string,
  ): Promise<Pick<AskedOfVendor, 'practice' | 'service' | 'expiresAt' | 'questions'>> {
    const { organizationId, linkId } = await this.linkOf(token);
    return this.asked(organizationId, linkId);
  }

  /**
   * Gives a token for the browser in which somebody begins; the one of the link may leave the address then.
   * @throws DomainError vendor-link-unusable
   */
  async begin(
    token: string,
    origin: { requestId: string; address: string },
  ): Promise<{ session: string; expiresAt: Date }> {
    const { organizationId, linkId: id } = await this.linkOf(token);
    const { expiresAt } = await this.asked(organizationId, id);
    const session = VENDOR_SESSION_TOKENS.make();
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      await manager.query('select add_vendor_link_digest($1, $2, $3, $4)', [
        ...[VENDOR_SESSION_TOKENS.digestOf(session), organizationId, id, 'session'],
      ]);
      await manager.query(
        'update vendor_link set begun_at = coalesce(begun_at, $3) where organization_id = $1 and id = $2',
        [organizationId, id, now],
      );
      const caller = { kind: 'vendor_link', id, onBehalfOf: null, ...origin } as const;
      await recordLinkEvent(manager, organizationId, caller, now, { id, action: 'begun', data: {} });
    });
    return { session, expiresAt };
  }

  /** @throws DomainError vendor-link-unusable once the practice has submitted or withdrawn the questionnaire itself */
  async get({ organizationId, id }: VendorLinkCaller): Promise<VendorQuestionnaire> {
    const asked = await this.asked(organizationId, id);
    const groups = groupViews(asked.questions, draftsAsAnswers(asked.answers), this.catalogs.questionnaire);
    return { ...asked, linkId: id, groups };
  }

  /**
   * Keeps answers in pieces, all or none, judged by the rules of every answer.
   * @param seen the answers that the changes were made from
   * @throws DomainError stale-version where one of those that change was changed since
   */
  async save(
    caller: VendorLinkCaller,
    seen: DraftedAnswers,
    changes: readonly AnswerChangeDto[],
    pointerOf: (index: number) => string,
  ): Promise<void> {
    const { organizationId, id } = caller;
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      const asked = await lockedLink(manager, organizationId, id, now);
      const { questions } = asked;
      if (changes.some(({ question }) => !isDeepStrictEqual(asked.answers[question], seen[question])))
        throw new DomainError('stale-version', 'Somebody else changed the same answer.');
      const ground = {
        ...{ questions, answers: draftsAsAnswers(asked.answers), evidence: new Set<string>() },
        known: new Set(this.catalogs.questionnaire.questions.map((question) => question.id)),
        today: dateInTimeZone(now, asked.timeZone),
      };
      const { saved, cleared } = changeAnswers(ground, changes, pointerOf);
      if (saved.length === 0 && cleared.length === 0) return;
      const kept = Object.fromEntries(saved.map((answer) => [answer.question, draftOf(answer)]));
      await manager.query(
        'update vendor_link set answers = (answers - $3::text[]) || $4::jsonb where organization_id = $1 and id = $2',
        [organizationId, id, cleared, JSON.stringify(kept)],
      );
      const data = { answered: Object.keys(kept).sort(), cleared: [...cleared].sort() };
      await recordLinkEvent(manager, organizationId, caller, now, { id, action: 'answered', data });
    });
  }

  /**
   * Hands the answers over for good. Each takes the place of no answer and of a word; what the practice knows better than by somebody's word stays,
   * with what the vendor said beside it in the review.
   * @throws DomainError questionnaire-incomplete, vendor-link-unusable
   */
  async submit(caller: VendorLinkCaller, body: SubmitVendorAnswersDto): Promise<void> {
    const { organizationId, questionnaireId, id } = caller;
    await this.steps.take({ organizationId, id: questionnaireId, version: null }, caller, async (ground) => {
      const { manager, stored, now } = ground;
      const asked = await lockedLink(manager, organizationId, id, now);
      const open = openQuestions(asked.questions, draftsAsAnswers(asked.answers));
      if (open.length > 0 && !body.openCountsAsUnknown) throw incomplete(open);
      const by = { name: body.name, role: body.role, email: body.email };
      const answers = takenOver(asked, stored.answers, by);
      await saveAnswers(manager, organizationId, [{ ownerId: questionnaireId, entries: answers }]);
      await manager.query(
        'update vendor_link set submitted_at = $3, submitted_by = $4 where organization_id = $1 and id = $2',
        [organizationId, id, now, JSON.stringify(by)],
      );
      const data = { questionnaire: questionnaireId, open: open.length, attached: asked.documents.length };
      await recordLinkEvent(manager, organizationId, caller, now, { id, action: 'submitted', data });
      if (answers.length === 0) return null;
      const answered = answers.map(({ question }) => question).sort();
      return { action: 'questionnaire.answered', data: { answered, cleared: [] }, isScored: false };
    });
    await this.mailer.forget([id]);
  }

  private async linkOf(token: string): Promise<{ organizationId: string; linkId: string }> {
    const digest = VENDOR_LINK_TOKENS.digestOf(token);
    const link = digest ? await this.entry.find(digest, 'link') : null;
    if (!link) throw vendorLinkUnusable();
    return link;
  }

  private async asked(organizationId: string, linkId: string): Promise<AskedOfVendor> {
    const query = askedOfVendor(organizationId, linkId);
    const [asked] = await this.tenancy.readOne<AskedOfVendor>(organizationId, query);
    if (!asked || isFrozen(asked.state)) throw vendorLinkUnusable();
    return asked;
  }
}

/** The link with all that is asked, held until the transaction ends. Two who submit at once: the second finds it used. */
export async function lockedLink(
  manager: EntityManager,
  organizationId: string,
  id: string,
  now: Date,
): Promise<AskedOfVendor> {
  const good: unknown[] = await manager.query(
    `select 1 from vendor_link where organization_id = $1 and id = $2
       and submitted_at is null and revoked_at is null and expires_at > $3 for update`,
    [organizationId, id, now],
  );
  const { text, values } = askedOfVendor(organizationId, id);
  const [asked] = good.length > 0 ? await manager.query<AskedOfVendor[]>(text, values as unknown[]) : [];
  if (!asked || isFrozen(asked.state)) throw vendorLinkUnusable();
  return asked;
}

function incomplete(open: readonly { id: string }[]): DomainError {
  const count = open.length === 1 ? 'One question is' : `${open.length} questions are`;
  const faults = open.slice(0, MAX_LISTED_FAULTS).map(({ id }) => ({
    pointer: `/questions/${id}`,
    code: 'question-open' as const,
    detail: 'has no answer',
  }));
  return new DomainError('questionnaire-incomplete', `${count} still open.`, faults);
}
