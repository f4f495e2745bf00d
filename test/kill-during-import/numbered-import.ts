// Imports that can be told apart afterwards: each brings records of its own, and changes the practice and one vendor that all of them share.
import {
  agreementBody,
  checklistBody,
  dataFlowBody,
  serviceBody,
  vendorBody,
} from '../factories/records.factory';

export const SHARED_VENDOR = 'northlight-notes';

type Keyed = { key: string };
type Document = Record<string, Keyed[]>;

/** Lists of the dossier that an import adds to, one record each beside the shared vendor. */
const LISTS = ['services', 'agreements', 'dataFlows', 'checklists'];

/** The dossier of one import. `name` is the import's own: letters, digits and hyphens. */
export function numberedImport(practice: object, name: string, clientsPerYear: number): Document {
  const service = `service-${name}`;
  const own = { key: `own-${name}`, service };
  return {
    format: 'duecare-dossier',
    formatVersion: 1,
    practice: { ...practice, clientsPerYear },
    vendors: [vendorBody({ name: `Northlight ${name}` })],
    services: [serviceBody({ key: service, name: `Scribe ${name}` })],
    agreements: [agreementBody({ key: `own-${name}`, services: [service] })],
    dataFlows: [dataFlowBody(own)],
    checklists: [checklistBody(own)],
  } as unknown as Document;
}

/** How much of an import's own records an exported dossier holds: whole means all of them, as they were sent. */
export function traceOf(sent: Document, exported: Document): 'whole' | 'absent' | 'torn' {
  const found = LISTS.flatMap((list) =>
    (sent[list] ?? []).map((record) => {
      const stored = exported[list]?.find(({ key }) => key === record.key);
      return stored && holds(stored, record) ? 'same' : stored ? 'other' : 'none';
    }),
  );
  if (found.every((one) => one === 'same')) return 'whole';
  return found.every((one) => one === 'none') ? 'absent' : 'torn';
}

/** Everything that was sent is stored; fields that were left out may come back as null or not at all. */
function holds(stored: unknown, sent: unknown): boolean {
  if (typeof sent !== 'object' || sent === null) return stored === sent;
  if (typeof stored !== 'object' || stored === null) return false;
  if (Array.isArray(sent) && (stored as unknown[]).length !== sent.length) return false;
  return Object.entries(sent).every(([name, value]) =>
    holds((stored as Record<string, unknown>)[name], value),
  );
}
