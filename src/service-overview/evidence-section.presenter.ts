// What is on file about a tool, and how fresh it is.
import { shortDate } from '../reports/security-risk-assessment/date-words';
import {
  EVIDENCE_KIND_WORDS,
  EVIDENCE_SOURCE_WORDS,
} from '../reports/security-risk-assessment/register-words';
import type { Freshness } from '../evidence/freshness';
import type { EvidenceOfTool } from './evidence-of-tool.query';

const FRESHNESS: Readonly<Record<Freshness, string>> = {
  current: 'Current',
  ageing: 'Getting old: ask for a newer one',
  stale: 'Old: it says little about today',
  expired: 'Expired',
};

export interface EvidenceLine {
  href: string;
  title: string;
  kind: string;
  dates: string;
  freshness: string;
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
    freshness: FRESHNESS[one.freshness],
    isWeak: one.freshness === 'stale' || one.freshness === 'expired',
    where: one.reference ?? '',
    fileHref: `${at}/evidence/${one.id}/file`,
    hasFile: one.fileId !== null,
    content: one.fileId === null ? '' : `${files}/${one.fileId}/content`,
  }));
}
