// Is the company reported on the one that signs the agreement? A name is the same whatever its case and punctuation; "Inc." and
// "LLC" are two companies.

export const ENTITY_FINDINGS = ['same', 'explained', 'another', 'not_recorded'] as const;
export type EntityFinding = (typeof ENTITY_FINDINGS)[number];

/**
 * Compares the entity of a report or certificate with the legal name of the vendor that signs.
 * `explained`: the names differ and a note says why.
 */
export function entityFinding(
  reportedEntity: string | null | undefined,
  explanation: string | null | undefined,
  signingName: string,
): EntityFinding {
  if (!reportedEntity) return 'not_recorded';
  if (reportedEntity === signingName) return 'same'; // as it mostly is, and telling names apart is dear
  if (bareName(reportedEntity) === bareName(signingName)) return 'same';
  return explanation ? 'explained' : 'another';
}

function bareName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
