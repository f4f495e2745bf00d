// The practice's side of a vendor's link: sending an issued questionnaire, seeing what became of it, revoking.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { VENDOR_LINK_TOKENS } from '../identity/secret-token';
import { MAILER, type Mailer } from '../mail/mailer';
import { normalizedEmail } from '../people/person.fields';
import { stateAfter, type QuestionnaireState } from '../questionnaires/records/lifecycle';
import { QuestionnairesService } from '../questionnaires/questionnaires.service';
import type { CreateVendorLinkDto, SentVendorLink, VendorLinkResponse } from './vendor-link.dto';
import { recordLinkEvent } from './vendor-link-events';
import { vendorLinkMail } from './vendor-link-mail';
import {
  LINK_COLUMNS,
  submittedByVendors,
  vendorLinkPage,
  type SubmittedByVendor,
} from './vendor-link.query';

const DAY_MILLISECONDS = 86_400_000;

interface AskedFacts {
  practice: string;
  service: string | null;
  state: QuestionnaireState;
  forVendor: number;
}

@Injectable()
export class VendorLinksService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly questionnaires: QuestionnairesService,
    private readonly address: PublicAddress,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async list(
    organizationId: string,
    questionnaireId: string,
    query: PageQuery,
  ): Promise<Page<VendorLinkResponse>> {
    const page = { after: afterId(query), limit: query.limit };
    const found = await readPage<VendorLinkResponse>(
      this.tenancy,
      organizationId,
      vendorLinkPage(organizationId, questionnaireId, page),
      query.limit,
    );
    if (found.items.length === 0) await this.questionnaires.get(organizationId, questionnaireId);
    return found;
  }

  /** What vendors said when they submitted, the last first. */
  submitted(organizationId: string, questionnaireId: string): Promise<SubmittedByVendor[]> {
    const query = submittedByVendors(organizationId, questionnaireId);
    return this.tenancy.readOne<SubmittedByVendor>(organizationId, query);
  }

  /**
   * Makes a link and, where there is an address, mails it. The token is in the answer and nowhere else: what is stored is its digest.
   * @throws DomainError not-found, questionnaire-frozen, nothing-for-vendor
   */
  async send(
    organizationId: string,
    questionnaireId: string,
    caller: Caller,
    { email: given, validDays }: CreateVendorLinkDto,
  ): Promise<SentVendorLink> {
    const [id, token] = [uuidv7(), VENDOR_LINK_TOKENS.make()];
    const email = given ? normalizedEmail(given) : null;
    const made = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      const asked = await factsOf(manager, organizationId, questionnaireId);
      const expiresAt = new Date(now.getTime() + validDays * DAY_MILLISECONDS);
      await manager.query(
        `insert into vendor_link (organization_id, id, questionnaire_id, email, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [organizationId, id, questionnaireId, email, caller.id, now, expiresAt],
      );
      await manager.query('select add_vendor_link_digest($1, $2, $3, $4)', [
        ...[VENDOR_LINK_TOKENS.digestOf(token), organizationId, id, 'link'],
      ]);
      const data = { questionnaire: questionnaireId, validDays, mailed: email !== null };
      await recordLinkEvent(manager, organizationId, caller, now, { id, action: 'sent', data });
      return { ...asked, response: await readLink(manager, organizationId, questionnaireId, id) };
    });
    const link = `${this.address.origin}/vendor-link?token=${token}`;
    const mail = { practice: made.practice, service: made.service ?? '', link, days: validDays };
    const delivery = email
      ? await this.mailer.deliver({ id, to: email, ...vendorLinkMail(mail) })
      : ('not_mailed' as const);
    return { ...made.response, link, delivery };
  }

  /** From then on the link and every browser that began by it open nothing. What was submitted by it stays. @throws DomainError not-found */
  async revoke(organizationId: string, questionnaireId: string, caller: Caller, id: string): Promise<void> {
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const { submittedAt, revokedAt } = await readLink(manager, organizationId, questionnaireId, id);
      if (submittedAt || revokedAt) return;
      const now = this.clock.now();
      await manager.query('update vendor_link set revoked_at = $3 where organization_id = $1 and id = $2', [
        ...[organizationId, id, now],
      ]);
      const data = { questionnaire: questionnaireId };
      await recordLinkEvent(manager, organizationId, caller, now, { id, action: 'revoked', data });
    });
    await this.mailer.forget([id]);
  }
}

async function factsOf(
  manager: EntityManager,
  organizationId: string,
  questionnaireId: string,
): Promise<AskedFacts> {
  const [facts] = await manager.query<AskedFacts[]>(
    `select o.name as practice, s.name as service, q.state, (select count(*)::integer from jsonb_array_elements(q.questions) x (asked)
        where x.asked ->> 'answeredBy' = 'vendor') as "forVendor"
     from questionnaire q join organization o on o.organization_id = q.organization_id
     left join service s on s.organization_id = q.organization_id and s.key = q.service_key
     where q.organization_id = $1 and q.id = $2`,
    [organizationId, questionnaireId],
  );
  if (!facts) throw new DomainError('not-found', 'There is no questionnaire with this id.');
  stateAfter(facts.state, 'answer');
  if (facts.service === null || facts.forVendor === 0) {
    throw new DomainError('nothing-for-vendor', 'The questionnaire asks nothing that a vendor could answer.');
  }
  return facts;
}

async function readLink(
  manager: EntityManager,
  organizationId: string,
  questionnaireId: string,
  id: string,
): Promise<VendorLinkResponse> {
  const [link] = await manager.query<VendorLinkResponse[]>(
    `select ${LINK_COLUMNS} from vendor_link l where l.organization_id = $1 and l.questionnaire_id = $2 and l.id = $3`,
    [organizationId, questionnaireId, id],
  );
  if (!link) throw new DomainError('not-found', 'There is no vendor link with this id.');
  return link;
}
