// What was recorded: the practice with its records as the API gives them, the same as a dossier, and what was scored of it.
import type { QueryConfig } from 'pg';
import { stringify } from 'yaml';
import { dossierSeenBy } from '../dossiers/dossier.query';
import { RECORD_LISTS } from '../dossiers/record-lists';
import { letterheadOf } from '../letterheads/letterhead.query';
import { organizationById } from '../organizations/organization.query';
import { recordPage, type RecordKind, type RecordRow } from '../records/record-kind';
import type { ExportArchive } from './export-archive';
import { jsonList, jsonText, rowsById, type Snapshot } from './rows';

const PAGE = 100;

/** A result holds every threat with all that was counted: some 100 kB. */
const SCORES = `select s.id, x.service_key as service, x.decision, x.level, x.inherent_level as "inherentLevel",
    x.index_out_of_100 as "indexOutOf100", x.confidence_percent as "confidencePercent", x.as_of as "asOf", x.holds_until as "holdsUntil",
    x.model_id as "modelId", x.model_version as "modelVersion", x.scored_at as "scoredAt", x.why, x.result
  from service_score x join service s on s.organization_id = x.organization_id and s.key = x.service_key
  where x.organization_id = $1 and s.id > $2 order by s.id limit 10`;

/** What vendors said by their links, as they submitted it; the tokens are kept nowhere. */
const VENDOR_LINKS = `select l.id, l.questionnaire_id as "questionnaireId", l.email, l.created_by as "createdBy", l.created_at as "createdAt",
    l.expires_at as "expiresAt", l.begun_at as "begunAt", l.answers, l.documents, l.submitted_at as "submittedAt",
    l.submitted_by as "submittedBy", l.revoked_at as "revokedAt"
  from vendor_link l where l.organization_id = $1 and l.id > $2 order by l.id limit ${PAGE}`;

export async function addRecords(
  archive: ExportArchive,
  { client, organizationId }: Snapshot,
): Promise<void> {
  await archive.add('dossier.yaml', [stringify(await dossierSeenBy(client, organizationId))]);
  const { rows } = await client.query<RecordRow>(organizationById(organizationId));
  await archive.add('records/organization.json', jsonText(rows[0]));
  const letterhead = await client.query<object>(letterheadOf(organizationId));
  await archive.add('letterhead.json', jsonText(letterhead.rows[0]));
  for (const { kind } of RECORD_LISTS) {
    const records = rowsById<RecordRow>(client, (after) => fieldsPage(kind, organizationId, after));
    await archive.add(`records/${kind.plural}.json`, jsonList(records));
  }
  const vendorLinks = rowsById(client, (after) => ({ text: VENDOR_LINKS, values: [organizationId, after] }));
  await archive.add('vendor-links.json', jsonList(vendorLinks));
  const scores = rowsById(client, (after) => ({ text: SCORES, values: [organizationId, after] }));
  await archive.add('scores.json', jsonList(scores));
}

/** The fields alone: what a response works out beside them (how fresh, in force until) is of the day on which it is asked. */
function fieldsPage(kind: RecordKind, organizationId: string, after: string): QueryConfig {
  const page = { after, limit: PAGE, key: null };
  const { text, values } = recordPage({ ...kind, responseColumns: undefined }, organizationId, page);
  return { text, values };
}
