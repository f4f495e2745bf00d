// The shape of the catalog of exceptions to business-associate status, held to the closed list that records choose from.
import { CONFIDENCES, type CatalogHead } from '../assessments/scoring/scoring-model';
import {
  EXCEPTION_CITATIONS,
  EXCEPTION_GROUNDS,
  type ExceptionGround,
} from '../data-flows/exception-grounds';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';
import { listOf, oneOf, record, ShapeError, text } from '../common/catalog-files/shape';

export interface BusinessAssociateException {
  readonly id: ExceptionGround;
  readonly title: string;
  readonly citation: string;
  /** what it covers, and where it ends */
  readonly covers: string;
  readonly limits: string;
  readonly whatShowsIt: string;
  readonly confidence: (typeof CONFIDENCES)[number];
  /** how the entry was read: which text, or from knowledge */
  readonly basis: string;
}

export interface BusinessAssociateExceptionsCatalog extends CatalogHead {
  readonly exceptions: readonly BusinessAssociateException[];
}

export const businessAssociateExceptionsShape = record<BusinessAssociateExceptionsCatalog>({
  ...headShapes,
  exceptions: listOf(
    record<BusinessAssociateException>({
      id: oneOf(EXCEPTION_GROUNDS),
      title: text,
      citation: text,
      covers: text,
      limits: text,
      whatShowsIt: text,
      confidence: oneOf(CONFIDENCES),
      basis: text,
    }),
    EXCEPTION_GROUNDS.length,
  ),
});

/** Every ground once, each with the citation by which flows are shown. */
export function checkBusinessAssociateExceptions({ exceptions }: BusinessAssociateExceptionsCatalog): void {
  uniqueIds(exceptions, 'exceptions');
  exceptions.forEach(({ id, citation }, index) => {
    if (citation !== EXCEPTION_CITATIONS[id])
      throw new ShapeError(`exceptions[${index}].citation`, `must be "${EXCEPTION_CITATIONS[id]}"`);
  });
}
