// Who belongs to the practice and how they come in; keys of programs without their secrets.
import type { ExportArchive } from './export-archive';
import { jsonList, jsonText, rowsById, type Snapshot } from './rows';

const PAGE = 500;

const MEMBERS = `select m.id, m.person_id as "personId", p.name, p.email, m.role, m.firm_id as "onBehalfOf", m.ends_on as "endsOn",
    m.created_at as "createdAt", m.updated_at as "updatedAt", m.ended_at as "endedAt", m.sessions_from as "sessionsFrom"
  from membership m join person p on p.id = m.person_id where m.organization_id = $1 and m.id > $2 order by m.id limit ${PAGE}`;

const INVITATIONS = `select i.id, i.email, i.role, i.ends_on as "endsOn", i.invited_by as "invitedBy", i.created_at as "createdAt",
    i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt"
  from invitation i where i.organization_id = $1 and i.id > $2 order by i.id limit ${PAGE}`;

const LINKS = `select l.id, l.person_id as "personId", l.issuer, l.subject, l.linked_at as "linkedAt", l.last_used_at as "lastUsedAt",
    l.removed_at as "removedAt"
  from identity_link l where l.organization_id = $1 and l.id > $2 order by l.id limit ${PAGE}`;

const CALENDARS = `select l.id, l.person_id as "personId", l.created_at as "createdAt", l.expires_at as "expiresAt", l.revoked_at as "revokedAt"
  from calendar_link l where l.organization_id = $1 and l.id > $2 order by l.id limit ${PAGE}`;

const SIGN_IN = `select coalesce(r.second_factor_required, false) as "secondFactorRequired", i.issuer, i.client_id as "clientId",
    i.email_domains as "emailDomains", coalesce(i.required, false) as "singleSignOnRequired"
  from organization o left join sign_in_rules r on r.organization_id = o.organization_id
  left join identity_provider i on i.organization_id = o.organization_id where o.organization_id = $1`;

const KEYS = `select k.id, k.label, k.scopes, k.serves_practices as "servesPractices", k.created_by as "createdBy",
    k.created_at as "createdAt", k.expires_at as "expiresAt", k.rotated_at as "rotatedAt", k.last_used_at as "lastUsedAt",
    k.revoked_at as "revokedAt"
  from api_key k where k.organization_id = $1 and k.id > $2 order by k.id limit ${PAGE}`;

export async function addPeople(archive: ExportArchive, { client, organizationId }: Snapshot): Promise<void> {
  const rows = (text: string): AsyncGenerator<{ id: string }> =>
    rowsById(client, (after) => ({ text, values: [organizationId, after] }));
  await archive.add('people.json', peopleText(rows));
  await archive.add('api-keys.json', jsonList(rows(KEYS)));
  const rules = await client.query<object>(SIGN_IN, [organizationId]);
  await archive.add('sign-in.json', jsonText(rules.rows[0]));
}

async function* peopleText(rows: (text: string) => AsyncGenerator<object>): AsyncGenerator<string> {
  yield '{"members": ';
  yield* jsonList(rows(MEMBERS));
  yield ', "invitations": ';
  yield* jsonList(rows(INVITATIONS));
  yield ', "identityLinks": ';
  yield* jsonList(rows(LINKS));
  yield ', "calendarLinks": ';
  yield* jsonList(rows(CALENDARS));
  yield '}\n';
}
