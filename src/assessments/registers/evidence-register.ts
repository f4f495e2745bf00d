// How fresh each document on file is on the date of the assessment.
import { addMonths, type CalendarDate } from '../../common/calendar-date';
import type { Dossier } from '../../dossiers/dossier.document';
import type { EvidenceFields } from '../../evidence/evidence.fields';
import { AGEING_MONTHS, CURRENT_MONTHS, type Freshness } from '../../evidence/freshness';

export interface EvidenceEntry {
  key: string;
  freshness: Freshness;
}

export function evidenceRegister({ evidence }: Dossier, asOf: CalendarDate): EvidenceEntry[] {
  return (evidence ?? []).map((one) => ({ key: one.key, freshness: freshnessOn(one, asOf) }));
}

/** The same rule as the register of evidence applies to today (evidence/freshness.ts). */
export function freshnessOn(
  { issuedOn, validUntil }: Pick<EvidenceFields, 'issuedOn' | 'validUntil'>,
  date: CalendarDate,
): Freshness {
  if (validUntil && validUntil < date) return 'expired';
  if (date <= addMonths(issuedOn, CURRENT_MONTHS)) return 'current';
  return date <= addMonths(issuedOn, AGEING_MONTHS) ? 'ageing' : 'stale';
}
