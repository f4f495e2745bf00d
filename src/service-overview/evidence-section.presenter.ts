// What is on file about a tool, and how fresh it is.
import { shortDate } from '../reports/security-risk-assessment/date-words';
import {
  EVIDENCE_KIND_WORDS,
  EVIDENCE_SOURCE_WORDS,
} from '../reports/security-risk-assessment/register-words';
import { addMonths } from '../common/calendar-date';
import { AGEING_MONTHS, CURRENT_MONTHS, type Freshness } from '../evidence/freshness';
import type { EvidenceOfTool } from './evidence-of-tool.query';

/** How fresh a document is, and what to do about it. */
const FRESHNESS: Readonly<Record<Freshness, { word: string; toDo: string }>> = {
  current: { word: 'Fresh', toDo: '' },
  ageing: { word: 'Getting old', toDo: 'Ask for a newer one before it is stale.' },
  stale: { word: 'Stale', toDo: 'It says little about today: ask for a newer one.' },
  expired: { word: 'Expired', toDo: 'Ask for the one that took its place.' },
};

export interface EvidenceLine {
  href: string;
  title: string;
  kind: string;
  dates: string;
  freshness: string;
  /** from when it is getting old, stale or expired; empty where nothing is to come */
  until: string;
  toDo: string;
  isWeak: boolean;
  where: string;
  /** where the document is sent */
  fileHref: string;
  hasFile: boolean;
  /** where the document is read; empty where none is kept */
  content: string;
}

/** @param at address of the tool; `files` where the API hands files out */
export function evidenceSection(
  evidence: readonly EvidenceOfTool[],
  at: string,
  files: string,
): EvidenceLine[] {
  return evidence.map((one) => ({
    href: `${at}/evidence/${one.id}/edit`,
    title: one.title,
    kind: `${EVIDENCE_KIND_WORDS[one.kind]}, from ${EVIDENCE_SOURCE_WORDS[one.source]}`,
    dates: `dated ${shortDate(one.issuedOn)}${one.validUntil ? `, valid until ${shortDate(one.validUntil)}` : ''}`,
    freshness: FRESHNESS[one.freshness].word,
    until: untilWords(one),
    toDo: FRESHNESS[one.freshness].toDo,
    isWeak: one.freshness === 'stale' || one.freshness === 'expired',
    where: one.reference ?? '',
    fileHref: `${at}/evidence/${one.id}/file`,
    hasFile: one.fileId !== null,
    content: one.fileId === null ? '' : `${files}/${one.fileId}/content`,
  }));
}

/** The next day that changes how fresh it is. A document that is valid until a day expires then, however old it is. */
function untilWords({ issuedOn, validUntil, freshness }: EvidenceOfTool): string {
  if (freshness === 'expired') return validUntil ? `since ${shortDate(validUntil)}` : '';
  if (freshness === 'stale') return `since ${shortDate(addMonths(issuedOn, AGEING_MONTHS))}`;
  const until = addMonths(issuedOn, freshness === 'current' ? CURRENT_MONTHS : AGEING_MONTHS);
  const isSooner = validUntil !== null && validUntil < until;
  return `until ${shortDate(isSooner ? validUntil : until)}`;
}
