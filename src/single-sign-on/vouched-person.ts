// Whom a provider vouches for: the person of an earlier link, else the member whose address the provider has verified. The transaction is open for
// the organization; here it is opened for the person as well.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../identity/caller';
import { recordEvents } from '../audit-log/audit-log';
import { enterPerson } from '../database/tenancy';
import { normalizedEmail } from '../people/person.fields';
import type { VouchedIdentity } from './openid-provider';
import { isInDomains } from './provider-settings';

export type NotVouched = {
  refused: 'no-verified-address' | 'no-member' | 'linked-otherwise' | 'other-domain';
  personId: string | null;
};
export type Vouched = { personId: string; hasSecondFactor: boolean; linkId: string };

interface Asked {
  organizationId: string;
  issuer: string;
  emailDomains: readonly string[];
  identity: VouchedIdentity;
  /** of the request: its id and the address that it came from */
  origin: Pick<Caller, 'requestId' | 'address'>;
}

/** @returns the person with their link, or why there is none: for the organization's audit log, not for whoever asks */
export async function vouchedPerson(
  manager: EntityManager,
  { organizationId, issuer, emailDomains, identity, origin }: Asked,
  now: Date,
): Promise<Vouched | NotVouched> {
  const linked = await linkOf(manager, organizationId, issuer, identity.subject);
  if (!linked && identity.verifiedEmail === null) return { refused: 'no-verified-address', personId: null };
  const personId = linked?.personId ?? (await personWith(manager, identity.verifiedEmail ?? ''));
  if (!personId || !(await isMember(manager, organizationId, personId, now)))
    return { refused: 'no-member', personId: null };
  await enterPerson(manager, personId);
  const [person] = await manager.query<{ email: string; hasSecondFactor: boolean }[]>(
    'select email, has_second_factor as "hasSecondFactor" from person where id = $1',
    [personId],
  );
  if (!person || !isInDomains(person.email, emailDomains)) return { refused: 'other-domain', personId };
  const { hasSecondFactor } = person;
  if (linked) {
    await manager.query('update identity_link set last_used_at = $3 where organization_id = $1 and id = $2', [
      ...[organizationId, linked.id, now],
    ]);
    return { personId, hasSecondFactor, linkId: linked.id };
  }
  const linkId = await newLink(manager, organizationId, { personId, issuer, subject: identity.subject }, now);
  if (!linkId) return { refused: 'linked-otherwise', personId };
  const caller = { kind: 'person', id: personId, onBehalfOf: null, ...origin } as const;
  await recordEvents(manager, organizationId, caller, now, [
    {
      action: 'identity_link.made',
      subjectKind: 'identity_link',
      subjectId: linkId,
      data: { person: personId },
    },
  ]);
  return { personId, hasSecondFactor, linkId };
}

async function linkOf(
  manager: EntityManager,
  organizationId: string,
  issuer: string,
  subject: string,
): Promise<{ id: string; personId: string } | undefined> {
  const [link] = await manager.query<{ id: string; personId: string }[]>(
    `select id, person_id as "personId" from identity_link
     where organization_id = $1 and issuer = $2 and subject = $3 and removed_at is null`,
    [organizationId, issuer, subject],
  );
  return link;
}

async function personWith(manager: EntityManager, email: string): Promise<string | null> {
  const [row] = await manager.query<{ id: string | null }[]>('select person_with_email($1) as id', [
    normalizedEmail(email),
  ]);
  return row?.id ?? null;
}

async function isMember(
  manager: EntityManager,
  organizationId: string,
  personId: string,
  now: Date,
): Promise<boolean> {
  const rows = await manager.query<object[]>(
    'select 1 from organizations_of_person($1, $2) where organization_id = $3',
    [personId, now, organizationId],
  );
  return rows.length > 0;
}

/** @returns null where the person has come in by another account of the provider: an address may have gone to somebody else */
async function newLink(
  manager: EntityManager,
  organizationId: string,
  { personId, issuer, subject }: { personId: string; issuer: string; subject: string },
  now: Date,
): Promise<string | null> {
  const id = uuidv7();
  const rows = await manager.query<object[]>(
    `insert into identity_link (organization_id, id, person_id, issuer, subject, linked_at, last_used_at)
     values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing returning 1`,
    [organizationId, id, personId, issuer, subject, now],
  );
  return rows.length > 0 ? id : null;
}
