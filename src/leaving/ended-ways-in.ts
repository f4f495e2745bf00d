// What a closing ends, each with its event: memberships of all but owners and auditors, invitations, links of vendors and of calendars, keys, single sign-on.
import type { EntityManager } from 'typeorm';
import type { HappenedEvent } from '../audit-log/audit-log';
import { voidTokens } from '../people/one-time-tokens';

const MEMBERSHIPS = `update membership set ended_at = $2, version = version + 1, updated_at = $2
  where organization_id = $1 and ended_at is null and role not in ('owner', 'auditor') returning id, person_id as person, role`;
const INVITATIONS = `update invitation set withdrawn_at = $2
  where organization_id = $1 and accepted_at is null and withdrawn_at is null returning id`;
const KEYS = `update api_key set revoked_at = $2 where organization_id = $1 and revoked_at is null returning id`;
const VENDOR_LINKS = `update vendor_link set revoked_at = $2
  where organization_id = $1 and submitted_at is null and revoked_at is null returning id`;
const CALENDARS = `update calendar_link set revoked_at = $2 where organization_id = $1 and revoked_at is null returning id`;
const PROVIDER = `update identity_provider set issuer = null, client_id = null, client_secret = null, required = false,
    version = version + 1, updated_at = $2
  where organization_id = $1 and issuer is not null returning organization_id as id`;
const LINKS = `update identity_link set removed_at = $2
  where organization_id = $1 and removed_at is null returning id, person_id as person`;

interface Ended {
  id: string;
  [told: string]: unknown;
}

export interface EndedWaysIn {
  events: HappenedEvent[];
  /** of the mails that held links of the invitations: what is left of them goes once the closing is committed */
  mailIds: string[];
}

export async function endWaysIn(
  manager: EntityManager,
  organizationId: string,
  now: Date,
): Promise<EndedWaysIn> {
  const end = async (text: string, action: string, subjectKind: string): Promise<HappenedEvent[]> => {
    const [rows] = await manager.query<[Ended[], number]>(text, [organizationId, now]);
    return rows.map(({ id, ...data }) => ({ action, subjectKind, subjectId: id, data }));
  };
  const invitations = await end(INVITATIONS, 'invitation.withdrawn', 'invitation');
  const mailIds: string[] = [];
  for (const { subjectId } of invitations) {
    const subject = { personId: null, organizationId, invitationId: subjectId };
    mailIds.push(...(await voidTokens(manager, 'invitation', subject, now)));
  }
  const vendorLinks = await end(VENDOR_LINKS, 'vendor_link.revoked', 'vendor_link');
  mailIds.push(...vendorLinks.map(({ subjectId }) => subjectId));
  const events = [
    ...(await end(MEMBERSHIPS, 'membership.ended', 'membership')),
    ...invitations,
    ...vendorLinks,
    ...(await end(KEYS, 'api_key.revoked', 'api_key')),
    ...(await end(CALENDARS, 'calendar_link.revoked', 'calendar_link')),
    ...(await end(PROVIDER, 'single_sign_on.changed', 'organization')),
    ...(await end(LINKS, 'identity_link.removed', 'identity_link')),
  ];
  return { events, mailIds };
}
