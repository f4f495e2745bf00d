import type { FastifyRequest } from 'fastify';
import type { Catalogs } from '../catalogs/load-catalogs';
import type { CalendarDate } from '../common/calendar-date';
import { passConfirmed } from '../common/client-identifiers/confirmed-text';
import { identifierFindings } from '../common/client-identifiers/identifier-findings';
import { knownIn } from './coherence/known-in';
import { Dossier } from './dossier.document';
import { readDossier } from './read-dossier';

/** A body as it came, before any parser: JSON is kept raw beside its parsed form, YAML is never parsed by the server itself. */
export type UploadRequest = FastifyRequest & { rawBody?: Buffer };

/** The dossier in a request's body, read by the same rules as a file (what JSON.parse hides, such as a field twice, is a fault). */
export function uploadedDossier(
  request: UploadRequest,
  catalogs: Catalogs,
  todayIn: (timeZone: string) => CalendarDate,
): Dossier {
  const body = request.rawBody ?? (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
  const { questionnaire } = catalogs;
  const dossier = readDossier(body, { ...knownIn(catalogs), todayIn, questionnaire });
  passConfirmed(identifierFindings(Dossier, dossier));
  return dossier;
}
