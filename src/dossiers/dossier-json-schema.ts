// The dossier's JSON Schema (2020-12).
import { recordSchema, type JsonSchema } from '../common/fields/json-schema';
import { Dossier, DOSSIER_FORMAT_VERSION } from './dossier.document';

/** The whole schema, a definition per record. Coherence between records is beyond it: see dossier-coherence.ts. */
export function dossierJsonSchema(): object {
  const definitions = new Map<string, JsonSchema>();
  const root = recordSchema(Dossier, definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:duecare:dossier:${DOSSIER_FORMAT_VERSION}`,
    title: 'Duecare dossier',
    description:
      'The facts of one practice about the services it uses or considers. No client data belongs in it.',
    ...root,
    $defs: Object.fromEntries([...definitions].sort(([left], [right]) => (left < right ? -1 : 1))),
  };
}
