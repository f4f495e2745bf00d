// What the pages about safeguards show, in one statement: the answers with their versions, the practice, evidence, and what else on record speaks of it:
// flows, agreements and what was answered about the practice itself. PostgreSQL builds the lists.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import { ASSET_CONNECTION } from '../assets/asset-connection.record';
import { ASSET } from '../assets/asset.record';
import { LOCATION } from '../assets/location.record';
import type { ServiceInUse } from '../business-associate-agreements/agreement-coverage';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import { DATA_FLOW } from '../data-flows/data-flow.record';
import type { DossierSafeguard } from '../dossiers/dossier.document';
import type { ReviewedFacts } from '../dossiers/review-safeguards';
import { EVIDENCE } from '../evidence/evidence.record';
import { PRACTICE_COLUMNS } from '../organizations/organization.query';
import type { QuestionnaireRecordFields } from '../questionnaires/records/questionnaire.fields';
import { QUESTIONNAIRE } from '../questionnaires/records/questionnaire.record';
import { SAFEGUARD } from '../safeguards/safeguard.record';

export type StoredSafeguard = DossierSafeguard & { id: string; version: number };

export interface SafeguardFacts extends ReviewedFacts {
  safeguards: StoredSafeguard[];
  services: (ServiceInUse & { vendor: string; name: string })[];
  /** about the practice itself */
  questionnaires: QuestionnaireRecordFields[];
}

const listOf = (select: string): string =>
  `(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${select}) x)`;

/** One row `{ facts }`; its practice is absent when the organization is not there. */
export function safeguardFacts(organizationId: string): QueryConfig {
  const own = 'where r.organization_id = $1';
  return {
    name: 'safeguard-facts',
    text: `select jsonb_strip_nulls(jsonb_build_object(
      'practice', (select to_jsonb(p) from (select r.key, ${PRACTICE_COLUMNS} from organization r ${own}) p),
      'safeguards', ${listOf(`select r.id, r.key, r.version, ${SAFEGUARD.columns} from safeguard r ${own} order by r.key collate "C"`)},
      'evidence', ${listOf(`select r.key, ${EVIDENCE.columns} from evidence r ${own} order by r.vendor_key is not null, ${byName('r.title')}, r.key`)},
      'services', ${listOf(`select r.key, r.name, r.vendor_key as vendor, r.plan, r.plans from service r ${own} order by r.key collate "C"`)},
      'agreements', ${listOf(`select r.key, ${AGREEMENT.columns} from agreement r ${own} order by r.key collate "C"`)},
      'dataFlows', ${listOf(`select r.key, ${DATA_FLOW.columns} from data_flow r ${own} order by r.key collate "C"`)},
      'locations', ${listOf(`select r.key, ${LOCATION.columns} from location r ${own}`)},
      'assets', ${listOf(`select r.key, ${ASSET.columns} from asset r ${own}`)},
      'assetConnections', ${listOf(`select r.key, ${ASSET_CONNECTION.columns} from asset_connection r ${own}`)},
      'questionnaires', ${listOf(`select r.key, ${QUESTIONNAIRE.columns} from questionnaire r ${own} and r.about = 'practice' and r.state = 'submitted'`)}
    )) as facts`,
    values: [organizationId],
  };
}
