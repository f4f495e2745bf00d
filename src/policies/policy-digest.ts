// The digest of an adopted text: it shows years later that the words are those that were approved.
import { createHash } from 'node:crypto';
import { canonicalBytes } from '../common/signing/canonical-bytes';
import type { PolicyText } from './compose-policy';

/** SHA-256 in hex of title and text as canonical JSON (RFC 8785). */
export function policyDigest(title: string, sections: readonly PolicyText[]): string {
  const text = sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] }));
  return createHash('sha256')
    .update(canonicalBytes({ title, sections: text }))
    .digest('hex');
}

/** The same text, whoever wrote it down. */
export function isSameText(first: readonly PolicyText[], second: readonly PolicyText[]): boolean {
  return policyDigest('', first) === policyDigest('', second);
}
