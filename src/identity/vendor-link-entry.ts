// Lets in who brings the cookie of a vendor's link, and nobody else: no session and no API key opens what a link opens.
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { Tenancy } from '../database/tenancy';
import { RateLimits } from '../rate-limits/rate-limits.service';
import type { AuthenticatedRequest, VendorLinkCaller } from './caller';
import { isOfAnotherSite } from './same-origin';
import { vendorSessionOf } from './vendor-link-cookie';

export type VendorTokenPurpose = 'link' | 'session';

export interface OpenVendorLink {
  linkId: string;
  organizationId: string;
  questionnaireId: string;
}

interface LinkRow {
  link_id: string;
  organization_id: string;
  questionnaire_id: string;
}

@Injectable()
export class VendorLinkEntry {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly address: PublicAddress,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError vendor-link-unusable, cross-site-request, too-many-requests */
  async enter(request: AuthenticatedRequest, reply: FastifyReply): Promise<VendorLinkCaller> {
    const digest = vendorSessionOf(request.headers.cookie, this.address.isPlainOnThisMachine);
    if (digest && isOfAnotherSite(request, this.address.origin)) {
      throw new DomainError(
        'cross-site-request',
        'A request with this cookie has to come from our own pages.',
      );
    }
    await this.limits.refuseExhausted(request.ip, reply);
    const link = digest ? await this.find(digest, 'session') : null;
    if (!link) {
      await this.limits.countAddress(request.ip, reply);
      throw vendorLinkUnusable();
    }
    await this.limits.count('people', link.linkId, reply);
    if (isOfAnotherLink(request, link)) throw vendorLinkUnusable();
    const { organizationId, questionnaireId } = link;
    const origin = { onBehalfOf: null, requestId: request.id, address: request.ip };
    return { kind: 'vendor_link', id: link.linkId, organizationId, questionnaireId, ...origin };
  }

  /** The link that a token opens; null when it is unknown, submitted, revoked, expired or of a closed practice. */
  async find(digest: string, purpose: VendorTokenPurpose): Promise<OpenVendorLink | null> {
    const [row] = await this.tenancy.withoutOrganization<LinkRow>({
      name: 'authenticate-vendor-link',
      text: 'select * from authenticate_vendor_link($1, $2, $3)',
      values: [digest, purpose, this.clock.now()],
    });
    if (!row) return null;
    return {
      linkId: row.link_id,
      organizationId: row.organization_id,
      questionnaireId: row.questionnaire_id,
    };
  }
}

/**
 * A browser has one cookie: whoever begins by a second link has pages of the first still open. A form of those names its link, so that what was said to one
 * practice does not go to another.
 */
function isOfAnotherLink({ method, query }: AuthenticatedRequest, { linkId }: OpenVendorLink): boolean {
  const { link } = query as { link?: unknown };
  return method === 'POST' && link !== undefined && link !== linkId;
}

/** The same words whatever became of the link. */
export function vendorLinkUnusable(): DomainError {
  return new DomainError(
    'vendor-link-unusable',
    'The link was used, revoked or has expired, or nobody has begun by it here. Please ask the practice for a new one.',
  );
}
