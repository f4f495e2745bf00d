// Where the pages of obligations are. What an obligation is about stands in the address as one word: OB-41:service:northlight-scribe, or OB-01:practice.
import { SUBJECT_KINDS } from '../records/obligation-ids';
import type { Occurrence } from '../rules/occurrences';

const WORD = new RegExp(`^(OB-\\d{2}):(?:practice|(${SUBJECT_KINDS.join('|')}):([a-z0-9-]+))$`);

export interface Asked {
  obligation: string;
  /** null for the practice as a whole */
  subject: { kind: string; key: string } | null;
}

export function listAddress(organizationId: string): string {
  return `/organizations/${organizationId}/obligations`;
}

export function wordOf({ obligation, subject }: Pick<Occurrence, 'obligation' | 'subject'>): string {
  return subject ? `${obligation}:${subject.kind}:${subject.key}` : `${obligation}:practice`;
}

export function pageOf(at: string, occurrence: Pick<Occurrence, 'obligation' | 'subject'>): string {
  return `${at}/one?of=${encodeURIComponent(wordOf(occurrence))}`;
}

/** @returns null where the word says nothing of the kind */
export function askedIn(word: unknown): Asked | null {
  if (typeof word !== 'string') return null;
  const match = WORD.exec(word);
  if (!match) return null;
  const [, obligation = '', kind, key] = match;
  return { obligation, subject: kind && key ? { kind, key } : null };
}
