// The shape of the catalog of obligations that clearance answers with. Each condition of use of the scoring model has its entry there.
import { CONFIDENCES, type CatalogHead, type ScoringModelFile } from '../assessments/scoring/scoring-model';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';
import { flag, listOf, nullable, oneOf, record, ShapeError, text } from '../common/catalog-files/shape';

export const OBLIGATION_BASES = ['law', 'good_practice'] as const;
export type ObligationBasis = (typeof OBLIGATION_BASES)[number];

export interface ObligationDefinition {
  readonly id: string;
  readonly text: string;
  readonly citation: string | null;
  readonly basis: ObligationBasis;
  /** the citation binds covered entities only */
  readonly hipaa: boolean;
  readonly confidence: (typeof CONFIDENCES)[number];
  /** how the entry was read: which text, or from knowledge */
  readonly evidence: string;
}

export interface ClearanceObligationsCatalog extends CatalogHead {
  readonly obligations: readonly ObligationDefinition[];
}

/** What the rule of clearance asks for by name (clearance/obligations.ts). */
export const OBLIGATION_IDS = [
  'telehealth-consent',
  'ai-consent',
  'recording-consent',
  'least-data',
  'note-review',
  'audio-deletion',
  'part-2-qualified-service-organization',
  'part-2-notice',
] as const;

export const clearanceObligationsShape = record<ClearanceObligationsCatalog>({
  ...headShapes,
  obligations: listOf(
    record<ObligationDefinition>({
      id: text,
      text,
      citation: nullable(text),
      basis: oneOf(OBLIGATION_BASES),
      hipaa: flag,
      confidence: oneOf(CONFIDENCES),
      evidence: text,
    }),
    OBLIGATION_IDS.length,
  ),
});

/** Law is cited, good practice is not called law, and no condition of use is without an entry. */
export function checkClearanceObligations(
  { obligations }: ClearanceObligationsCatalog,
  { conditions }: Pick<ScoringModelFile, 'conditions'>,
): void {
  uniqueIds(obligations, 'obligations');
  obligations.forEach(({ basis, citation }, index) => {
    if ((basis === 'law') !== (citation !== null))
      throw new ShapeError(`obligations[${index}].citation`, 'stands with the basis "law" and only there');
  });
  const known = new Set(obligations.map(({ id }) => id));
  for (const id of [...OBLIGATION_IDS, ...conditions.map((condition) => condition.id)]) {
    if (!known.has(id)) throw new ShapeError('obligations', `must have an entry "${id}"`);
  }
}
