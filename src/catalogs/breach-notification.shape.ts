// The shape of the catalog of breach notification. Every duty, factor and exception that the rules of src/incidents know has its one entry.
import { VERIFICATIONS } from '../assessments/scoring/agreement-provisions-catalog';
import { CONFIDENCES } from '../assessments/scoring/scoring-model';
import { integer, listOf, nullable, oneOf, record, ShapeError, text } from '../common/catalog-files/shape';
import type {
  BreachExceptionDefinition,
  BreachNotificationCatalog,
  BreachNumbers,
  DutyDefinition,
  FactorDefinition,
} from '../incidents/breach-notification-catalog';
import {
  BREACH_EXCEPTIONS,
  BREACH_FACTORS,
  INCIDENT_DUTIES,
  VENDOR_DUTIES,
} from '../incidents/incident-words';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';

const known = { confidence: oneOf(CONFIDENCES), verification: oneOf(VERIFICATIONS), evidence: text };

export const breachNotificationShape = record<BreachNotificationCatalog>({
  ...headShapes,
  numbers: record<BreachNumbers>({
    noticeDays: integer(1, 366),
    hhsAtOnceFrom: integer(1, 1_000_000),
    yearEndDays: integer(1, 366),
    mediaAbove: integer(1, 1_000_000),
    spokenDelayDays: integer(1, 366),
  }),
  duties: listOf(
    record<DutyDefinition>({
      id: oneOf(INCIDENT_DUTIES),
      title: text,
      owner: oneOf(['practice', 'vendor']),
      tells: text,
      arises: text,
      limit: text,
      note: nullable(text),
      citation: nullable(text),
      basis: oneOf(['law', 'state', 'agreement']),
      ...known,
    }),
  ),
  factors: listOf(
    record<FactorDefinition>({
      id: oneOf(BREACH_FACTORS),
      title: text,
      question: text,
      help: text,
      pointsToLow: text,
      pointsAgainst: text,
    }),
  ),
  exceptions: listOf(
    record<BreachExceptionDefinition>({
      id: oneOf(BREACH_EXCEPTIONS),
      title: text,
      citation: text,
      says: text,
      limits: text,
      ...known,
    }),
  ),
});

/** Nothing that the rules ask for is without words, a federal rule is cited, and what is no federal rule cites none. */
export function checkBreachNotification({ duties, factors, exceptions }: BreachNotificationCatalog): void {
  everyOne(duties, INCIDENT_DUTIES, 'duties');
  everyOne(factors, BREACH_FACTORS, 'factors');
  everyOne(exceptions, BREACH_EXCEPTIONS, 'exceptions');
  const vendors: readonly string[] = VENDOR_DUTIES;
  duties.forEach(({ id, basis, citation, owner }, index) => {
    if ((basis === 'law') !== (citation !== null))
      throw new ShapeError(`duties[${index}].citation`, 'stands with the basis "law" and only there');
    if ((owner === 'vendor') !== vendors.includes(id))
      throw new ShapeError(`duties[${index}].owner`, `is not who owes ${id}`);
  });
}

function everyOne(entries: readonly { readonly id: string }[], ids: readonly string[], path: string): void {
  uniqueIds(entries, path);
  const missing = ids.find((id) => !entries.some((entry) => entry.id === id));
  if (missing) throw new ShapeError(path, `must have an entry "${missing}"`);
}
